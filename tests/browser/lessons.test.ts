/** The lessons: a text without its lines, answers, and then the lines with the answers beside them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violationsOn } from './harness/accessibility.ts';
import type { Runs } from './harness/browser.ts';
import { eventually } from './harness/page.ts';
import { openPlayground, runs } from './harness/playground.ts';
import { inBothBrowsers } from './harness/session.ts';

/** How many words wear a line. */
const drawn = (page: Runs) => page.run(() => ['hearsay-1', 'hearsay-2', 'hearsay-3'].reduce((sum, name) => sum + ((CSS.highlights.get(name) as Set<Range> | undefined)?.size ?? 0), 0));

/** The heading of the lesson, as soon as it is this one. */
const opened = (page: Runs, lesson: RegExp) =>
  eventually(`no lesson ${lesson}`, async () => {
    const heading = await page.run(() => document.querySelector('main h2')?.textContent ?? '');
    return lesson.test(heading) ? heading : null;
  });

/** Answers each sentence with a number of hands, names somebody for some, and asks for the lines. */
const answer = (page: Runs, answers: [hands: string, who?: string][]) =>
  page.run((answers) => {
    const questions = [...document.querySelectorAll('.questions li')];
    answers.forEach(([hands, who = ''], place) => {
      questions[place]!.querySelector('select')!.value = hands;
      questions[place]!.querySelector('input')!.value = who;
    });
    document.querySelector<HTMLFormElement>('.questions')!.requestSubmit();
  }, answers);

const score = (page: Runs) => eventually('there is no score', async () => (await page.run(() => document.querySelector('#compared')?.textContent)) || null);

inBothBrowsers((session) => {
  async function goesThrough(page: Runs): Promise<void> {
    await opened(page, /^Lesson 2 of 5/);
    assert.equal(await drawn(page), 0, 'the lines are hidden');
    assert.deepEqual(await violationsOn(page), []);
    await answer(page, [['1', 'Rask'], ['2', 'Olle Tangen'], ['1'], [''], ['0']]);
    assert.equal(await score(page), '3 of 5 as Hearsay reads it');
    await eventually('no line is drawn', async () => ((await drawn(page)) >= 4 ? true : null));
    const rows = await page.run(() => [...document.querySelectorAll('.compared li')].map((row) => [...row.querySelectorAll('dd, .verdict')].map(({ textContent }) => textContent)));
    assert.deepEqual(rows[1], ['2 hands away, Olle Tangen', '2 hands away ← Skerry Herald ← Olle Tangen', 'The same']);
    assert.deepEqual(rows[2]!.at(-1), 'Not the same');
    assert.deepEqual(rows[3], ['not answered', '2 hands away ← Nordal Gazette ← Inge Falk']);
    assert.equal(await page.run(() => document.activeElement?.id), 'compared', 'the focus goes to what is new');
    assert.deepEqual(await violationsOn(page), []);
    await page.run(() => [...document.querySelectorAll<HTMLElement>('.acts button')].at(-1)!.click());
    await eventually('the lines stay', async () => ((await drawn(page)) === 0 ? true : null));
    await answer(page, []);
    await score(page);
    await page.run(() => document.querySelector<HTMLElement>('.acts a')!.click());
    await opened(page, /^Lesson 3 of 5/);
    assert.equal(await drawn(page), 0);
  }

  test('a link opens a lesson; its lines come with the answers, and the next lesson after it', async () => {
    const page = await session.browser.ownPage('lessons.html#2');
    await goesThrough(page);
    await page.close();
  });

  test('the playground has the same lessons, by a link and by a button, and goes on to other texts', async () => {
    const page = await openPlayground(session, '#lesson=2');
    await goesThrough(runs(page));
    await runs(page).run(() => [...document.querySelectorAll<HTMLElement>('.choices button')].find(({ textContent }) => textContent === 'Moss on apple trees')!.click());
    await eventually('no other text is read', async () => ((await runs(page).run(() => document.querySelector('.sheet h2') !== null && !location.hash.includes('lesson'))) ? true : null));
    await runs(page).run(() => [...document.querySelectorAll<HTMLElement>('.choices button')].find(({ textContent }) => textContent === 'Lessons')!.click());
    await opened(runs(page), /^Lesson 1 of 5/);
    await page.close();
  });

  test('a lesson that there is not is the first', async () => {
    for (const hash of ['#9', '#', '#x', '#-1', '#1.5']) {
      const page = await session.browser.ownPage(`lessons.html${hash}`);
      await opened(page, /^Lesson 1 of 5/);
      await page.close();
    }
  });
});

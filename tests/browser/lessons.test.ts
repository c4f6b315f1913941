/** The lessons: a text without its lines, answers, and then the lines with the answers beside them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violationsOn } from './harness/accessibility.ts';
import type { Runs } from './harness/browser.ts';
import { eventually } from './harness/page.ts';
import { openPlayground, runs } from './harness/playground.ts';
import { inBothBrowsers } from './harness/session.ts';

/** How many words wear a line. */
const drawn = (page: Runs) =>
  page.run(() =>
    ['hearsay-1', 'hearsay-2', 'hearsay-3'].reduce(
      (sum, name) => sum + ((CSS.highlights.get(name) as Set<Range> | undefined)?.size ?? 0),
      0,
    ),
  );

/** The heading of the lesson, as soon as it is this one. */
const opened = (page: Runs, lesson: RegExp) =>
  eventually(`no lesson ${lesson}`, async () => {
    const heading = await page.run(() => document.querySelector('main h2')?.textContent ?? '');
    return lesson.test(heading) ? heading : null;
  });

/** What is said of a sentence: words for each mark, and how many hands. */
type Said = { who?: string; what?: string; hands?: string };

/** Says it with the keyboard alone: Tab from part to part, arrows, Space, and Shift to draw. */
const answer = (page: Runs, answers: Said[]) =>
  page.run((answers) => {
    const questions = [...document.querySelectorAll('.questions li')];
    answers.forEach(({ who, what, hands }, place) => {
      const question = questions[place]!;
      const words = [...question.querySelectorAll<HTMLElement>('[role=option]')];
      const press = (key: string, shiftKey = false) =>
        document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }));
      for (const [pen, said] of [who, what].entries()) {
        if (said === undefined) continue;
        question.querySelectorAll<HTMLInputElement>('[name^=pen]')[pen]!.click();
        const wanted = said.split(' ');
        const first = words.findIndex((_, at) =>
          wanted.every((word, next) => (words[at + next]?.textContent ?? '').includes(word)),
        );
        question.querySelector<HTMLElement>('[role=option][tabindex="0"]')!.focus();
        press('Home');
        for (let at = 0; at < first; at++) press('ArrowRight');
        press(' ');
        for (let at = 1; at < wanted.length; at++) press('ArrowRight', true);
        document.activeElement!.dispatchEvent(new KeyboardEvent('keyup', { key: 'Shift', bubbles: true }));
      }
      if (hands !== undefined) question.querySelectorAll<HTMLInputElement>('[name^=hands]')[Number(hands)]!.click();
    });
    document.querySelector<HTMLFormElement>('.questions')!.requestSubmit();
  }, answers);

const score = (page: Runs) =>
  eventually(
    'there is no score',
    async () => (await page.run(() => document.querySelector('#compared')?.textContent)) || null,
  );

inBothBrowsers((session) => {
  async function goesThrough(page: Runs): Promise<void> {
    await opened(page, /^Lesson 2 of 5/);
    assert.equal(await drawn(page), 0, 'the lines are hidden');
    assert.deepEqual(await violationsOn(page), []);
    await answer(page, [
      { who: 'Jonna Rask', what: 'A second ferry will cross the sound from May,', hands: '1' },
      { who: 'Olle Tangen', what: 'The boat was built in Brekke,', hands: '2' },
      { who: 'Tangen', what: 'hydrogen', hands: '1' },
      {},
      { hands: '0' },
    ]);
    assert.equal(await score(page), '2 of 5 as Hearsay reads it');
    await eventually('no line is drawn', async () => ((await drawn(page)) >= 4 ? true : null));
    const rows = await page.run(() =>
      [...document.querySelectorAll('.compared li')].map((row) =>
        [...row.querySelectorAll('dd, .verdict')].map(({ textContent }) => textContent),
      ),
    );
    assert.deepEqual(rows[0], [
      '1 hand away · Jonna Rask · “A second ferry will cross the sound from May”',
      '1 hand away · Jonna Rask · “A second ferry will cross the sound from May”',
      'The same',
    ]);
    assert.deepEqual(rows[1], [
      '2 hands away · Olle Tangen · “The boat was built in Brekke”',
      '2 hands away · Skerry Herald ← Olle Tangen · “The boat was built in Brekke”',
      'Not the same: who says it',
    ]);
    assert.deepEqual(rows[2]!.at(-1), 'Not the same: who says it, what is claimed, how many hands');
    assert.deepEqual(rows[3], [
      'not answered',
      '2 hands away · Nordal Gazette ← Inge Falk · “the pier is too short for it”',
    ]);
    const ticks = await page.run(() =>
      [...document.querySelectorAll('.compared .verdict')].map((verdict) =>
        getComputedStyle(verdict, '::before').content.slice(1, 2),
      ),
    );
    assert.deepEqual(ticks, ['✓', '≠', '≠', '✓']);
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
    await runs(page).run(() =>
      [...document.querySelectorAll<HTMLElement>('.choices button')]
        .find(({ textContent }) => textContent === 'Moss on apple trees')!
        .click(),
    );
    await eventually('no other text is read', async () =>
      (await runs(page).run(() => document.querySelector('.sheet h2') !== null && !location.hash.includes('lesson')))
        ? true
        : null,
    );
    await runs(page).run(() =>
      [...document.querySelectorAll<HTMLElement>('.choices button')]
        .find(({ textContent }) => textContent === 'Lessons')!
        .click(),
    );
    await opened(runs(page), /^Lesson 1 of 5/);
    await page.close();
  });

  test('words are marked with the mouse and with a finger, and a second press takes the mark away', async () => {
    const page = await openPlayground(session, '#lesson=2');
    await opened(runs(page), /^Lesson 2 of 5/);
    const place = (words: string) =>
      runs(page).run((words) => {
        const word = [...document.querySelectorAll('.questions li:nth-child(2) [role=option]')].find(
          ({ textContent }) => textContent!.startsWith(words),
        )!;
        word.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, top, width, height } = word.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      }, words);
    const marks = () =>
      runs(page).run(() =>
        [...document.querySelectorAll<HTMLElement>('.markable [data-mark]')].map(
          (word) => `${word.textContent} ${word.dataset['mark']}`,
        ),
      );
    const press = async (words: string) => {
      const { x, y } = await place(words);
      await page.mouse.click(x, y);
    };
    const from = await place('Skerry');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    const to = await place('Herald');
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    assert.deepEqual(await marks(), ['Skerry who', 'Herald who']);
    await press('Skerry');
    assert.deepEqual(await marks(), ['Herald who']);
    await runs(page).run(() =>
      document.querySelectorAll<HTMLInputElement>('.questions li:nth-child(2) [name^=pen]')[1]!.click(),
    );
    const { x, y } = await place('boat');
    await page.touchscreen.tap(x, y);
    await eventually('a finger marks nothing', async () => ((await marks()).includes('boat what') ? true : null));
    await press('Herald');
    assert.deepEqual(await marks(), ['boat what', 'Herald what'], 'a word has one mark');
    assert.match(
      await runs(page).run(() => document.querySelector('.markable [data-mark]')!.ariaLabel!),
      /^boat, what is claimed$/,
    );
    assert.deepEqual(await violationsOn(runs(page)), []);
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

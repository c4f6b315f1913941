/**
 * What a card says at its head and of each hand, what it leaves to the page, where it leads, and what it does not cover:
 * on pages that mean well, and on those that lie.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { article, page as pageOf, plain } from './harness/articles.ts';
import { violationsOnCard } from './harness/accessibility.ts';
import { boxOnCard, cardOn, pressOnCard, type CardText } from './harness/card.ts';
import { eventually, pointAt, run, waitForMarks } from './harness/page.ts';
import { inBothBrowsers } from './harness/session.ts';

const SITE = 'http://enews.example/story';
const named = (html: string) => html.replace('<title>', '<meta property="og:site_name" content="E! News"><title>');
const STORY = named(
  article(
    'Harbour master Nora Vey said the ferry would sail on Friday. The town had waited for weeks.',
    'An insider tells E! News that the couple broke up in May. “They are still friends,” the insider said. “They share a dog,” the insider added.',
    'The bridge will close, according to two officials who asked for anonymity because they were not permitted to talk to the press.',
    'She said that the old boards would be kept. The boards were reportedly counted twice in the spring.',
  ),
);

inBothBrowsers((session) => {
  const openCard = async (page: Page, words: string): Promise<CardText> => {
    await page.keyboard.press('Escape');
    await pointAt(page, words);
    return eventually(`the card of “${words}” does not open`, async () => {
      const card = await cardOn(session.browser, page);
      const open = await run(page, () =>
        [...((CSS.highlights.get('hearsay-active') as Iterable<AbstractRange> | undefined) ?? [])]
          .map(({ startContainer, startOffset }) => startContainer.textContent!.slice(startOffset))
          .join(),
      );
      return card !== null && open.includes(words.slice(0, 12)) ? card : null;
    });
  };
  /** The address that a link on the open card leads to, and what it says. */
  const linksOnCard = (page: Page) =>
    session.browser.inCard(page, (root) =>
      [...root.querySelectorAll<HTMLAnchorElement>('a')].map((link) => [
        link.textContent,
        link.getAttribute('href'),
        link.rel,
        link.target,
      ]),
    );

  test('it begins with a sentence, and says what cannot be seen beside the claim', async () => {
    const page = await session.visit(SITE, STORY);
    await waitForMarks(page);
    const insider = await openCard(page, 'the couple broke up');
    assert.equal(insider.sentence, 'E! News, from an unnamed insider.');
    assert.match(insider.depth, /^1 hand away$/);
    assert.match(insider.all, /3 of this page’s 7 claims, all from one unnamed voice/);
    assert.match(insider.all, /no reason found for leaving out the name/);
    const officials = await openCard(page, 'The bridge will close');
    assert.equal(officials.sentence, 'E! News, citing two officials it does not name.');
    assert.match(officials.all, /kept unnamed “because they were not permitted to talk to the press”/);
    const she = await openCard(page, 'the old boards');
    assert.equal(she.sentence, 'According to Nora Vey.');
    assert.match(she.all, /introduced as “Harbour master Nora Vey”/);
    assert.match(she.all, /2 of this page’s 7 claims are from this source/);
    assert.equal((await openCard(page, 'counted twice')).sentence, 'Nobody is named: only “reportedly”.');
    assert.deepEqual(await violationsOnCard(session.browser, page), []);
  });

  test('it is small where the source stands beside the claim', async () => {
    const page = await session.visit(SITE, STORY);
    await waitForMarks(page);
    const height = async () => {
      const { y, bottom } = await boxOnCard(session.browser, page, '[role=dialog]');
      return bottom - y;
    };
    const beside = await openCard(page, 'the ferry would sail');
    assert.equal(beside.sentence, 'According to Nora Vey.');
    assert.doesNotMatch(beside.all, /Nora Vey said/, 'what is seen is not said again');
    const small = await height();
    await openCard(page, 'the old boards');
    assert.ok(small < 150 && small < (await height()) - 60, `${small} px`);
    await openCard(page, 'the ferry would sail');
    assert.deepEqual(await violationsOnCard(session.browser, page), []);
  });

  test('a hand whose words lead to another site has a way there, and the site is told where the words do not tell it', async () => {
    const links = (page: Page, words: string) => openCard(page, words).then(() => linksOnCard(page));
    const page = await session.visit(
      SITE,
      article(
        'The pier was sold to a brewer, <a href="https://www.reuters.com/pier">Reuters reported</a> on Monday, citing clerks.',
        'The mill was sold to a baker, <a href="https://lies.example/mill">Reuters reported</a> on Tuesday.',
        'The barn was sold to a smith, <a href="javascript:alert(1)">the Orsund Gazette reported</a> on Tuesday.',
        'The yard was sold to a cook, <a href="data:text/html,hello">the Orsund Gazette reported</a> on Tuesday.',
        'The shed was sold to a clerk, <a href="/own/shed">the Orsund Gazette reported</a> on Tuesday.',
        'Mayor Anna Fox <a href="https://gazette.example/fox">said on Friday</a> that the weir would stay.',
        '<a href="https://lives.example/hall">Peter Hall</a> said that the dam would hold, and <a href="https://maps.example/dam">the weir</a> too.',
      ),
    );
    await waitForMarks(page);
    assert.deepEqual(await links(page, 'The pier was sold'), [
      ['Open this report', 'https://www.reuters.com/pier', 'noopener noreferrer', '_blank'],
    ]);
    assert.deepEqual(await links(page, 'The mill was sold'), [
      ['Open this report at lies.example', 'https://lies.example/mill', 'noopener noreferrer', '_blank'],
    ]);
    for (const words of ['The barn was sold', 'The yard was sold', 'The shed was sold'])
      assert.deepEqual(await links(page, words), [], words);
    assert.deepEqual(await links(page, 'the weir would stay'), [
      ['Open this report at gazette.example', 'https://gazette.example/fox', 'noopener noreferrer', '_blank'],
    ]);
    assert.deepEqual(await links(page, 'the dam would hold'), [
      ['Open the page’s link to lives.example', 'https://lives.example/hall', 'noopener noreferrer', '_blank'],
    ]);
    assert.deepEqual(await violationsOnCard(session.browser, page), []);
  });

  test('a report opens as any link does, and its site learns nothing of the page', async () => {
    const page = await session.visit(
      SITE,
      article('The pier was sold to a brewer, <a href="http://reuters.example/pier">Reuters reported</a> on Monday.'),
    );
    session.web.publish(
      'http://reuters.example/pier',
      '<!doctype html><title>The pier</title><p id="from"></p><script>document.querySelector("#from").textContent = `from “${document.referrer}”, opener ${opener}`</script>',
    );
    await waitForMarks(page);
    await openCard(page, 'The pier was sold');
    const opened = page
      .browser()
      .waitForTarget((target) => target.url() === 'http://reuters.example/pier', { timeout: 8000 });
    const { x, y, right, bottom } = await boxOnCard(session.browser, page, 'a');
    await page.mouse.click((x + right) / 2, (y + bottom) / 2);
    const report = await (await opened).page();
    assert.equal(
      await eventually('the report stays empty', () =>
        run(report!, () => document.querySelector('#from')?.textContent || null),
      ),
      'from “”, opener null',
    );
    await report!.close();
  });

  test('it covers neither the sentence it speaks of nor the next one, where there is room', async () => {
    const sentences = [
      'Mayor Anna Fox said that the bridge would open again on Monday at noon, with a band.',
      'The oak for it had come from the wood above the mill, where it had stood for ninety years and a day.',
    ];
    const page = await session.visit(
      SITE,
      article(
        ...Array.from({ length: 8 }, (_, at) => `${sentences[0]!.replace('Monday', `Monday ${at}`)} ${sentences[1]}`),
      ),
    );
    await page.setViewport({ width: 900, height: 700 });
    await waitForMarks(page);
    for (let at = 0; at < 8; at++) {
      await openCard(page, `the bridge would open again on Monday ${at}`);
      const card = await boxOnCard(session.browser, page, '[role=dialog]');
      const covered = await run(
        page,
        (card, words) => {
          const paragraph = [...document.querySelectorAll('p')].find(({ textContent }) =>
            textContent!.includes(words),
          )!;
          const range = document.createRange();
          range.selectNodeContents(paragraph);
          return [...range.getClientRects()].filter(
            (line) => line.left < card.right && card.x < line.right && line.top < card.bottom && card.y < line.bottom,
          ).length;
        },
        card,
        `Monday ${at}`,
      );
      assert.equal(covered, 0, `paragraph ${at}`);
    }
  });

  test('a page of two thousand claims opens its card as any other does', async () => {
    const page = await session.visit(
      SITE,
      article(
        ...Array.from(
          { length: 2000 },
          (_, at) => `Mayor Anna Fox said that the bridge number ${at} would open again.`,
        ),
      ),
    );
    await waitForMarks(page);
    const card = await openCard(page, 'the bridge number 7 would');
    assert.match(card.all, /2,000 of this page’s 2,000 claims are from this source/);
    assert.match(card.all, /8 of 2,000/);
  });

  test('hands with names of 300 letters, hands without names, and a page without a title', async () => {
    const long = (letter: string) => `${letter}${letter.toLowerCase().repeat(300)}`;
    const html = pageOf(
      [
        ...plain,
        `The pier was sold, ${long('A')} News reported, citing ${long('B')} Post, which quoted somebody at ${long('C')} Times.`,
        'It was said that the mill was haunted.',
      ]
        .map((words) => `<p>${words}</p>`)
        .join(''),
    )
      .replace(/<title>.*<\/title>/, '')
      .replace(/<h1>.*<\/h1>/, '');
    const page = await session.visit('http://nameless.example/', html);
    await waitForMarks(page);
    const card = await openCard(page, 'The pier was sold');
    assert.match(card.sentence, /^Aaaa.* …, citing Bbbb.* …/);
    const fits = await session.browser.inCard(page, (root) => {
      const card = root.querySelector('[role=dialog]')!;
      const { width, left, right } = card.getBoundingClientRect();
      return (
        width <= 328 &&
        card.scrollWidth <= card.clientWidth &&
        left >= 0 &&
        right <= document.documentElement.clientWidth
      );
    });
    assert.equal(fits, true);
    await pressOnCard(session.browser, page, 'Copy');
  });
});

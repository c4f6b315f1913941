/**
 * What a site calls a box says little by itself: whatever its name, a box that holds the running text is read. What is
 * called so and holds little of it is left out.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { plain } from './harness/articles.ts';
import { readEach } from './harness/reader.ts';
import { inBothBrowsers } from './harness/session.ts';

/** Words for what holds no running text of its own: a button, a bar, a column beside the article. */
const FURNITURE =
  `newsletter subscribe subscription signup share sharing sharebar social promo promotion ad ads adslot advert
  advertisement sponsored teads cookie consent gdpr cmp onetrust breadcrumb pagination pager toc sidebar widget metadata noprint
  editsection infobox fact-box navbox reflist references catlinks hatnote paywall-wall paywall-offer signature postprofile
  testimonial blurb popup video poll cta hidden-print no-print`.split(/\s+/);
/** Words for what holds the running text of others. */
const OF_OTHERS =
  `comment comments disqus respond responses related relatedposts recommended recommendations trending popular taboola outbrain`.split(
    /\s+/,
  );
/** How a site says of a layout that such a thing is there, or is not. */
const STATES = [
  'has-WORD',
  'with-WORD',
  'no-WORD',
  'without-WORD',
  'is-WORD',
  'WORD-enabled',
  'WORD-disabled',
  'WORD-open',
  'WORD-closed',
  'content-with-WORD-wrp',
  'l-WORD-fixed',
  'hide-WORD',
  'WORD_active',
];
/** How a site may call the box of an article, as it happens. */
const COMPOUNDS = ['WORD', 'WORD-article', 'body-WORD', 'text WORD', 'WORD__text', 'js-WORD'];

const camelled = (name: string) => name.replace(/[-_](\w)/g, (_, letter: string) => letter.toUpperCase());
const called = (word: string, patterns: string[]) => patterns.map((pattern) => pattern.replace('WORD', word));
/** Each word in every compound, and each in some of the states, so that every state has its turn. */
const named = (words: string[]) =>
  words
    .flatMap((word) => called(word, COMPOUNDS))
    .flatMap((name, at) => [name, ...(at % 6 === 3 ? [camelled(name)] : [])]);
const states = (words: string[]) =>
  words
    .flatMap((word, at) => called(word, [STATES[at % STATES.length]!, STATES[(at + 5) % STATES.length]!]))
    .flatMap((name) => [name, camelled(name)]);

const p = (words: string) => `<p>${words}</p>`;
const more = [
  'The ford itself lies two hundred steps below the mill. In dry years children cross it with their shoes in their hands, and in wet ones nobody does.',
  'Oak has been short since the storm of last winter, when the wood above the village lost a third of its trees. The sawmill has promised six boards by the end of the month.',
];
const paragraphs = [...plain, ...more];
const standfirst = 'A night of rain took two boards from the footbridge, and nobody knows yet who will pay for them.';
const html = (body: string) =>
  `<html lang="en"><head><title>A bridge without two boards</title></head><body>${body}</body></html>`;
const h1 = '<h1>A bridge without two boards</h1>';

type Placing = (attributes: string) => string;
const PLACES: Record<string, Placing> = {
  'the article’s box': (named) =>
    html(
      `<main><header>${h1}<p>${standfirst}</p></header><div ${named}>${paragraphs.map(p).join('')}</div></main><footer><p>${standfirst}</p></footer>`,
    ),
  'what the article stands in': (named) =>
    html(
      `<div ${named}><header>${h1}<p>${standfirst}</p></header><div><div class="text">${paragraphs.map(p).join('')}</div></div></div>`,
    ),
  'half of the article': (named) =>
    html(
      `<article>${h1}${plain.map(p).join('')}<div ${named}>${[...more, ...more.map((words) => words.replace('The', 'A'))].map(p).join('')}</div></article>`,
    ),
  'each paragraph’s box': (named) =>
    html(`<article>${h1}<div>${paragraphs.map((words) => `<div ${named}>${p(words)}</div>`).join('')}</div></article>`),
};

inBothBrowsers((session) => {
  let page: Page;
  const read = async (sources: string[]): Promise<string[]> => {
    page ??= await session.visit('http://lantern.example/blank', '<!doctype html><title>Blank</title>');
    const texts: string[] = [];
    // The browser has its turn between them.
    for (let at = 0; at < sources.length; at += 50) {
      for (const { blocks } of await readEach(page, sources.slice(at, at + 50)))
        texts.push(
          blocks
            .filter(({ region }) => region === 'paragraph')
            .map(({ text }) => text)
            .join('\n'),
        );
    }
    return texts;
  };
  /** The names with which some of the paragraphs are lost. */
  const losing = async (place: Placing, names: string[], attribute = 'class'): Promise<string[]> => {
    const sources = names.map((name) => place(`${attribute}="${name}"`));
    const texts = await read(sources);
    return names.filter((_, at) =>
      paragraphs.some((words) => sources[at]!.includes(words) && !texts[at]!.includes(words)),
    );
  };

  for (const [what, place] of Object.entries(PLACES)) {
    test(`${what} is read whatever it is called`, async () => {
      // Only what holds the whole article can be called after the words of others and still be the article’s own.
      const words = what.startsWith('half') ? FURNITURE : [...FURNITURE, ...OF_OTHERS];
      assert.deepEqual(await losing(place, [...named(words), ...states([...FURNITURE, ...OF_OTHERS])]), []);
    });
  }

  test('the names of scripts and tests are believed no further', async () => {
    for (const attribute of ['id', 'data-component', 'data-module', 'data-testid'])
      for (const [what, place] of Object.entries(PLACES).slice(0, 3))
        assert.deepEqual(
          await losing(place, ['contentWithSidebar', 'sidebar', 'share-enabled'], attribute),
          [],
          `${attribute}: ${what}`,
        );
  });

  test('a section whose id is made from its heading is a section', async () => {
    const sections = [
      ['Sharing the costs', 'sharing-the-costs'],
      ['Responses from the mill', 'responses-from-the-mill'],
      ['Social housing', 'social-housing'],
      ['Popular with walkers', 'h-popular-with-walkers'],
    ];
    const source = html(
      `<article>${h1}${plain.map(p).join('')}${sections.map(([heading, id], at) => `<section id="${id}"><h2>${heading}</h2><p>${more[at % 2]!.replace('The', `${at} of the`)}</p></section>`).join('')}</article>`,
    );
    const [text] = await read([source]);
    assert.equal(text!.split('\n').length, plain.length + sections.length);
  });

  test('what is called so and holds little running text is left out, wherever it stands', async () => {
    const box = (word: string) =>
      `<div class="c-${word}"><p>The dentist said that everybody in the village should try this brush on their teeth twice a day.</p></div>`;
    const inside = (word: string) =>
      html(`<article>${h1}${plain.map(p).join('')}${box(word)}${more.map(p).join('')}</article>`);
    const below = (word: string) => html(`<div><div>${h1}${paragraphs.map(p).join('')}</div>${box(word)}</div>`);
    const words = [...FURNITURE, ...OF_OTHERS];
    const texts = await read([...words.map(inside), ...words.map(below)]);
    assert.deepEqual(
      [...words, ...words].filter((_, at) => texts[at]!.includes('dentist')),
      [],
    );
  });

  test('an element of a site’s own making is called by its name', async () => {
    const inside = (name: string) =>
      html(
        `<article>${h1}${plain.map(p).join('')}<${name}><p>The dentist said that everybody in the village should try this brush.</p></${name}>${more.map(p).join('')}</article>`,
      );
    const [ad, related, lead] = await read(['slot-ad', 'related-stories', 'story-lead'].map(inside));
    assert.deepEqual(
      [ad, related, lead].map((text) => text!.includes('dentist')),
      [false, false, true],
    );
    const [whole] = await read([html(`<related-reader>${h1}${paragraphs.map(p).join('')}</related-reader>`)]);
    assert.equal(whole!.split('\n').length, paragraphs.length);
  });

  test('an article within the article that only announces another page is left out; one that tells is not', async () => {
    const post = (heading: string, words: string) =>
      html(
        `<main>${h1}${plain.map(p).join('')}<article><h3>${heading}</h3><p>${words}</p></article>${more.map(p).join('')}</main>`,
      );
    const teased = 'The dentist said that everybody in the village should try this brush.';
    const [away, here, bare, long] = await read([
      post('<a href="/other">A brush</a>', teased),
      post('<a href="#at-noon">12.00</a>', teased),
      post('A brush', teased),
      post('<a href="/other">A brush</a>', `${teased} ${more.join(' ')}`),
    ]);
    assert.deepEqual(
      [away, here, bare, long].map((text) => text!.includes('dentist')),
      [false, true, true, true],
    );
  });

  test('comments are left out, though there is more of them than of the article', async () => {
    const comment = (at: number) =>
      `<li class="comment"><b>marl_${at}</b><div><p>${plain[at % 3]!.replace('bridge', `pump ${at}`)}</p><p>My neighbour said that it was so, and number ${at} of us agreed with her at once.</p></div></li>`;
    const comments = `<section class="comments-area"><h2>Twelve thoughts</h2><ol>${[...Array(12).keys()].map(comment).join('')}</ol></section>`;
    const [text] = await read([html(`<article>${h1}${paragraphs.slice(0, 4).map(p).join('')}</article>${comments}`)]);
    assert.deepEqual([text!.split('\n').length, text!.includes('neighbour')], [4, false]);
  });
});

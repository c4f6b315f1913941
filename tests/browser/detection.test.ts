/** Which pages are read at all: articles in English, and no others. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { article, page as pageWith, plain } from './harness/articles.ts';
import { readHtml } from './harness/reader.ts';
import { inBothBrowsers } from './harness/session.ts';

const GERMAN = [
  'Die Brücke an der kleinen Furt wurde am Dienstag nach einer Nacht mit starkem Regen gesperrt, weil zwei Bretter am nördlichen Ufer fehlten und das Geländer lose war.',
  'Die Arbeiter kamen noch vor dem Mittag mit einem Lastwagen voller Eichenholz und stellten einen Zaun auf, während der Fluss unter ihnen weiter an den Steinen stieg.',
  'Vor vierzig Jahren wurde die Brücke gebaut, als die Mühle noch in Betrieb war, und an einem Markttag gehen etwa dreihundert Menschen mit ihren Taschen hinüber.',
];
const JAPANESE =
  '昨夜の大雨のあと、小さな橋は火曜日に閉鎖された。北の岸に近い板が二枚なくなり、手すりも三本目の柱から外れていた。'.repeat(
    5,
  );

const teaser = (words: string, at: number) =>
  `<div class="card"><h3><a href="/${at}">Story number ${at}</a></h3><p>${words}</p></div>`;
const good = (_words: string, at: number) =>
  `<li><img alt=""><a href="/${at}">Oak board ${at}</a><p>A board of oak, planed on both sides, two metres long and four centimetres thick.</p><b>€ ${at}9.00</b></li>`;
const many = (part: (words: string, at: number) => string) =>
  [...plain, ...plain, ...plain, ...plain].map(part).join('');
const bare = (body: string, head = '') =>
  `<html lang="en"><head><title>The bridge</title>${head}</head><body>${body}</body></html>`;

const CASES: [name: string, html: string, isArticle: boolean][] = [
  ['an article', article(), true],
  ['an article that declares no language', article().replace(' lang="en"', ''), true],
  ['an English article in a page that declares another language', article().replace('"en"', '"tr"'), true],
  [
    'every paragraph in a box of its own',
    pageWith(plain.map((words) => `<div class="text"><div><p>${words}</p></div></div>`).join('')),
    true,
  ],
  ['one box with line breaks', bare(`<div>${plain.join('<br><br>')}</div>`), true],
  ['text in bare boxes', bare(`<div>${plain.map((words) => `<div>${words}</div>`).join('')}</div>`), true],
  [
    'a page laid out as a table',
    bare(`<table><tr><td>Home<td>${plain.map((words) => `<p>${words}</p>`).join('')}</table>`),
    true,
  ],
  [
    'a brief that says it is an article',
    bare(
      plain
        .slice(0, 2)
        .map((words) => `<p>${words}</p>`)
        .join(''),
      '<meta property="og:type" content="article">',
    ),
    true,
  ],
  ['the whole page in a form', bare(`<form>${plain.map((words) => `<p>${words}</p>`).join('')}</form>`), true],

  [
    'an article in a dialog that is all the page has',
    bare(`<p>All stories</p><dialog open>${plain.map((words) => `<p>${words}</p>`).join('')}</dialog>`),
    true,
  ],
  ['the same by its role', bare(`<div role="dialog">${plain.map((words) => `<p>${words}</p>`).join('')}</div>`), true],
  [
    'an article under a banner',
    bare(
      `<div inert aria-hidden="true">${plain.map((words) => `<p>${words}</p>`).join('')}</div><div role="dialog"><p>Yes or no?</p></div>`,
    ),
    true,
  ],
  ['an article that is one list', bare(`<ol>${plain.map((words) => `<li>${words}</li>`).join('')}</ol>`), true],
  [
    'much text in two boxes',
    bare(`<div><div>${plain.join(' ')} ${plain.join(' ')}</div><div>${plain.join(' ')}</div></div>`),
    true,
  ],

  [
    'a front page with a long dialog',
    bare(many(teaser) + `<div role="dialog">${plain.map((words) => `<p>${words}</p>`).join('')}</div>`),
    false,
  ],
  [
    'a recipe that calls itself an article',
    bare(
      `${plain.map((words) => `<p>${words}</p>`).join('')}<script type="application/ld+json">{"@type": "Recipe"}</script>`,
      '<meta property="og:type" content="article">',
    ),
    false,
  ],
  [
    'a recipe that declares nothing',
    bare(`${plain.map((words) => `<p>${words}</p>`).join('')}<h3>Ingredients</h3><ul><li>Oak</li></ul>`),
    false,
  ],
  [
    'a product in structured data',
    bare(
      `${plain.map((words) => `<p>${words}</p>`).join('')}<script type="application/ld+json">{"@type": "Product"}</script>`,
    ),
    false,
  ],
  [
    'reviews of something for sale',
    bare(`<button class="add-to-cart">Buy</button>${plain.map((words) => `<p>${words}</p>`).join('')}`),
    false,
  ],
  [
    'a song',
    bare(`<div>${'The mill, she said, goes round by night,<br>and I have heard it turn,<br>'.repeat(20)}</div>`),
    false,
  ],
  ['a front page', bare(many(teaser)), false],
  ['a shop', bare(`<ul>${many(good)}</ul>`), false],
  [
    'a product with a long description',
    bare(plain.map((words) => `<p>${words}</p>`).join(''), '<meta property="og:type" content="product">'),
    false,
  ],
  ['a list of links', bare(many((words) => `<p><a href="/">${words}</a></p>`)), false],
  ['a German article', pageWith(GERMAN.map((words) => `<p>${words}</p>`).join('')), false],
  ['a German article that declares English', pageWith(GERMAN.map((words) => `<p>${words}</p>`).join(''), 'en'), false],
  ['a Japanese article', pageWith(`<p>${JAPANESE}</p><p>${JAPANESE}</p><p>${JAPANESE}</p>`), false],
  ['one paragraph', bare(`<p>${plain[0]}</p>`), false],
  ['text in the margin only', bare(`<aside>${plain.map((words) => `<p>${words}</p>`).join('')}</aside>`), false],
  ['an editor', bare(`<div contenteditable>${plain.map((words) => `<p>${words}</p>`).join('')}</div>`), false],
  ['an empty page', bare(''), false],
];

inBothBrowsers((session) => {
  let page: Page;
  for (const [name, html, isArticle] of CASES) {
    test(`${name}: ${isArticle ? 'read' : 'left alone'}`, async () => {
      page ??= await session.visit('http://lantern.example/blank', '<!doctype html><title>Blank</title>');
      assert.equal((await readHtml(page, html)).isArticle, isArticle);
    });
  }
});

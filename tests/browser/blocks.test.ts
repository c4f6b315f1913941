/** What a page is taken apart into: one block for each paragraph a reader sees, with its region and links. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { page as pageWith, plain } from './harness/articles.ts';
import { readHtml } from './harness/reader.ts';
import { inBothBrowsers } from './harness/session.ts';

/** Paragraphs around a case, so that there is an article to stand in. */
const BEFORE = plain.slice(0, 2).map((words) => `<p>${words}</p>`);
const AFTER = `<p>${plain[2]}</p>`;

/** What stands in the article, and the blocks it becomes: `region: words`. */
const CASES: [name: string, html: string, blocks: string[]][] = [
  // One block is what a reader sees as one paragraph.
  ['inline elements are joined', '<p>The <b>mill</b> <i>was</i> <a href="#">run</a>ning.</p>', ['paragraph: The mill was running.']],
  ['a comment in the middle of a word is nothing', '<p>The mi<!-- ad -->ll was running.</p>', ['paragraph: The mill was running.']],
  ['two line breaks part paragraphs, one does not', '<p>One line<br>goes on.<br><br>Another paragraph.</p>', ['paragraph: One line goes on.', 'paragraph: Another paragraph.']],
  ['line breaks with white space between them', '<div>First.<br>\n  <br>Second.</div>', ['paragraph: First.', 'paragraph: Second.']],
  ['bare text in boxes', '<div>Bare words.<div>Inner words.</div>Words after.</div>', ['paragraph: Bare words.', 'paragraph: Inner words.', 'paragraph: Words after.']],
  ['a span that is a block by its style', '<div><span style="display:block">One.</span><span style="display:block">Two.</span></div>', ['paragraph: One.', 'paragraph: Two.']],
  ['elements nobody knows', '<x-paragraph style="display:block">One <x-word>two</x-word>.</x-paragraph>', ['paragraph: One two.']],
  ['items of a flex box are blocks', '<div style="display:flex"><span>One.</span><span>Two.</span></div>', ['paragraph: One.', 'paragraph: Two.']],
  ['a rule parts paragraphs', '<div>One.<hr>Two.</div>', ['paragraph: One.', 'paragraph: Two.']],
  ['a floating drop cap belongs to its word', '<p><span style="float:left">T</span>he mill.</p>', ['paragraph: The mill.']],
  ['text kept as it stands is parted at blank lines', '<div style="white-space:pre-wrap">One\nline.\n\nTwo.</div>', ['paragraph: One line.', 'paragraph: Two.']],
  ['white space in the source is no blank line', '<p>One\n\n   line.</p>', ['paragraph: One line.']],

  // Regions that sites declare.
  ['headings', '<h2>The flood</h2><h3>The night</h3>', ['subheading: The flood', 'subheading: The night']],
  ['quotes and lists', '<blockquote><p>Quoted words here.</p></blockquote><ul><li>First item.<li><p>Second item.</p></ul>', ['quote: Quoted words here.', 'list-item: First item.', 'list-item: Second item.']],
  ['the source of a block quotation stays', '<blockquote>Quoted words here.<footer>Ann Roe, a miller</footer></blockquote>', ['quote: Quoted words here. — Ann Roe, a miller']],
  ['captions', '<figure><img alt="A bridge"><figcaption>The bridge in May. <span>Photo: A. Roe</span></figcaption></figure>', ['caption: The bridge in May. Photo: A. Roe']],
  ['a caption by class', '<div class="wp-caption"><img alt=""><p class="wp-caption-text">Ann Roe said no in May.</p></div>', ['caption: Ann Roe said no in May.']],
  ['a caption by a generated class', '<div class="Figure_caption__x7Fg2">Ann Roe said no in May.</div>', ['caption: Ann Roe said no in May.']],
  ['an author by microdata', '<div>By <span itemprop="author">Ann Roe, Little Ford</span></div>', ['byline: By Ann Roe, Little Ford']],
  ['a byline by class', '<div class="article__byline">Ann Roe in Little Ford</div>', ['byline: Ann Roe in Little Ford']],
  ['a tag in the name of a class is no tag', '<div class="post tag-bridges"><p>The mill was running.</p></div>', ['paragraph: The mill was running.']],
  ['cells of a table', '<table><tr><th>Day<td>Boards</table>', ['other: Day', 'other: Boards']],
  ['paragraphs in a page laid out as a table', '<table><tr><td><p>The mill was running.</p></table>', ['paragraph: The mill was running.']],

  // Regions guessed from words.
  ['a byline', '<p>By Ann Roe and Bo Lee</p>', ['byline: By Ann Roe and Bo Lee']],
  ['a sentence that begins like one', '<p>By Monday the river had gone down, Ann Roe said.</p>', ['paragraph: By Monday the river had gone down, Ann Roe said.']],
  ['a date', '<p>Updated 3 May 2031, 9.20</p>', ['byline: Updated 3 May 2031, 9.20']],
  ['a credit', '<p>Photograph: Ann Roe/Lantern</p>', ['caption: Photograph: Ann Roe/Lantern']],
  ['a link to another story', '<p><a href="/x">Ferry captain says the tide is late</a></p>', ['other: Ferry captain says the tide is late']],
  ['a byline that is a link', '<p><a href="/roe">By Ann Roe</a></p>', ['byline: By Ann Roe']],
  ['labels in boxes', '<div>Ferry captain says the tide is late</div><div>He said two things:</div><p>Words without a stop</p>', ['other: Ferry captain says the tide is late', 'paragraph: He said two things:', 'paragraph: Words without a stop']],
  ['a heading that is only bold', '<p><strong>What happens next</strong></p>', ['subheading: What happens next']],
  ['a bold sentence', '<p><strong>The bridge stays closed, she said.</strong></p>', ['paragraph: The bridge stays closed, she said.']],

  // Left out.
  ['navigation, asides, forms, code', '<nav>Home</nav><aside>Most read</aside><form><label>Mail</label><input value="x"><button>Send</button></form><pre>let x = 1</pre>', []],
  ['scripts and styles', '<p>One<script>var x</script><style>p{}</style><noscript>n</noscript> word.</p>', ['paragraph: One word.']],
  ['hidden text', '<p hidden>a</p><p style="display:none">b</p><p style="visibility:hidden">c</p><div aria-hidden="true">d</div><p class="sr-only">e</p><details><summary>More</summary>f<p>g</p></details>', []],
  ['what is folded out', '<details open><summary>More</summary>It rained.</details>', ['other: More', 'paragraph: It rained.']],
  ['text for screen readers inside a sentence', '<p>See <a href="#">the map<span style="position:absolute;clip-path:inset(50%)"> (opens anew)</span></a> here.</p>', ['paragraph: See the map here.']],
  ['an advert in the midst of a sentence', '<p>It rained <ins class="adsbygoogle" style="display:block">Buy now</ins>until noon.<ins class="adsbygoogle" style="display:block">Buy</ins>It stopped.</p>', ['paragraph: It rained until noon. It stopped.']],
  ['editable text', '<div contenteditable>Write here.</div><p contenteditable="false">Not here.</p>', ['paragraph: Not here.']],
  ['marks of notes', '<p>It rained.<sup><a href="#n1">[1]</a></sup> It stopped at 10<sup>th</sup> street.</p>', ['paragraph: It rained. It stopped at 10th street.']],
  ['boxes that are called related, newsletter, comments', '<div class="related-stories">a b</div><section id="newsletter-signup">c d</section><div class="CommentsList">e f</div>', []],
  ['a paragraph that is called so stays', '<p class="share-price">Shares fell by a tenth.</p>', ['paragraph: Shares fell by a tenth.']],
  ['a pull quote that repeats the article', `<blockquote>${plain[0]!.split('. ')[0]}</blockquote>`, [`other: ${plain[0]!.split('. ')[0]}`]],
  ['a form around everything is read', '<form><p>The mill was running.</p></form>', ['paragraph: The mill was running.']],
  ['a form whose field is called like a property', '<form><input name="localName"><input name="parentElement"><input name="firstChild"><input name="matches"><p>The mill was running.</p></form>', ['paragraph: The mill was running.']],
];

inBothBrowsers((session) => {
  let page: Page;
  const read = async (html: string) => {
    page ??= await session.visit('http://lantern.example/blank', '<!doctype html><title>Blank</title>');
    return readHtml(page, html);
  };

  for (const [name, html, blocks] of CASES) {
    test(name, async () => {
      const around = pageWith(`${BEFORE.join('')}${html}${AFTER}`);
      const found = (await read(around)).blocks;
      assert.deepEqual(found.slice(3, -1).map(({ region, text }) => `${region}: ${text}`), blocks);
      assert.ok(found.every((block) => block.found), 'every word is found again where it stands');
    });
  }

  test('reading leaves the page as it was', async () => {
    assert.ok((await read(pageWith(BEFORE.join('') + CASES.map(([, html]) => html).join('')))).untouched);
  });

  test('the headline is the heading that the title repeats, with nothing before it', async () => {
    const html = `<html lang="en"><head><title>Bridge closed after rain | The Lantern</title></head><body>
      <h1>The Lantern</h1><div>World</div>
      <h2>Bridge closed after rain</h2><p>A night of rain, and two boards.</p><div class="share">Share</div>
      <div id="body"><p>${plain.join('</p><p>')}</p></div>
      <div><h2>Elsewhere</h2><p>Ferry late</p></div></body></html>`;
    const { blocks } = await read(html);
    assert.deepEqual(blocks.map(({ region }) => region), ['headline', 'paragraph', 'paragraph', 'paragraph', 'paragraph']);
  });

  test('a word above the headline does not make it a heading of the text', async () => {
    const html = `<html lang="en"><head><title>Bridge closed after rain | The Lantern</title></head><body><article>
      <p>World</p><h1>Bridge closed after rain</h1><p>${plain.join('</p><p>')}</p></article></body></html>`;
    const { blocks } = await read(html);
    assert.deepEqual(blocks.map(({ region }) => region), ['headline', 'paragraph', 'paragraph', 'paragraph']);
  });

  test('links know their words and where they lead', async () => {
    const { blocks } = await read(
      pageWith(`${BEFORE.join('')}<p>The <a href="https://www.courier.example/x">Tessaly <i>Courier</i></a> and <a href="/own">we</a> and <a href="mailto:a@b.example">mail</a>.</p>${AFTER}`),
    );
    assert.deepEqual(blocks.at(-2)!.links, [
      { words: 'Tessaly Courier', domain: 'courier.example' },
      { words: 'we', domain: 'lantern.example' },
    ]);
  });

  test('the publisher goes by every name that the page gives', async () => {
    const head = `<title>Bridge closed – report | Merrow Post</title><meta property="og:site_name" content="The Lantern">
      <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","publisher":{"name":"Lantern Media","alternateName":["Lantern"]}}]}</script>
      <script type="application/ld+json">{ broken</script>`;
    const { host } = await read(pageWith(BEFORE.join('')).replace('<title>The bridge</title>', head));
    assert.deepEqual(host, { names: ['The Lantern', 'Lantern Media', 'Lantern', 'Merrow Post'], domain: 'lantern.example' });
  });

  test('a form named like a property of the document changes nothing', async () => {
    const form = '<form name="title"></form><form name="body"></form><img name="location">';
    const { blocks, host } = await read(pageWith(`${BEFORE.join('')}${AFTER}`).replace('<article>', `${form}<article>`));
    assert.deepEqual([blocks.length, host.domain], [4, 'lantern.example']);
  });

  test('what stands behind a dash in the title is no publisher', async () => {
    const { host } = await read(pageWith(BEFORE.join('')).replace('The bridge</title>', 'Bridge to open - report</title>'));
    assert.deepEqual(host.names, []);
  });
});

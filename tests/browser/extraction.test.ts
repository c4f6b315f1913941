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
  [
    'inline elements are joined',
    '<p>The <b>mill</b> <i>was</i> <a href="#">run</a>ning.</p>',
    ['paragraph: The mill was running.'],
  ],
  [
    'a comment in the middle of a word is nothing',
    '<p>The mi<!-- ad -->ll was running.</p>',
    ['paragraph: The mill was running.'],
  ],
  [
    'two line breaks part paragraphs, one does not',
    '<p>One line<br>goes on.<br><br>Another paragraph.</p>',
    ['paragraph: One line goes on.', 'paragraph: Another paragraph.'],
  ],
  [
    'line breaks with white space between them',
    '<div>First.<br>\n  <br>Second.</div>',
    ['paragraph: First.', 'paragraph: Second.'],
  ],
  [
    'bare text in boxes',
    '<div>Bare words.<div>Inner words.</div>Words after.</div>',
    ['paragraph: Bare words.', 'paragraph: Inner words.', 'paragraph: Words after.'],
  ],
  [
    'a span that is a block by its style',
    '<div><span style="display:block">One.</span><span style="display:block">Two.</span></div>',
    ['paragraph: One.', 'paragraph: Two.'],
  ],
  [
    'elements nobody knows',
    '<x-paragraph style="display:block">One <x-word>two</x-word>.</x-paragraph>',
    ['paragraph: One two.'],
  ],
  [
    'items of a flex box are blocks',
    '<div style="display:flex"><span>One.</span><span>Two.</span></div>',
    ['paragraph: One.', 'paragraph: Two.'],
  ],
  ['a rule parts paragraphs', '<div>One.<hr>Two.</div>', ['paragraph: One.', 'paragraph: Two.']],
  [
    'a floating drop cap belongs to its word',
    '<p><span style="float:left">T</span>he mill.</p>',
    ['paragraph: The mill.'],
  ],
  [
    'text kept as it stands is parted at blank lines',
    '<div style="white-space:pre-wrap">One\nline.\n\nTwo.</div>',
    ['paragraph: One line.', 'paragraph: Two.'],
  ],
  ['white space in the source is no blank line', '<p>One\n\n   line.</p>', ['paragraph: One line.']],

  // Regions that sites declare.
  ['headings', '<h2>The flood</h2><h3>The night</h3>', ['subheading: The flood', 'subheading: The night']],
  [
    'quotes and lists',
    '<blockquote><p>Quoted words here.</p></blockquote><ul><li>First item.<li><p>Second item.</p></ul>',
    ['quote: Quoted words here.', 'list-item: First item.', 'list-item: Second item.'],
  ],
  [
    'the source of a block quotation stays',
    '<blockquote>Quoted words here.<footer>Ann Roe, a miller</footer></blockquote>',
    ['quote: Quoted words here. — Ann Roe, a miller'],
  ],
  [
    'the speaker of a block quotation in a cite',
    '<blockquote><p>Quoted words here.</p><cite>Ann Roe, a miller</cite></blockquote>',
    ['quote: Quoted words here. — Ann Roe, a miller'],
  ],
  [
    'in a footer with a cite',
    '<blockquote><p>Quoted words here.</p><footer><cite>Ann Roe, a miller</cite></footer></blockquote>',
    ['quote: Quoted words here. — Ann Roe, a miller'],
  ],
  [
    'in the caption of its figure',
    '<figure><blockquote><p>Quoted words here.</p></blockquote><figcaption>Ann Roe, a miller</figcaption></figure>',
    ['quote: Quoted words here. — Ann Roe, a miller'],
  ],
  [
    'in a paragraph of such a class behind it',
    '<blockquote><p>Quoted words here.</p></blockquote><p class="attribution">Ann Roe, a miller</p>',
    ['quote: Quoted words here. — Ann Roe, a miller'],
  ],
  [
    'behind a dash, on a line of its own',
    '<blockquote>Quoted words here.<br>— Ann Roe, a miller</blockquote>',
    ['quote: Quoted words here. — Ann Roe, a miller'],
  ],
  [
    'behind a dash, in a paragraph of its own',
    '<blockquote><p>Quoted words here.</p><p>– Ann Roe, a miller</p></blockquote>',
    ['quote: Quoted words here. — Ann Roe, a miller'],
  ],
  [
    'a cite that begins a quotation, and one in its midst',
    '<blockquote><cite style="display:block">Ann Roe wrote:</cite>Quoted words of <cite>The Mill</cite> here.</blockquote>',
    ['quote: Ann Roe wrote:', 'quote: Quoted words of The Mill here.'],
  ],
  [
    'a transcript in a figure',
    '<figure><dl><dt>Roe<dd>The boards were sound in May, as far as I could see from below.</dl></figure>',
    ['caption: Roe', 'caption: The boards were sound in May, as far as I could see from below.'],
  ],
  [
    'a class of pictures around running text',
    `<div class="article__photo-text"><p>${'The mill was running, and nobody could say why. '.repeat(14)}</p></div>`,
    [`paragraph: ${'The mill was running, and nobody could say why. '.repeat(14).trim()}`],
  ],
  [
    'a paragraph set as a heading',
    `<h2>${plain[1]}</h2>`.replace('Workers', 'Women'),
    [`paragraph: ${plain[1]!.replace('Workers', 'Women')}`],
  ],
  [
    'an author’s note',
    '<p>Author’s note: Ann Roe said that she would write the rest in May, when the mill stands still.</p>',
    ['other: Author’s note: Ann Roe said that she would write the rest in May, when the mill stands still.'],
  ],
  [
    'a song',
    '<p>The mill, she said,<br>goes round by night<br>and I have heard,<br>said I, the stone<br>that wept in May<br>for Ann and me</p>',
    [
      'other: The mill, she said, goes round by night and I have heard, said I, the stone that wept in May for Ann and me',
    ],
  ],
  [
    'captions',
    '<figure><img alt="A bridge"><figcaption>The bridge in May. <span>Photo: A. Roe</span></figcaption></figure>',
    ['caption: The bridge in May. Photo: A. Roe'],
  ],
  [
    'a caption by class',
    '<div class="wp-caption"><img alt=""><p class="wp-caption-text">Ann Roe said no in May.</p></div>',
    ['caption: Ann Roe said no in May.'],
  ],
  [
    'a caption by a class of one word, and one in an element that flows with words',
    '<div class="imageCaption">Ann Roe said no in May.</div><span class="caption-text"><p>Bo Lee said yes in June.</p></span>',
    ['caption: Ann Roe said no in May.', 'caption: Bo Lee said yes in June.'],
  ],
  [
    'a caption by a generated class',
    '<div class="Figure_caption__x7Fg2">Ann Roe said no in May.</div>',
    ['caption: Ann Roe said no in May.'],
  ],
  [
    'an author by microdata',
    '<div>By <span itemprop="author">Ann Roe, Little Ford</span></div>',
    ['byline: By Ann Roe, Little Ford'],
  ],
  [
    'a byline by class',
    '<div class="article__byline">Ann Roe in Little Ford</div>',
    ['byline: Ann Roe in Little Ford'],
  ],
  [
    'a tag in the name of a class is no tag',
    '<div class="post tag-bridges"><p>The mill was running.</p></div>',
    ['paragraph: The mill was running.'],
  ],
  ['cells of a table', '<table><tr><th>Day<td>Boards</table>', ['other: Day', 'other: Boards']],
  [
    'paragraphs in a page laid out as a table',
    '<table><tr><td><p>The mill was running.</p></table>',
    ['paragraph: The mill was running.'],
  ],

  // Regions guessed from words.
  ['a byline', '<p>By Ann Roe and Bo Lee</p>', ['byline: By Ann Roe and Bo Lee']],
  [
    'a sentence that begins like one',
    '<p>By Monday the river had gone down, Ann Roe said.</p>',
    ['paragraph: By Monday the river had gone down, Ann Roe said.'],
  ],
  ['a date', '<p>Updated 3 May 2031, 9.20</p>', ['byline: Updated 3 May 2031, 9.20']],
  ['a credit', '<p>Photograph: Ann Roe/Lantern</p>', ['caption: Photograph: Ann Roe/Lantern']],
  [
    'a link to another story',
    '<p><a href="/x">Ferry captain says the tide is late</a></p>',
    ['other: Ferry captain says the tide is late'],
  ],
  [
    'a link to another story, led in',
    '<p><strong>More from the Lantern: <a href="/x">Ferry captain says the tide is late</a></strong></p><p>Watch: Ferry captain says sorry</p><p>He named one: <a href="/roe">Ann Roe</a>, who was there.</p>',
    [
      'other: More from the Lantern: Ferry captain says the tide is late',
      'other: Watch: Ferry captain says sorry',
      'paragraph: He named one: Ann Roe, who was there.',
    ],
  ],
  [
    'a sentence that asks for something',
    '<p>Sign up for our letter. Readers say it is the best one.</p><p>Subscribers said that they had signed up for nothing.</p>',
    [
      'other: Sign up for our letter. Readers say it is the best one.',
      'paragraph: Subscribers said that they had signed up for nothing.',
    ],
  ],
  ['a byline that is a link', '<p><a href="/roe">By Ann Roe</a></p>', ['byline: By Ann Roe']],
  [
    'labels in boxes',
    '<div>Ferry captain says the tide is late</div><div>He said two things:</div><p>Words without a stop</p>',
    ['other: Ferry captain says the tide is late', 'paragraph: He said two things:', 'paragraph: Words without a stop'],
  ],
  ['a heading that is only bold', '<p><strong>What happens next</strong></p>', ['subheading: What happens next']],
  [
    'a bold sentence',
    '<p><strong>The bridge stays closed, she said.</strong></p>',
    ['paragraph: The bridge stays closed, she said.'],
  ],

  // Left out.
  [
    'navigation, asides, forms, code',
    '<nav>Home</nav><aside>Most read</aside><form><label>Mail</label><input value="x"><button>Send</button></form><pre>let x = 1</pre>',
    [],
  ],
  [
    'scripts and styles',
    '<p>One<script>var x</script><style>p{}</style><noscript>n</noscript> word.</p>',
    ['paragraph: One word.'],
  ],
  [
    'hidden text',
    '<p hidden>a</p><p style="display:none">b</p><p style="visibility:hidden">c</p><div aria-hidden="true">d</div><p class="sr-only">e</p><details><summary>More</summary>f<p>g</p></details>',
    [],
  ],
  [
    'text that nobody sees',
    '<p>It rained. <span style="opacity:0">a</span><span style="font-size:0">b</span>It stopped.</p><div style="font-size:0"><p style="font-size:16px">Gaps are closed.</p></div>',
    ['paragraph: It rained. It stopped.', 'paragraph: Gaps are closed.'],
  ],
  [
    'text that is to fade in',
    '<p style="opacity:0;transition:opacity 1s">It rained until noon on the day.</p>',
    ['paragraph: It rained until noon on the day.'],
  ],
  [
    'what is folded out',
    '<details open><summary>More</summary>It rained.</details>',
    ['other: More', 'paragraph: It rained.'],
  ],
  [
    'text for screen readers inside a sentence',
    '<p>See <a href="#">the map<span style="position:absolute;clip-path:inset(50%)"> (opens anew)</span></a> here.</p>',
    ['paragraph: See the map here.'],
  ],
  [
    'an advert in the midst of a sentence',
    '<p>It rained <ins class="adsbygoogle" style="display:block">Buy now</ins>until noon.<ins class="adsbygoogle" style="display:block">Buy</ins>It stopped.</p>',
    ['paragraph: It rained until noon. It stopped.'],
  ],
  [
    'editable text',
    '<div contenteditable>Write here.</div><p contenteditable="false">Not here.</p>',
    ['paragraph: Not here.'],
  ],
  [
    'raised marks of notes',
    '<p>Ann Roe said<sup>1</sup> it rained,<sup>[2]</sup> and<sup>*</sup> no more.<sup>2, 3</sup></p>',
    ['paragraph: Ann Roe said it rained, and no more.'],
  ],
  [
    'marks of notes in the text',
    '<p>It rained,[2] she said.† It stopped.* A f*** day, 2*3, and [sic] that.</p>',
    ['paragraph: It rained, she said. It stopped. A f*** day, 2*3, and [sic] that.'],
  ],
  [
    'a linked mark of a note',
    '<p>It rained.<a href="#n1">1</a> It stopped. See <a href="#map">the map</a>.</p>',
    ['paragraph: It rained. It stopped. See the map.'],
  ],
  [
    'raised figures that are no notes',
    '<p>A field of 20 m<sup>2</sup>, 10<sup>6</sup> bees, the 4<sup>th</sup> hive, 3 km<sup>2</sup> and E = mc<sup>2</sup>.</p>',
    ['paragraph: A field of 20 m2, 106 bees, the 4th hive, 3 km2 and E = mc2.'],
  ],
  [
    'marks of notes',
    '<p>It rained.<sup><a href="#n1">[1]</a></sup> It stopped at 10<sup>th</sup> street.</p>',
    ['paragraph: It rained. It stopped at 10th street.'],
  ],
  [
    'boxes that are called related, newsletter, comments',
    '<div class="related-stories">a b</div><section id="newsletter-signup">c d</section><div class="CommentsList">e f</div>',
    [],
  ],
  [
    'a paragraph that is called so stays',
    '<p class="share-price">Shares fell by a tenth.</p>',
    ['paragraph: Shares fell by a tenth.'],
  ],
  [
    'a pull quote that repeats the article',
    `<blockquote>${plain[0]!.split('. ')[0]}</blockquote>`,
    [`other: ${plain[0]!.split('. ')[0]}`],
  ],
  [
    'a form around everything is read',
    '<form><p>The mill was running.</p></form>',
    ['paragraph: The mill was running.'],
  ],
  [
    'a form whose field is called like a property',
    '<form><input name="localName"><input name="parentElement"><input name="firstChild"><input name="matches"><p>The mill was running.</p></form>',
    ['paragraph: The mill was running.'],
  ],
];

const meta = (name: string, content: string, value = 'content') => `<meta property="${name}" ${value}="${content}">`;
const data = (value: unknown) =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;

/** What stands in the head of a page at an address, and the names by which people call its publisher. */
const PUBLISHERS: [name: string, address: string, head: string, names: string[]][] = [
  [
    'a graph',
    'lantern.example',
    data({ '@graph': [{ '@type': 'NewsArticle', publisher: { name: 'The Lantern' } }] }),
    ['The Lantern'],
  ],
  [
    'a publisher that is pointed to',
    'lantern.example',
    data({ '@graph': [{ publisher: { '@id': '#org' } }, { '@id': '#org', name: 'The Lantern' }] }),
    ['The Lantern'],
  ],
  [
    'one that stands in other data',
    'lantern.example',
    data([{ publisher: { '@id': '#org' } }]) + data({ publisher: null, '@id': '#org', name: 'The Lantern' }),
    ['The Lantern'],
  ],
  [
    'several publishers',
    'lantern.example',
    data({ publisher: [{ name: 'The Lantern' }, { name: 'Merrow Media' }] }),
    ['The Lantern', 'Merrow Media'],
  ],
  ['a publisher that is only its name', 'lantern.example', data({ publisher: 'The Lantern' }), ['The Lantern']],
  [
    'metadata with its words in `value`',
    'lantern.example',
    meta('og:site_name', 'The Lantern', 'value'),
    ['The Lantern'],
  ],
  [
    'several metadata',
    'lantern.example',
    meta('og:site_name', '') + meta('og:site_name', 'The Lantern'),
    ['The Lantern'],
  ],
  [
    'what a site says of itself',
    'merrownow.example',
    meta('og:site_name', 'MerrowNow | The most read page of the valley'),
    ['MerrowNow | The most read page of the valley'],
  ],
  [
    'markup',
    'lantern.example',
    meta('og:site_name', '&lt;b&gt;The Lantern&lt;/b&gt; &amp;amp; Post'),
    ['The Lantern & Post'],
  ],
  ['a name of ten thousand characters', 'lantern.example', meta('og:site_name', 'The Lantern '.repeat(900)), []],
  [
    'a title with a line break',
    'lantern.example',
    '<title>Bridge to open |\n The Merrow Post\n</title>',
    ['The Merrow Post'],
  ],
  [
    'a title behind a dash and a domain with a hyphen',
    'merrow-post.example',
    '<title>Bridge to open - Merrow Post</title>',
    ['Merrow Post'],
  ],
  ['a title with the letters of the domain', 'tmp.example', '<title>Bridge to open – The Merrow Post</title>', []],
  [
    'a title with first letters',
    'mvp.example',
    '<title>Bridge to open – The Merrow Valley Post</title>',
    ['The Merrow Valley Post'],
  ],
  ['a title with a section', 'lantern.example', '<title>Bridge to open | Politics</title>', []],
  [
    'broken data',
    'lantern.example',
    data('{"publisher": {"name": "The Lantern"') + data({ publisher: { name: 'Merrow Media' } }),
    ['Merrow Media'],
  ],
  [
    'data of five megabytes',
    'lantern.example',
    data({ publisher: { name: 'The Lantern' }, text: 'x'.repeat(5e6) }),
    [],
  ],
  ['data that is nested without end', 'lantern.example', data('['.repeat(50_000) + ' "publisher"'), []],
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
      assert.deepEqual(
        found.slice(3, -1).map(({ region, text }) => `${region}: ${text}`),
        blocks,
      );
      assert.ok(
        found.every((block) => block.found),
        'every word is found again where it stands',
      );
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
    assert.deepEqual(
      blocks.map(({ region }) => region),
      ['headline', 'paragraph', 'paragraph', 'paragraph', 'paragraph'],
    );
  });

  test('a word above the headline does not make it a heading of the text', async () => {
    const html = `<html lang="en"><head><title>Bridge closed after rain | The Lantern</title></head><body><article>
      <p>World</p><h1>Bridge closed after rain</h1><p>${plain.join('</p><p>')}</p></article></body></html>`;
    const { blocks } = await read(html);
    assert.deepEqual(
      blocks.map(({ region }) => region),
      ['headline', 'paragraph', 'paragraph', 'paragraph'],
    );
  });

  test('links know their words and where they lead', async () => {
    const { blocks } = await read(
      pageWith(
        `${BEFORE.join('')}<p>The <a href="https://www.courier.example/x">Tessaly <i>Courier</i></a> and <a href="/own">we</a> and <a href="mailto:a@b.example">mail</a>.</p>${AFTER}`,
      ),
    );
    assert.deepEqual(blocks.at(-2)!.links, [
      { words: 'Tessaly Courier', domain: 'courier.example', address: 'https://www.courier.example/x' },
      { words: 'we', domain: 'lantern.example', address: '' },
    ]);
  });

  test('the publisher goes by every name that the page gives', async () => {
    const head = `<title>Bridge closed – report | Merrow Post</title><meta property="og:site_name" content="The Lantern">
      <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","publisher":{"name":"Lantern Media","alternateName":["Lantern"]}}]}</script>
      <script type="application/ld+json">{ broken</script>`;
    const { host } = await read(pageWith(BEFORE.join('')).replace('<title>The bridge</title>', head));
    assert.deepEqual(host, {
      names: ['The Lantern', 'Lantern Media', 'Lantern', 'Merrow Post'],
      domain: 'lantern.example',
    });
  });

  for (const [name, host, head, names] of PUBLISHERS) {
    test(`the publisher by ${name}`, async () => {
      page ??= await session.visit('http://lantern.example/blank', '<!doctype html><title>Blank</title>');
      const html = pageWith(BEFORE.join('')).replace(/<title>.*<\/title>/, () => head);
      assert.deepEqual((await readHtml(page, html, `https://www.${host}/story`)).host, { names, domain: host });
    });
  }

  test('a form named like a property of the document changes nothing', async () => {
    const form = '<form name="title"></form><form name="body"></form><img name="location">';
    const { blocks, host } = await read(
      pageWith(`${BEFORE.join('')}${AFTER}`).replace('<article>', `${form}<article>`),
    );
    assert.deepEqual([blocks.length, host.domain], [4, 'lantern.example']);
  });

  test('what stands behind a dash in the title is no publisher', async () => {
    const { host } = await read(
      pageWith(BEFORE.join('')).replace('The bridge</title>', 'Bridge to open - report</title>'),
    );
    assert.deepEqual(host.names, []);
  });
});

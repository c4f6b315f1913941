/** The claims of a page as files, from the popup. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, plain, river } from './harness/articles.ts';
import { waitForCard } from './harness/card.ts';
import { eventually, isInSight, pointAt, run, waitForMarks } from './harness/page.ts';
import { listedIn, waitForPopup } from './harness/popup.ts';
import { savedBy } from './harness/saved.ts';
import { inBothBrowsers } from './harness/session.ts';

const utf8 = (content: string) => Buffer.from(content, 'latin1').toString('utf8');

inBothBrowsers((session) => {
  test('every claim in the list is in each file', async () => {
    await waitForMarks(await session.visit('http://merrowpost.example/river', river));
    const popup = await session.browser.popup();
    await waitForPopup(popup, 'Export');
    const listed = await listedIn(popup);
    const files = await savedBy(popup, '#export button');
    assert.deepEqual(
      files.map(({ name, type }) => [name, type]),
      [
        ['tolvia-to-open-karrow-dam-under-monthly-river-deal-report-claims.jsonld', 'application/ld+json'],
        ['tolvia-to-open-karrow-dam-under-monthly-river-deal-report-claims.csv', 'text/csv'],
        ['tolvia-to-open-karrow-dam-under-monthly-river-deal-report-claims.md', 'text/markdown'],
        ['tolvia-to-open-karrow-dam-under-monthly-river-deal-report-claims.html', 'text/html'],
      ],
    );
    const [annotations, table, text, html] = files.map(({ content }) => utf8(content)) as [
      string,
      string,
      string,
      string,
    ];
    assert.equal(JSON.parse(annotations).total, listed.length);
    assert.equal(table.trim().split('\r\n').length, listed.length + 1);
    assert.equal(text.match(/^## /gm)?.length, listed.length);
    assert.equal(html.match(/^<tr><td>/gm)?.length, listed.length);
    await popup.close();
  });

  test('each file has the title, the author, the day and the links, and numbers claims as the page does', async () => {
    const head =
      '<meta property="og:title" content="The bridge, again"><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2031-05-04T09:30:00Z","author":[{"name":"By Ann Roe"},{"name":"Tavi Ren"}]}]}</script>';
    // What is believed is found, but not marked: it takes no number.
    const html = article(
      'The miller believes that the bridge is old.',
      'The <a href="https://courier.example/oak?a=1">Orle Courier</a> reported that the oak had come by boat.',
      'Mayor Anna Fox said the bridge would open on Monday.',
    ).replace('</head>', `${head}</head>`);
    const page = await session.visit('http://lantern.example/bridge', html);
    await waitForMarks(page);
    const popup = await session.browser.popup();
    await waitForPopup(popup, 'Export');
    const files = await savedBy(popup, '#export button');
    const all = files.map(({ content }) => utf8(content));
    for (const content of all) {
      for (const part of [
        'The bridge, again',
        'http://lantern.example/bridge',
        'Ann Roe, Tavi Ren',
        '2031-05-04',
        'https://courier.example/oak?a=1',
        ':~:text=the%20oak%20had%20come%20by%20boat',
      ]) {
        assert.ok(content.includes(part), `${part} is not in ${content}`);
      }
      assert.ok(!content.includes('By Ann'));
    }
    const [annotations, table] = all as [string, string];
    const numbers = JSON.parse(annotations).first.items.map(
      ({ body }: any) => body.find(({ type }: any) => type === 'Claim').number,
    );
    assert.deepEqual(numbers, [1, 2]);
    assert.match(table, /\r\n1,the oak had come by boat.*\r\n2,the bridge would open/s);
    await popup.close();
    // The page says the same number.
    await pointAt(page, 'the bridge would open');
    assert.match((await waitForCard(session.browser, page)).all, /2 of 2/);
  });

  test('a page without title, author and date is named for its site', async () => {
    const bare = article('Mayor Anna Fox said the bridge would open on Monday.')
      .replace('<title>The bridge</title>', '')
      .replace(/<h1>.*<\/h1>/, '');
    await waitForMarks(await session.visit('http://bare.example/', bare));
    const popup = await session.browser.popup();
    await waitForPopup(popup, 'Export');
    const files = await savedBy(popup, '#export button');
    assert.deepEqual(
      files.map(({ name }) => name),
      ['jsonld', 'csv', 'md', 'html'].map((ending) => `bare-example-claims.${ending}`),
    );
    await popup.close();
  });

  test('the link to a claim leads to its words', async (context) => {
    if (session.browser.name === 'firefox') return context.skip('Its remote protocol scrolls to no text fragment.');
    const page = await session.visit(
      'http://far.example/bridge',
      article(
        ...Array.from(
          { length: 60 },
          (_, place) =>
            `Rain fell on day ${place} of that long month, and the river rose by a foot against the stones.`,
        ),
        'Mayor Anna Fox called the delay “a disgrace”.',
        ...plain,
      ),
    );
    await waitForMarks(page);
    const popup = await session.browser.popup();
    await waitForPopup(popup, 'Export');
    const [file] = await savedBy(popup, '#export button:first-child');
    const { onPage } = JSON.parse(utf8(file!.content)).first.items[0].body.find(({ type }: any) => type === 'Claim');
    await popup.close();
    await page.close();
    const there = await session.browser.open(onPage);
    await eventually('the words are out of sight', async () => ((await isInSight(there, 'a disgrace')) ? true : null));
  });

  test('an annotation finds its words on the page by quotation and by position', async () => {
    const claim = 'the 🚢 would leave at <b>no&shy;on</b><span hidden> or not</span> on Monday';
    const page = await session.visit(
      'http://ferry.example/orle?a=1#top',
      article(`🚢🚢 Mayor Anna Fox said ${claim}.`, '“It is shut,” she said, “and stays so.”'),
    );
    await waitForMarks(page);
    const popup = await session.browser.popup();
    await waitForPopup(popup, 'Export');
    const [file] = await savedBy(popup, '#export button:first-child');
    const { label, first } = JSON.parse(utf8(file!.content));
    assert.equal(label, 'Claims on “The bridge”');
    const targets = first.items.flatMap(({ target }: any) => target);
    assert.ok(targets.length >= 3, JSON.stringify(targets));
    const text = [...(await run(page, () => document.body.textContent!))];
    for (const { source, selector } of targets) {
      const [{ exact, prefix }, { start, end }] = selector;
      assert.equal(source, 'http://ferry.example/orle?a=1');
      const there = text.slice(start, end).join('').replace(' or not', '');
      assert.equal(there, exact);
      assert.equal(text.slice(start - [...prefix].length, start).join(''), prefix);
    }
    await popup.close();
  });

  test('what a page says is run by no spreadsheet', async () => {
    await waitForMarks(
      await session.visit(
        'http://sly.example/',
        article(
          '“=HYPERLINK(1) is the way to the bridge,” Anna Fox said.',
          'Anna Fox said the bridge, which is “shut”, opens.',
        ),
      ),
    );
    const popup = await session.browser.popup();
    await waitForPopup(popup, 'Export');
    const [file] = await savedBy(popup, '#export button:nth-child(2)');
    const table = utf8(file!.content);
    assert.ok(table.startsWith('\ufeffclaim,words,'));
    assert.doesNotMatch(table, /(^|,)"?[=+@-]/m);
    await popup.close();
  });
});

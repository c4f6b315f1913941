/** The claims of a page as files, from the popup. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, river } from './harness/articles.ts';
import { run, waitForMarks } from './harness/page.ts';
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
    assert.deepEqual(files.map(({ name, type }) => [name, type]), [
      ['claims-merrowpost.example.jsonld', 'application/ld+json'],
      ['claims-merrowpost.example.csv', 'text/csv'],
      ['claims-merrowpost.example.md', 'text/markdown'],
    ]);
    const [annotations, table, text] = files.map(({ content }) => utf8(content)) as [string, string, string];
    assert.equal(JSON.parse(annotations).total, listed.length);
    assert.equal(table.trim().split('\r\n').length, listed.length + 1);
    assert.equal(text.match(/^## /gm)?.length, listed.length);
    await popup.close();
  });

  test('an annotation finds its words on the page by quotation and by position', async () => {
    const claim = 'the 🚢 would leave at <b>no&shy;on</b><span hidden> or not</span> on Monday';
    const page = await session.visit('http://ferry.example/orle?a=1#top', article(`🚢🚢 Mayor Anna Fox said ${claim}.`, '“It is shut,” she said, “and stays so.”'));
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
    await waitForMarks(await session.visit('http://sly.example/', article('“=HYPERLINK(1) is the way to the bridge,” Anna Fox said.', 'Anna Fox said the bridge, which is “shut”, opens.')));
    const popup = await session.browser.popup();
    await waitForPopup(popup, 'Export');
    const [file] = await savedBy(popup, '#export button:nth-child(2)');
    const table = utf8(file!.content);
    assert.ok(table.startsWith('\ufeffclaim,words,'));
    assert.doesNotMatch(table, /(^|,)"?[=+@-]/m);
    await popup.close();
  });
});

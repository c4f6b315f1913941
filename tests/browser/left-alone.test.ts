/** What makes no claims: pages that are no English article, and on an article everything beside its running text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, page as blank, plain, river } from './harness/articles.ts';
import { htmlOf, marksOn, waitForMarks } from './harness/page.ts';
import { pageState } from './harness/popup.ts';
import { inBothBrowsers } from './harness/session.ts';

/** Must never be marked; each place gets its own words. */
const said = (place: string) => `“The ${place} will be painted green in the spring,” Anna Fox said.`;

const PLACES: Record<string, string> = {
  caption: `<figure><svg width="9" height="9"></svg><figcaption>${said('caption')}</figcaption></figure>`,
  byline: `<p class="byline">${said('byline')}</p>`,
  code: `<pre><code>${said('code')}</code></pre>`,
  'inline code': `<p><code>${said('inline code')}</code></p>`,
  'editable text': `<div contenteditable="true"><p>${said('editable text')}</p></div>`,
  'text field': `<textarea>${said('text field')}</textarea>`,
  'hidden text': `<p hidden>${said('hidden text')}</p>`,
  'undisplayed text': `<p style="display: none">${said('undisplayed text')}</p>`,
  'invisible text': `<p style="visibility: hidden">${said('invisible text')}</p>`,
  navigation: `<nav><p>${said('navigation')}</p></nav>`,
  aside: `<aside><p>${said('aside')}</p></aside>`,
  comment: `<section class="comments" id="comments"><p>${said('comment')}</p></section>`,
};

inBothBrowsers((session) => {
  test('only running text makes claims', async () => {
    const paragraph = `<p>${said('paragraph')}</p>`;
    const body = plain.map((text) => `<p>${text}</p>`).join('') + Object.values(PLACES).join('') + paragraph;
    const page = await session.visit('http://places.example/', blank(body));
    const marks = await waitForMarks(page);
    assert.deepEqual(
      marks.map(({ words }) => words),
      ['“The paragraph will be painted green in the spring,”'],
    );
  });

  test('a page that is no article stays untouched', async () => {
    const links = Array.from(
      { length: 30 },
      (_, at) => `<li><a href="#">Fox said the bridge ${at} is shut</a></li>`,
    ).join('');
    await staysUntouched('http://front.example/', blank(`<ul>${links}</ul>`));
  });

  test('a page in another language stays untouched', async () => {
    const german = [
      'Die Brücke bei Klein Furt wurde am Dienstag nach einer Nacht mit viel Regen geschlossen. Zwei Bretter am nördlichen Ufer fehlten, und das Geländer hatte sich vom dritten Pfosten gelöst.',
      '„Wir haben das Holz schon bestellt“, sagte Bürgermeisterin Anna Fuchs vor Reportern. Die Arbeiter kamen noch vor dem Mittag mit einem Lastwagen voller Eichenholz und stellten einen Zaun auf.',
      'Die Brücke wurde vor vierzig Jahren gebaut, als die Mühle noch lief. An einem Markttag trägt sie ungefähr dreihundert Menschen, die meisten von ihnen mit einer Tasche in jeder Hand.',
    ];
    const body = german.map((text) => `<p>${text}</p>`).join('');
    await staysUntouched('http://zeitung.example/', blank(body, 'de'));
    await staysUntouched('http://zeitung.example/en', blank(body, 'en'));
  });

  test('an article without claims stays untouched', async () => {
    await staysUntouched('http://plain.example/', article(), 'empty');
  });

  async function staysUntouched(url: string, html: string, status = 'not-article'): Promise<void> {
    const page = await session.visit(url, html);
    const popup = await session.browser.popup();
    assert.equal((await pageState(popup)).status, status);
    await popup.close();
    assert.deepEqual(await marksOn(page), []);
    const published = await htmlOf(page);
    assert.ok(!published.includes('hearsay'), 'nothing was added');
    await page.close();
  }

  test('what is marked on the sample article is its running text', async () => {
    const page = await session.visit('http://merrowpost.example/river', river);
    const words = (await waitForMarks(page)).map((mark) => mark.words).join('\n');
    for (const other of [
      'the ice would hold',
      'herons',
      'We sold the boat',
      'new bakery',
      'nothing will come of it',
      'He said this',
    ]) {
      assert.ok(!words.includes(other), other);
    }
  });
});

/** The playground: what the extension shows, in a page of the web, without the extension and without a request. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { throughTwoHands } from './harness/articles.ts';
import { waitForCard } from './harness/card.ts';
import { openClaimOn, pointAt, waitForMarks } from './harness/page.ts';
import { openPlayground, paste, waitForWords } from './harness/playground.ts';
import { inBothBrowsers } from './harness/session.ts';

inBothBrowsers((session) => {
  test('a sample is read at once, and a claim opens its card', async () => {
    const page = await openPlayground(session);
    await waitForMarks(page);
    await pointAt(page, throughTwoHands.words);
    const card = await waitForCard(session.browser, page);
    assert.match(card.depth, throughTwoHands.depth);
    assert.deepEqual(card.hands, throughTwoHands.hands);
    assert.ok((await openClaimOn(page)).includes(throughTwoHands.words));
    await page.close();
  });

  test('a text that is pasted anywhere is read in place of the one before', async () => {
    const page = await openPlayground(session);
    await waitForMarks(page);
    await paste(page, () => 'The ferry will sail on Friday, the Pellworth Gazette reported, citing harbour master Nora Vey.\n\nIt is late.');
    await waitForWords(page, '.sheet', /Pellworth/);
    assert.deepEqual((await waitForMarks(page)).map(({ words, line }) => [words, line]), [['The ferry will sail on Friday', 'hearsay-2']]);
    await page.close();
  });
});

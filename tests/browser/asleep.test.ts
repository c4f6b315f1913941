/** Off means asleep: where nothing is read, the background is not woken, and a change of settings is told once a tab. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article } from './harness/articles.ts';
import { eventually, waitForMarks } from './harness/page.ts';
import { inBothBrowsers } from './harness/session.ts';

const SAID = 'The miller, Ann Roe, said that the bridge had shaken for a week.';
/** A page that says it is an article. */
const declared = (html: string) => html.replace('</head>', '<meta property="og:type" content="article"></head>');

inBothBrowsers((session) => {
  const choose = async (id: string) => {
    const options = await session.browser.ownPage('options.html');
    await eventually('there is no such choice', () =>
      options.run((id) => {
        const found = document.querySelector<HTMLInputElement>(id);
        found?.click();
        return found && true;
      }, id),
    );
    await new Promise((later) => setTimeout(later, 500));
    await options.close();
  };
  /** Whether the background runs after some pages were loaded, having slept before. */
  const wakes = async (from: number) => {
    await session.browser.stopBackground();
    await eventually('the background still runs', async () => ((await session.browser.backgroundRuns()) ? null : true));
    for (let at = 0; at < 10; at++)
      await (await session.visit(`http://asleep.example/${from + at}`, declared(article(SAID)))).close();
    await new Promise((later) => setTimeout(later, 500));
    return session.browser.backgroundRuns();
  };

  test('off on all sites, or paused, pages wake nobody, and the button says so all the same', async () => {
    for (const id of ['input[value=off]', '#paused']) {
      await choose(id);
      assert.equal(await wakes(id === '#paused' ? 10 : 0), false, id);
      const page = await session.visit('http://asleep.example/shown', article(SAID));
      const popup = await session.browser.popup();
      assert.match(
        await popup.run(async () => {
          const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
          return chrome.action.getTitle({ tabId: tab!.id! });
        }),
        /not reading/,
      );
      await popup.close();
      await page.close();
      await choose(id === '#paused' ? id : 'input[value=on]');
    }
  });

  test('a page that is no article, or one in another language, wakes nobody either', async () => {
    await session.browser.stopBackground();
    await eventually('the background still runs', async () => ((await session.browser.backgroundRuns()) ? null : true));
    await session.visit('http://asleep.example/none', '<!doctype html><p>Nothing to read.');
    const german =
      'Die Brücke an der kleinen Furt wurde am Dienstag nach einer Nacht mit starkem Regen gesperrt, weil zwei Bretter fehlten.';
    await session.visit(
      'http://asleep.example/german',
      declared(
        article()
          .replace('lang="en"', 'lang="de"')
          .replaceAll(/<p>[^<]*<\/p>/g, `<p>${german}</p>`),
      ),
    );
    await new Promise((later) => setTimeout(later, 700));
    assert.equal(await session.browser.backgroundRuns(), false);
  });

  test('a change of settings brings at most one message from each tab', async () => {
    const pages = [];
    for (const path of ['one', 'two', 'three'])
      pages.push(await session.visit(`http://asleep.example/${path}`, article(SAID)));
    for (const page of pages) {
      await page.bringToFront();
      await waitForMarks(page);
    }
    // Any page of the extension hears what the background does.
    const listener = await session.browser.ownPage('whats-new.html');
    await listener.run(() => {
      const heard: string[] = ((globalThis as never as { heard: string[] }).heard = []);
      chrome.runtime.onMessage.addListener((note, { tab }) => void (tab && heard.push(`${tab.id} ${note.type}`)));
    });
    for (const id of ['#paused', '#badge']) {
      await listener.run(() => void ((globalThis as never as { heard: string[] }).heard.length = 0));
      await choose(id);
      const heard = await listener.run(() => (globalThis as never as { heard: string[] }).heard);
      assert.equal(new Set(heard).size, heard.length, `${id}: ${heard}`);
      const notes = heard.filter((note) => note.endsWith(' toolbar'));
      assert.ok(notes.length <= 3, `${id}: ${heard}`);
      await choose(id);
    }
    await listener.close();
  });
});

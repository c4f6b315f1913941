/** The options: each choice is saved at once and obeyed on pages that are open; a bad file changes nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violationsOn } from './harness/accessibility.ts';
import { river } from './harness/articles.ts';
import type { ExtensionPage } from './harness/browser.ts';
import { eventually, marksOn, run, waitForMarks, waitForNoMarks } from './harness/page.ts';
import { inBothBrowsers, type Session } from './harness/session.ts';

async function openOptions({ browser }: Session): Promise<ExtensionPage> {
  const page = await browser.ownPage('options.html');
  await eventually('the options stay empty', async () =>
    (await page.run(() => document.querySelector('.told') !== null)) ? true : null,
  );
  return page;
}

const press = (page: ExtensionPage, selector: string) =>
  page.run((selector) => document.querySelector<HTMLElement>(selector)!.click(), selector);

const notice = (page: ExtensionPage, words: string) =>
  eventually(`the options do not say “${words}”`, async () =>
    (await page.run(() => document.querySelector('.told')!.textContent)) === words ? true : null,
  );

/** The sites in the list with their rules, as soon as they are these. */
const sites = (page: ExtensionPage, wanted: string) =>
  eventually(`the list is not ${wanted}`, async () => {
    const now = await page.run(() =>
      [...document.querySelectorAll<HTMLSelectElement>('tbody select')]
        .map(({ dataset, value }) => `${dataset['host']} ${value}`)
        .join(', '),
    );
    return now === wanted ? true : null;
  });

const choose = (page: ExtensionPage, name: string, text: string) =>
  page.run(
    (name, text) => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change'));
    },
    name,
    text,
  );

inBothBrowsers((session) => {
  test('each choice is obeyed at once on a page that is open', async () => {
    const page = await session.visit('http://merrowpost.example/river', river);
    const all = await waitForMarks(page);
    const far = all.filter(({ line }) => line !== 'hearsay-1').length;
    const nameless = all.filter(({ anonymous }) => anonymous).length;
    assert.ok(far > 0 && far < all.length && nameless > 0 && nameless < all.length, 'the sample has some of each');
    const options = await openOptions(session);
    const becomes = (number: number) =>
      eventually(`there are not ${number} marks`, async () => ((await marksOn(page)).length === number ? true : null));

    await press(options, '[name=depth][value="2"]');
    await becomes(far);
    await press(options, '[name=depth][value="1"]');
    await becomes(all.length);
    await press(options, '#unnamed');
    await becomes(nameless);
    await press(options, '#unnamed');
    await becomes(all.length);

    await press(options, '[name=strength][value=grey]');
    await waitForNoMarks(page);
    assert.ok(
      await run(page, () => CSS.highlights.get('hearsay-1-grey')!.size > 0),
      'grey lines in place of the inked ones',
    );
    await press(options, '[name=strength][value=inked]');
    await becomes(all.length);
    assert.equal(await run(page, () => CSS.highlights.has('hearsay-1-grey')), false);

    await press(options, '#paused');
    await waitForNoMarks(page);
    await press(options, '#paused');
    await becomes(all.length);
    await press(options, '[name=everywhere][value=off]');
    await waitForNoMarks(page);
    await press(options, '[name=everywhere][value=on]');
    await becomes(all.length);
    await options.close();
  });

  test('a site is added, turned and forgotten', async () => {
    const options = await openOptions(session);
    const add = (name: string) =>
      options.run((name) => {
        document.querySelector<HTMLInputElement>('.add input')!.value = name;
        document.querySelector<HTMLFormElement>('.add')!.requestSubmit();
      }, name);
    const turn = (to: string) =>
      options.run((to) => {
        const select = document.querySelector<HTMLSelectElement>('tbody select')!;
        select.value = to;
        select.dispatchEvent(new Event('change'));
      }, to);
    await add('no site');
    await notice(options, 'This is not the name of a site. A name looks like news.example.');
    await add('https://www.courier.example/today');
    await sites(options, 'courier.example off');
    await notice(options, '');
    await turn('on');
    await sites(options, 'courier.example on');
    await turn('forget');
    await sites(options, '');
    await options.close();
  });

  test('a list is loaded whole, and a bad file changes nothing', async () => {
    const options = await openOptions(session);
    await choose(
      options,
      'good.json',
      '{"hearsay": "sites", "version": 1, "sites": {"courier.example": "off", "lantern.example": "on"}}',
    );
    await sites(options, 'courier.example off, lantern.example on');
    await notice(options, '2 sites were loaded.');
    await choose(
      options,
      'bad.json',
      '{"hearsay": "sites", "version": 1, "sites": {"other.example": "off", "__proto__": "on"}}',
    );
    await notice(options, '“__proto__” in this file is not the name of a site. Nothing was changed.');
    await options.run(() => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(50_000_000)], 'large.json'));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change'));
    });
    await notice(options, 'This file is too large to be a list of sites: it may have 1 MB. Nothing was changed.');
    await sites(options, 'courier.example off, lantern.example on');
    await options.close();
  });

  test('a stored value that means nothing counts as the default, and that is said once', async () => {
    const options = await openOptions(session);
    await options.run(() => chrome.storage.sync.set({ depth: 'deep' }));
    await options.close();
    const again = await openOptions(session);
    await notice(again, 'Some settings could not be read and were reset.');
    assert.equal(
      await again.run(() => document.querySelector<HTMLInputElement>('[name=depth][value="1"]')!.checked),
      true,
    );
    await again.close();
    const third = await openOptions(session);
    await new Promise((later) => setTimeout(later, 300));
    await notice(third, '');
    await third.close();
  });

  test('two windows change two settings at once: both are kept, and both windows show both', async () => {
    const [one, other] = [await openOptions(session), await openOptions(session)];
    await Promise.all([press(one, '[name=strength][value=strong]'), press(other, '[name=depth][value="2"]')]);
    for (const page of [one, other]) {
      await eventually('a window does not show both', async () => {
        const isShown = await page.run(() =>
          ['[name=strength][value=strong]', '[name=depth][value="2"]'].every(
            (value) => document.querySelector<HTMLInputElement>(value)!.checked,
          ),
        );
        return isShown ? true : null;
      });
    }
    await press(one, '[name=strength][value=inked]');
    await press(other, '[name=depth][value="1"]');
    await one.close();
    await other.close();
  });

  test('what storage does not take is said, and shown as it was', async () => {
    const options = await openOptions(session);
    await options.run(() => {
      const refuse = () => Promise.reject(new Error('full'));
      Object.assign(chrome.storage.sync, { set: refuse });
      Object.assign(chrome.storage.local, { set: refuse });
    });
    await press(options, '[name=strength][value=strong]');
    await notice(options, 'Your browser could not save this. Try again.');
    await eventually('the choice looks kept', async () =>
      (await options.run(() => document.querySelector<HTMLInputElement>('[name=strength][value=inked]')!.checked))
        ? true
        : null,
    );
    await options.close();
  });

  test('everything can be put back', async () => {
    const options = await openOptions(session);
    await press(options, '[name=strength][value=strong]');
    await press(options, '#reset > .button');
    await press(options, 'dialog .main');
    await sites(options, '');
    const stored = await options.run(async () => ({
      ...(await chrome.storage.sync.get(null)),
      ...(await chrome.storage.local.get(null)),
    }));
    assert.deepEqual(stored, { version: 1 });
    await eventually('the page does not show it', async () =>
      (await options.run(() => document.querySelector<HTMLInputElement>('[name=strength][value=inked]')!.checked))
        ? true
        : null,
    );
    await options.close();
  });

  test('axe-core finds nothing', async () => {
    const options = await openOptions(session);
    await choose(options, 'good.json', '{"hearsay": "sites", "version": 1, "sites": {"courier.example": "off"}}');
    await sites(options, 'courier.example off');
    assert.deepEqual(await violationsOn(options), []);
    await options.close();
  });
});

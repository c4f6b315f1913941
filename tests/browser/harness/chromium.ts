/** Chromium, driven over the DevTools protocol. */
import { resolve } from 'node:path';
import {
  launch,
  ProtocolError,
  type Browser,
  type CDPSession,
  type Frame,
  type Page,
  type Target,
} from 'puppeteer-core';
import type { Question } from '../../../extension/src/messages.ts';
import type { ExtensionBrowser, ExtensionPage, Installation, Options, ToolbarPopup } from './browser.ts';
import { callOf, clickOn, selfContained } from './code.ts';
import { dress } from './look.ts';
import { run } from './page.ts';

export async function launchChromium(installation: Installation, options: Options): Promise<ExtensionBrowser> {
  const browser = await launch({
    executablePath: installation.executable,
    headless: options.headless,
    pipe: true,
    enableExtensions: [resolve(installation.extension)],
    userDataDir: options.profile,
    defaultViewport: options.headless ? { width: 1100, height: 800 } : null,
    args: [
      // Root has no sandbox; neither has a container.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      // As in a browser in Hebrew, which not every machine has the words of.
      ...(options.rightToLeft ? ['--force-ui-direction=rtl', '--force-text-direction=rtl'] : []),
      '--no-first-run',
      '--disable-sync',
      '--disable-component-update',
      '--disable-background-networking',
      '--disable-search-engine-choice-screen',
      '--disable-features=OptimizationHints,MediaRouter,Translate',
      ...(options.proxy === undefined ? [] : [`--proxy-server=${options.proxy}`, '--proxy-bypass-list=<-loopback>']),
    ],
  });
  const background = await browser.waitForTarget((target) => target.type() === 'service_worker', { timeout: 15_000 });
  await dismissWelcome(browser);
  return new Chromium(browser, new URL(background.url()).host, resolve(installation.extension));
}

/** Every start installs it anew, and that opens the welcome page; it is put away, so that no test finds a tab in front that it did not open. */
async function dismissWelcome(browser: Browser): Promise<void> {
  const target = await browser.waitForTarget((target) => target.url().endsWith('/welcome.html'), { timeout: 15_000 });
  const page = await target.asPage();
  // Chromium fetches an extension's words once for all its pages. Closed in the midst of it, the first page would leave
  // every other page and the background without words.
  await page.waitForSelector('h1');
  await page.close();
}

class Chromium implements ExtensionBrowser {
  readonly name = 'chromium';
  readonly closed: Promise<void>;

  constructor(
    private readonly browser: Browser,
    private readonly id: string,
    private readonly extension: string,
  ) {
    this.closed = new Promise((gone) => browser.once('disconnected', gone));
  }

  async open(url: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(url);
    return page;
  }

  async inCard<Arguments extends unknown[], Result>(
    page: Page,
    run: (root: ShadowRoot, ...given: Arguments) => Result,
    ...given: Arguments
  ): Promise<Result | null> {
    const session = await page.createCDPSession();
    try {
      const root = await cardRoot(session);
      if (root === null) return null;
      const answer = await session.send('Runtime.callFunctionOn', {
        objectId: root,
        functionDeclaration: `function (...given) { return (${selfContained(run)})(this, ...given); }`,
        arguments: given.map((value) => ({ value })),
        returnByValue: true,
      });
      if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description);
      return answer.result.value;
    } finally {
      await session.detach();
    }
  }

  popup(): Promise<ExtensionPage> {
    return this.ownPage('popup.html');
  }

  async ownPage(file: string): Promise<ExtensionPage> {
    const session = await this.browser.target().createCDPSession();
    const url = `chrome-extension://${this.id}/${file}`;
    const { targetId } = await session.send('Target.createTarget', { url, background: true });
    await session.detach();
    const target = await this.browser.waitForTarget((candidate) => idOf(candidate) === targetId);
    const page = await target.asPage();
    // The tab begins as an empty one. A tab behind draws no frames, so it is asked at intervals.
    await page.waitForFunction(
      (url) => location.href === url && document.readyState === 'complete',
      { polling: 20 },
      url,
    );
    return extensionPage(page);
  }

  async stopBackground(): Promise<void> {
    const worker = await (await this.#background())?.worker();
    await worker?.close();
  }

  async backgroundRuns(): Promise<boolean> {
    return (await this.#background()) !== undefined;
  }

  async runInBackground<Result>(expression: string): Promise<Result> {
    const worker = await (await this.#background())?.worker();
    if (!worker) throw new Error('The background does not run.');
    return (await worker.evaluate(expression)) as Result;
  }

  async backgroundMemory(): Promise<number> {
    const session = await (await this.#background())?.createCDPSession();
    if (session === undefined) throw new Error('The background does not run.');
    try {
      await session.send('HeapProfiler.collectGarbage');
      const heap = await session.send('Runtime.getHeapUsage');
      const { usedSize, embedderHeapUsedSize, backingStorageSize } = heap as typeof heap & {
        embedderHeapUsedSize: number;
        backingStorageSize: number;
      };
      return usedSize + embedderHeapUsedSize + backingStorageSize + (await wasmMemory(session));
    } finally {
      await session.detach();
    }
  }

  async pressButton(page: Page): Promise<ToolbarPopup> {
    const extension = (await this.browser.extensions()).get(this.id);
    if (extension === undefined) throw new Error('The extension is turned off.');
    const press = async () => {
      await page.triggerExtensionAction(extension);
      return this.browser.waitForTarget((candidate) => candidate.url().endsWith('/popup.html'), { timeout: 4000 });
    };
    // On a page that it kept the extension from, Chromium opens no popup at first: it asks the reader to load the page again.
    const target = await press().catch(() => page.reload().then(press));
    const popup = await target.asPage();
    await popup.waitForFunction(() => document.querySelector('main')?.hasChildNodes());
    return {
      run: (code, ...given) => run(popup, code, ...given),
      async photograph(file, look) {
        if (look !== undefined) await dress(popup, look);
        await popup.screenshot({ path: file });
      },
      press: (label) => whileOpen(run(popup, clickOn, label)),
      close: () => whileOpen(popup.close()),
    };
  }

  async badge(): Promise<string> {
    return this.runInBackground(
      'chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))',
    );
  }

  /** Chromium listens for keys outside what a driver reaches, so the background is told what Chromium would tell it. */
  async pressKey(command: string): Promise<void> {
    await this.#dispatch('commands.onCommand', command);
  }

  /** Its menu is a window of its own: the entry has to be there, and the background is told what Chromium would tell it. */
  async chooseInMenu(_: Page, entry: Question, frame?: Frame): Promise<void> {
    await this.runInBackground(`chrome.contextMenus.update('${entry}', {})`);
    await this.#dispatch('contextMenus.onClicked', { menuItemId: entry, frameId: frame && (await this.#idOf(frame)) });
  }

  async popupIsOpen(): Promise<boolean> {
    return this.browser.targets().some((target) => target.url() === `chrome-extension://${this.id}/popup.html`);
  }

  async panelIsOpen(): Promise<boolean> {
    return this.browser.targets().some((target) => target.url() === `chrome-extension://${this.id}/side-panel.html`);
  }

  async withhold(): Promise<void> {
    await this.#inSettings(
      `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: '${this.id}', hostAccess: 'ON_CLICK' })`,
    );
  }

  /** No driver can answer the question itself: it is a window of Chromium's own. */
  async letIn(origin: string): Promise<void> {
    await this.#inSettings(`chrome.developerPrivate.addHostPermission('${this.id}', '${origin}')`);
  }

  async turn(on: boolean): Promise<void> {
    await this.#inSettings(`new Promise((done) => chrome.management.setEnabled('${this.id}', ${on}, done))`);
  }

  async renew(): Promise<void> {
    await this.browser.installExtension(this.extension);
  }

  async afresh(origins: Iterable<string>): Promise<void> {
    const kept = await this.browser.newPage();
    for (const page of await this.browser.pages()) if (page !== kept) await page.close();
    await this.browser.uninstallExtension(this.id);
    const session = await kept.createCDPSession();
    for (const origin of origins) await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await session.send('Network.clearBrowserCache');
    await session.detach();
    await this.browser.installExtension(this.extension);
    await dismissWelcome(this.browser);
  }

  async letIntoPrivate(): Promise<void> {
    const before = await this.#background();
    // Chromium loads it anew, which without the developer mode it does for none that a driver has brought.
    await this.#inSettings(`chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
      .then(() => chrome.developerPrivate.updateExtensionConfiguration({ extensionId: '${this.id}', incognitoAccess: true }))`);
    await this.browser.waitForTarget(
      (target) => target !== before && target.type() === 'service_worker' && target.url().includes(this.id),
    );
  }

  async openPrivately(url: string): Promise<Page> {
    const known = new Set(this.browser.targets());
    await this.runInBackground(
      `chrome.windows.create({ incognito: true, focused: true, url: ${JSON.stringify(url)} }).then(() => 1)`,
    );
    const target = await this.browser.waitForTarget(
      (candidate) => !known.has(candidate) && candidate.type() === 'page' && candidate.url() === url,
    );
    return target.asPage();
  }

  async closePrivate(): Promise<void> {
    await this.runInBackground(
      'chrome.windows.getAll().then((all) => Promise.all(all.filter(({ incognito }) => incognito).map(({ id }) => chrome.windows.remove(id)))).then(() => 1)',
    );
  }

  forceColours(): Promise<void> {
    throw new Error('Chromium’s colours are forced page by page.');
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  /** The number that extensions know a frame of the tab in front by. */
  async #idOf(frame: Frame): Promise<number> {
    const id = await this.runInBackground<number | null>(
      `chrome.tabs.query({ active: true, lastFocusedWindow: true })
        .then(([tab]) => chrome.scripting.executeScript({ target: { tabId: tab.id, allFrames: true }, func: () => location.href }))
        .then((frames) => frames.find(({ result }) => result === ${JSON.stringify(frame.url())})?.frameId ?? null)`,
    );
    if (id === null) throw new Error(`There is no frame ${frame.url()} that the extension may look into.`);
    return id;
  }

  /** Has an event reach the background, with the tab in front. */
  async #dispatch(event: string, told: unknown): Promise<void> {
    const front = 'chrome.tabs.query({ active: true, lastFocusedWindow: true })';
    await this.runInBackground(`${front}.then(([tab]) => chrome.${event}.dispatch(${JSON.stringify(told)}, tab))`);
  }

  /** Runs an expression in Chromium's own page about extensions, and goes back to the page in front. */
  async #inSettings(expression: string): Promise<void> {
    const session = await this.browser.target().createCDPSession();
    const { targetId } = await session.send('Target.createTarget', { url: 'chrome://extensions', background: true });
    await session.detach();
    const settings = await (await this.browser.waitForTarget((candidate) => idOf(candidate) === targetId)).asPage();
    await settings.waitForFunction(() => 'developerPrivate' in chrome && document.readyState === 'complete', {
      polling: 20,
    });
    await settings.evaluate(expression);
    await settings.close();
  }

  async #background(): Promise<Target | undefined> {
    return this.browser
      .targets()
      .find((target) => target.type() === 'service_worker' && target.url().includes(this.id));
  }
}

/** Bytes of Wasm memory, which no count of the heap includes. */
async function wasmMemory(session: CDPSession): Promise<number> {
  const { result } = await session.send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId! });
  const sum = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!,
    functionDeclaration: 'function () { return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0); }',
    returnByValue: true,
  });
  await session.send('Runtime.releaseObject', { objectId: objects.objectId! });
  return sum.result.value;
}

/** The closed shadow root of the card's host, on the page or in a frame of its own site, which only the DevTools protocol sees. */
async function cardRoot(session: CDPSession): Promise<string | null> {
  const inFrames =
    '[self, ...Array.from(frames)].map((frame) => { try { return frame.document.querySelector("hearsay-card") } catch { return null } }).find(Boolean)';
  const host = await session.send('Runtime.evaluate', { expression: inFrames });
  if (host.result.objectId === undefined) return null;
  const { node } = await session.send('DOM.describeNode', { objectId: host.result.objectId, depth: 1, pierce: true });
  const root = node.shadowRoots?.[0];
  if (root === undefined) return null;
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: root.backendNodeId });
  return object.objectId ?? null;
}

/** Waits for something done to a popup, or for its end: Chromium closes it as soon as the reader is asked or turns elsewhere. */
async function whileOpen(work: Promise<void>): Promise<void> {
  await work.catch((error) => {
    if (!(error instanceof ProtocolError)) throw error;
  });
}

function extensionPage(page: Page): ExtensionPage {
  return {
    run: async (run, ...given) => (await page.evaluate(callOf(run, ...given))) as never,
    resize: (width, height) => page.setViewport({ width, height }),
    dress: (look) => dress(page, look),
    async photograph(file, look, whole) {
      // A tab behind draws nothing.
      await page.bringToFront();
      await dress(page, look);
      // What is out of sight may not be drawn: the whole of a page is seen in a window as high as it is.
      if (whole)
        await dress(page, {
          ...look,
          height: Math.max(look.height, await run(page, () => document.documentElement.scrollHeight)),
        });
      await page.screenshot({ path: file, fullPage: whole });
    },
    close: () => page.close(),
  };
}

/** Puppeteer knows a target's id and does not tell. */
function idOf(target: Target): string {
  return (target as unknown as { _targetId: string })._targetId;
}

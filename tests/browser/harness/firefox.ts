/** Firefox, driven over WebDriver BiDi, which the browser speaks by itself. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { launch, type Browser, type Frame, type Page } from 'puppeteer-core';
import type { Question } from '../../../extension/src/messages.ts';
import type { ExtensionBrowser, ExtensionPage, Installation, Options, ToolbarPopup } from './browser.ts';
import { callOf, clickOn, selfContained } from './code.ts';
import { eventually, run } from './page.ts';

/** The address of the extension's pages, fixed so that it is known. */
const HOST = '6c1f9d1e-52c3-4d0a-9c5b-0f5b7c1a2e34';

export async function launchFirefox(installation: Installation, options: Options): Promise<ExtensionBrowser> {
  const extension = resolve(installation.extension);
  const id = 'hearsay@hearsay.example';
  const [proxyHost, proxyPort] = options.proxy?.split(':') ?? [];
  const browser = await launch({
    browser: 'firefox',
    executablePath: installation.executable,
    headless: options.headless,
    userDataDir: options.profile,
    defaultViewport: options.headless ? { width: 1100, height: 800 } : null,
    // Lets a test open the extension's own pages.
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: HOST }),
      // An extension loaded from a folder is forgotten when the browser closes; what it stored shall not be.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      ...(options.rightToLeft ? { 'intl.l10n.pseudo': 'bidi' } : {}),
      ...(proxyHost === undefined
        ? {}
        : {
            'network.proxy.type': 1,
            'network.proxy.http': proxyHost,
            'network.proxy.http_port': Number(proxyPort),
            'network.proxy.ssl': proxyHost,
            'network.proxy.ssl_port': Number(proxyPort),
            'network.proxy.allow_hijacking_localhost': true,
            'network.proxy.no_proxies_on': '',
          }),
    },
  });
  const protocol = new Protocol(browser);
  await browser.installExtension(extension);
  await dismissWelcome(protocol);
  return new Firefox(browser, protocol, id, extension);
}

/** Every start installs it anew, and that opens the welcome page; it is put away, so that no test finds a tab in front that it did not open. */
async function dismissWelcome(protocol: Protocol): Promise<void> {
  const url = `moz-extension://${HOST}/welcome.html`;
  const context = await eventually(
    'the welcome page did not open',
    async () => (await protocol.tabs()).find((tab) => tab.url === url)?.context ?? null,
  );
  await eventually('the welcome page is empty', () =>
    protocol.run(context, "document.querySelector('h1') !== null || null").catch(() => null),
  );
  await protocol.closeTab(context);
}

class Firefox implements ExtensionBrowser {
  readonly name = 'firefox';
  readonly closed: Promise<void>;

  constructor(
    private readonly browser: Browser,
    private readonly protocol: Protocol,
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
    for (const frame of page.frames()) {
      const context = contextOf(frame);
      // A node is handed over with its shadow root, closed or not.
      const host = await this.protocol.evaluate(context, "document.querySelector('hearsay-card')");
      const root = host.value?.shadowRoot;
      if (root != null) return this.protocol.call(context, run, root.sharedId, given);
    }
    return null;
  }

  popup(): Promise<ExtensionPage> {
    return this.ownPage('popup.html');
  }

  async ownPage(file: string): Promise<ExtensionPage> {
    const context = await this.protocol.openBehind(`moz-extension://${HOST}/${file}`);
    return {
      run: async (run, ...given) => (await this.protocol.run(context, callOf(run, ...given))) as never,
      resize: (width, height) => this.protocol.resize(context, width, height),
      dress: () => Promise.reject(new Error('Only Chromium is looked at in other ways.')),
      photograph: () => Promise.reject(new Error('Only Chromium takes pictures in another look.')),
      close: () => this.protocol.closeTab(context),
    };
  }

  async stopBackground(): Promise<void> {
    await this.#inBrowser(`${this.#extension}.terminateBackground()`);
  }

  async backgroundRuns(): Promise<boolean> {
    return (await this.#inBrowser(`${this.#extension}.backgroundState`)) === 'running';
  }

  async runInBackground(): Promise<never> {
    throw new Error('Firefox lets nobody in.');
  }

  async backgroundMemory(): Promise<number> {
    throw new Error('Firefox does not tell.');
  }

  async pressButton(): Promise<ToolbarPopup> {
    await this.#inBrowser(
      callOf((id) => {
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID(id);
        void ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
      }, this.id),
    );
    const popup: ToolbarPopup = {
      run: async (code, ...given) => (await this.#inPopup(callOf(code, ...given))) as never,
      press: (label) => popup.run(clickOn, label),
      photograph: (file) => this.#photographPopup(file),
      close: async () =>
        void (await this.#inBrowser(
          callOf(() => document.querySelector('.webextension-popup-browser')?.closest<Panel>('panel')?.hidePopup()),
        )),
    };
    await eventually('the popup shows nothing', () =>
      popup.run(() => document.querySelector('main')?.hasChildNodes() || null).catch(() => null),
    );
    return popup;
  }

  async badge(): Promise<string> {
    return String(
      await this.#inBrowser(
        callOf((id) => {
          const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
          const { extension } = WebExtensionPolicy.getByID(id);
          const action = ExtensionParent.apiManager.global.browserActionFor(extension);
          return (
            action.action.getProperty(
              (window as never as { gBrowser: { selectedTab: unknown } }).gBrowser.selectedTab,
              'badgeText',
            ) ?? ''
          );
        }, this.id),
      ),
    );
  }

  async pressKey(command: string): Promise<void> {
    await this.#inBrowser(
      callOf(
        (id, command) => {
          const [letter = '', ...modifiers] = WebExtensionPolicy.getByID(id)
            .extension.manifest.commands[command].suggested_key.default.split('+')
            .reverse();
          const keys: Record<string, [key: string, code: string, keyCode: number]> = {
            Alt: ['Alt', 'AltLeft', 18],
            Shift: ['Shift', 'ShiftLeft', 16],
            Period: ['>', 'Period', 190],
            Comma: ['<', 'Comma', 188],
          };
          const events = [...modifiers.reverse(), letter].map((name) => {
            const [key, code, keyCode] = keys[name] ?? [name, `Key${name}`, name.charCodeAt(0)];
            return new KeyboardEvent('', { key, code, keyCode });
          });
          const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
          keyboard.beginInputTransactionForTests(window);
          for (const event of events) keyboard.keydown(event);
          for (const event of events.reverse()) keyboard.keyup(event);
        },
        this.id,
        command,
      ),
    );
  }

  async chooseInMenu(page: Page, entry: Question, frame?: Frame): Promise<void> {
    const { x, y } = await run(frame ?? page, () => {
      const selection = getSelection()!;
      const chosen = selection.isCollapsed ? document.querySelector('h1, p')! : selection.getRangeAt(0);
      const [line] = chosen.getClientRects();
      return { x: line!.left + Math.min(line!.width / 2, 100), y: line!.top + line!.height / 2 };
    });
    const around = frame === undefined ? null : await (await frame.frameElement())!.boundingBox();
    await page.mouse.click(x + (around?.x ?? 0), y + (around?.y ?? 0), { button: 'right' });
    await eventually(
      'the menu does not offer it',
      async () =>
        (await this.#inBrowser(
          callOf(
            (id, entry) => {
              const menu = document.querySelector<Panel>('#contentAreaContextMenu')!;
              const offered = menu.querySelector<HTMLElement & { hidden: boolean }>(
                `#${id.replace(/\W/g, '_')}-menuitem-_${entry}`,
              );
              if (menu.state !== 'open' || offered === null) return null;
              menu.activateItem(offered);
              return true;
            },
            this.id,
            entry,
          ),
        )) as true | null,
    );
  }

  async popupIsOpen(): Promise<boolean> {
    return (await this.#inBrowser(
      callOf(() => document.querySelector('.webextension-popup-browser') !== null),
    )) as boolean;
  }

  async panelIsOpen(): Promise<boolean> {
    return (await this.#inBrowser(
      callOf(
        (id) => SidebarController.isOpen && SidebarController.currentID === `${id.replace(/\W/g, '_')}-sidebar-action`,
        this.id,
      ),
    )) as boolean;
  }

  async withhold(): Promise<void> {
    await this.#changePermissions('remove', ['http://*/*', 'https://*/*']);
  }

  /** Presses the button below the question, where one is asked. */
  async letIn(origin: string): Promise<void> {
    const answered = await this.#inBrowser(
      callOf(async () => {
        for (let tries = 0; tries < 20; tries++) {
          const yes = document.querySelector<HTMLElement>(
            '#addon-webext-permissions-notification .popup-notification-primary-button',
          );
          // An answered question stays in the document, hidden.
          if (yes?.closest<Panel>('panel')?.state === 'open') return (yes.click(), true);
          await new Promise((later) => setTimeout(later, 50));
        }
        return false;
      }),
    );
    if (answered !== true) await this.#changePermissions('add', [origin]);
  }

  async turn(on: boolean): Promise<void> {
    await this.#inBrowser(
      callOf(
        async (id, on) => {
          const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
          const addon = await AddonManager.getAddonByID(id);
          await (on ? addon.enable() : addon.disable());
        },
        this.id,
        on,
      ),
    );
  }

  async renew(): Promise<void> {
    await this.browser.installExtension(this.extension);
  }

  async afresh(): Promise<void> {
    const kept = await this.browser.newPage();
    for (const { context } of await this.protocol.tabs())
      if (context !== contextOf(kept.mainFrame())) await this.protocol.closeTab(context);
    const keep = (kept: boolean) =>
      this.#inBrowser(`Services.prefs.setBoolPref('extensions.webextensions.keepStorageOnUninstall', ${kept})`);
    await keep(false);
    await this.browser.uninstallExtension(this.id);
    await keep(true);
    await this.#inBrowser(
      'new Promise((done) => Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, { onDataDeleted: done }))',
    );
    await this.browser.installExtension(this.extension);
    await dismissWelcome(this.protocol);
  }

  async letIntoPrivate(): Promise<void> {
    await this.#inBrowser(
      callOf(async (id) => {
        const { ExtensionPermissions } = ChromeUtils.importESModule(
          'resource://gre/modules/ExtensionPermissions.sys.mjs',
        );
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID(id);
        await ExtensionPermissions.add(
          id,
          { permissions: ['internal:privateBrowsingAllowed'], origins: [] },
          extension,
        );
        await (await AddonManager.getAddonByID(id)).reload();
      }, this.id),
    );
  }

  async openPrivately(url: string): Promise<Page> {
    await this.#inBrowser(
      callOf(async (url) => {
        const { BrowserWindowTracker } = ChromeUtils.importESModule('resource:///modules/BrowserWindowTracker.sys.mjs');
        const opened = await BrowserWindowTracker.promiseOpenWindow({ private: true, openerWindow: window });
        const { gBrowser } = opened;
        gBrowser.selectedBrowser.loadURI(Services.io.newURI(url), {
          triggeringPrincipal: Services.scriptSecurityManager.createNullPrincipal({}),
        });
      }, url),
    );
    return eventually(
      'no private window shows it',
      async () => (await this.browser.pages()).findLast((page) => page.url() === url) ?? null,
    );
  }

  async closePrivate(): Promise<void> {
    await this.#inBrowser(
      callOf(() => {
        const { BrowserWindowTracker } = ChromeUtils.importESModule('resource:///modules/BrowserWindowTracker.sys.mjs');
        for (const open of BrowserWindowTracker.getOrderedWindows({ private: true })) open.close();
      }),
    );
  }

  async forceColours(forced: boolean): Promise<void> {
    await this.#inBrowser(`Services.prefs.setIntPref('browser.display.document_color_use', ${forced ? 2 : 0})`);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  get #extension(): string {
    return `WebExtensionPolicy.getByID(${JSON.stringify(this.id)}).extension`;
  }

  async #changePermissions(change: 'add' | 'remove', origins: string[]): Promise<void> {
    await this.#inBrowser(
      callOf(
        async (id, change, origins) => {
          const { ExtensionPermissions } = ChromeUtils.importESModule(
            'resource://gre/modules/ExtensionPermissions.sys.mjs',
          );
          await ExtensionPermissions[change](
            id,
            { permissions: [], origins },
            WebExtensionPolicy.getByID(id).extension,
          );
        },
        this.id,
        change,
        origins,
      ),
    );
  }

  async #photographPopup(file: string): Promise<void> {
    const picture = await this.#inBrowser(
      callOf(async () => {
        const popup = document.querySelector<BrowserElement>('.webextension-popup-browser')!;
        const { width, height } = popup.getBoundingClientRect();
        const shot = await popup.browsingContext.currentWindowGlobal.drawSnapshot(
          new DOMRect(0, 0, width, height),
          1,
          'white',
        );
        const canvas = new OffscreenCanvas(shot.width, shot.height);
        canvas.getContext('2d')!.drawImage(shot, 0, 0);
        const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
        return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      }),
    );
    writeFileSync(file, Buffer.from(String(picture), 'base64'));
  }

  /** Runs an expression in the popup below the button, as if by the reader's hand: a popup is no tab, so the protocol does not know it. */
  async #inPopup(expression: string): Promise<unknown> {
    const script = `{
      const world = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      const hand = content.windowUtils.setHandlingUserInput(true);
      const answer = (kind) => (value) => sendAsyncMessage('answer', JSON.stringify([kind, value ?? null]));
      try {
        Promise.resolve(Cu.evalInSandbox(${JSON.stringify(expression)}, world)).then(answer('value'), (error) => answer('error')(String(error)));
      } catch (error) {
        answer('error')(String(error));
      } finally {
        hand.destruct();
      }
    }`;
    const answer = await this.#inBrowser(
      callOf(async (script) => {
        const popup = document.querySelector<BrowserElement>('.webextension-popup-browser');
        if (popup === null) return ['error', 'No popup is open.'];
        return new Promise((found) => {
          const end = (answer: unknown) => {
            popup.messageManager.removeMessageListener('answer', listener);
            found(answer);
          };
          const listener = ({ data }: { data: string }) => end(JSON.parse(data));
          popup.messageManager.addMessageListener('answer', listener);
          // While it opens, Firefox may put the popup into another element: what was asked in this one stays unanswered.
          setTimeout(end, 5000, ['error', 'The popup gave no answer.']);
          popup.messageManager.loadFrameScript(`data:,${encodeURIComponent(script)}`, false);
        });
      }, script),
    );
    const [kind, value] = answer as ['value' | 'error', unknown];
    if (kind === 'error') throw new Error(String(value));
    return value;
  }

  /** Runs code with the browser's own rights. */
  async #inBrowser(expression: string): Promise<unknown> {
    return this.protocol.run(await this.protocol.browserWindow(), expression);
  }
}

/** What the browser's own code sees. */
declare const ChromeUtils: { importESModule(url: string): any };
declare const WebExtensionPolicy: { getByID(id: string): any };
declare const Services: any;
declare const SidebarController: { isOpen: boolean; currentID: string };
declare const Cc: any;
declare const Ci: any;
interface Panel extends HTMLElement {
  state: 'open' | 'closed' | 'showing' | 'hiding';
  hidePopup(): void;
  activateItem(item: Element): void;
}
interface BrowserElement extends HTMLElement {
  messageManager: {
    loadFrameScript(url: string, allowDelayedLoad: boolean): void;
    addMessageListener(name: string, listener: (message: { data: string }) => void): void;
    removeMessageListener(name: string, listener: (message: { data: string }) => void): void;
  };
  browsingContext: {
    currentWindowGlobal: { drawSnapshot(rect: DOMRect, scale: number, ground: string): Promise<ImageBitmap> };
  };
}

/** A value as the protocol writes it. */
interface RemoteValue {
  type: string;
  value?: any;
  sharedId?: string;
}

/** The few commands that Puppeteer has no words for. */
class Protocol {
  constructor(private readonly browser: Browser) {}

  /** The context of the browser's window. */
  async browserWindow(): Promise<string> {
    const { contexts } = await this.#send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    return contexts[0].context;
  }

  /** All tabs, the extension's own pages too. */
  async tabs(): Promise<{ context: string; url: string }[]> {
    return (await this.#send('browsingContext.getTree', { maxDepth: 0 })).contexts;
  }

  /** Opens a page in a tab behind the one in front, and waits until it has its content. */
  async openBehind(url: string): Promise<string> {
    const { context } = await this.#send('browsingContext.create', { type: 'tab', background: true });
    await this.#send('browsingContext.navigate', { context, url, wait: 'none' });
    const loaded = `location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`;
    for (let tries = 0; tries < 100; tries++) {
      const done = await this.run(context, loaded).catch(() => false);
      if (done === true) return context;
      await new Promise((later) => setTimeout(later, 50));
    }
    throw new Error(`${url} did not load.`);
  }

  async resize(context: string, width: number, height: number): Promise<void> {
    await this.#send('browsingContext.setViewport', { context, viewport: { width, height } });
  }

  async closeTab(context: string): Promise<void> {
    await this.#send('browsingContext.close', { context });
  }

  async evaluate(context: string, expression: string): Promise<RemoteValue> {
    const serializationOptions = { includeShadowTree: 'all', maxDomDepth: 0 };
    return result(
      await this.#send('script.evaluate', {
        expression,
        target: { context },
        awaitPromise: true,
        serializationOptions,
      }),
    );
  }

  /** The value of an expression, which has to be JSON or a promise of it. */
  async run(context: string, expression: string): Promise<unknown> {
    const written = `Promise.resolve(${expression}).then((value) => JSON.stringify(value) ?? 'null')`;
    return JSON.parse((await this.evaluate(context, written)).value);
  }

  /** Calls a function with a node that was handed over before, and further arguments in JSON. */
  async call(context: string, run: (...given: never[]) => unknown, sharedId: string, given: unknown[]): Promise<any> {
    const functionDeclaration = `(node, given) => JSON.stringify((${selfContained(run)})(node, ...JSON.parse(given))) ?? 'null'`;
    const answer = await this.#send('script.callFunction', {
      functionDeclaration,
      arguments: [{ sharedId }, { type: 'string', value: JSON.stringify(given) }],
      target: { context },
      awaitPromise: false,
    });
    return JSON.parse(result(answer).value);
  }

  async #send(method: string, params: object): Promise<any> {
    const { connection } = this.browser as unknown as {
      connection: { send(method: string, params: object): Promise<{ result: any }> };
    };
    return (await connection.send(method, params)).result;
  }
}

function result(answer: { type: string; result?: RemoteValue; exceptionDetails?: { text: string } }): RemoteValue {
  if (answer.result === undefined) throw new Error(answer.exceptionDetails?.text ?? 'The page threw an error.');
  return answer.result;
}

/** The protocol's name for a frame, the page's own or one in it. */
function contextOf(frame: Frame): string {
  return (frame as unknown as { _id: string })._id;
}

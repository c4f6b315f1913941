/**
 * A real browser with the extension in it, the same for Chromium and Firefox: what a reader can do, and what a test
 * may look at from outside. Nothing in the extension knows of it.
 */
import type { Frame, Page } from 'puppeteer-core';
import type { Question } from '../../../extension/src/messages.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import type { Look } from './look.ts';

export type BrowserName = 'chromium' | 'firefox';

export interface Options {
  /** Whether the browser shows a window. */
  headless: boolean;
  /** The proxy that everything goes through: `127.0.0.1:PORT`. Without one the browser uses the network as it is. */
  proxy?: string;
  /** Whether the browser is in a language that is written from right to left. */
  rightToLeft?: boolean;
  /** The folder that the browser keeps its memory in, so that it can be started again with it. */
  profile: string;
  /** The finished extension, as a folder, or for Firefox a zip. Without one it is what `cargo xtask build` has built. */
  extension?: string | undefined;
}

/** Any page that functions can be run in. */
export interface Runs {
  /** Runs a function in the page. The arguments and the result are JSON. */
  run<Arguments extends unknown[], Result>(
    run: (...given: Arguments) => Result | Promise<Result>,
    ...given: Arguments
  ): Promise<Result>;
}

/** A page of the extension. */
export interface ExtensionPage extends Runs {
  /** Gives the page a window of this size, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** Has the page looked at in another way. Chromium only. */
  dress(look: Look): Promise<void>;
  /** A PNG of the page in a look: the whole of it, or what the window shows. Chromium only. */
  photograph(file: string, look: Look, whole: boolean): Promise<void>;
  close(): Promise<void>;
}

/** The popup where the browser itself opens it, below the toolbar button. */
export interface ToolbarPopup extends Runs {
  /** Presses the button with this label in it. The browser may close the popup over what comes of it. */
  press(label: string): Promise<void>;
  /** A PNG of it, as it is or in another look. Another look is for Chromium only. */
  photograph(file: string, look?: Look): Promise<void>;
  close(): Promise<void>;
}

export interface ExtensionBrowser {
  readonly name: BrowserName;
  /** Opens an address in a new tab in front. */
  open(url: string): Promise<Page>;
  /** Runs a function with what is inside the card's closed shadow root, on the page or in a frame of its site; null when there is no card. */
  inCard<Arguments extends unknown[], Result>(
    page: Page,
    run: (root: ShadowRoot, ...given: Arguments) => Result,
    ...given: Arguments
  ): Promise<Result | null>;
  /** Opens the popup for the tab in front: its page, in a tab behind. */
  popup(): Promise<ExtensionPage>;
  /** Opens a page of the extension, as `options.html`, in a tab behind. */
  ownPage(file: string): Promise<ExtensionPage>;
  /** Ends the background, as the browser itself does when it has been idle. */
  stopBackground(): Promise<void>;
  /** Whether the background is running. */
  backgroundRuns(): Promise<boolean>;
  /** Bytes that the background holds once it has been tidied: objects, buffers, the engine's memory. Chromium only. */
  backgroundMemory(): Promise<number>;
  /** Runs an expression in the background; the result is JSON. Chromium only. */
  runInBackground<Result>(expression: string): Promise<Result>;
  /** Presses the toolbar button over the page in front. What runs in its popup counts as done by the reader's hand. */
  pressButton(page: Page): Promise<ToolbarPopup>;
  /** What the badge on the toolbar button says over the tab in front. */
  badge(): Promise<string>;
  /** Presses the key of one of the extension's commands, over the page in front. */
  pressKey(command: string): Promise<void>;
  /** Chooses what the extension offers in the context menu of the page in front, or of a frame in it. */
  chooseInMenu(page: Page, entry: Question, frame?: Frame): Promise<void>;
  /** Whether the popup stands open below the button. */
  popupIsOpen(): Promise<boolean>;
  /** Whether the panel stands open beside the page. */
  panelIsOpen(): Promise<boolean>;
  /** Keeps the extension from every site until its button is pressed, as a reader may choose in the browser's own settings. */
  withhold(): Promise<void>;
  /** Lets the extension read a site, given by a pattern: by a yes to the question that the browser asks, or in its settings. */
  letIn(origin: string): Promise<void>;
  /** Turns the extension off or on, as a reader may in the browser's own settings. */
  turn(on: boolean): Promise<void>;
  /** Puts a newer build in the extension's place, as the browser does by itself. */
  renew(): Promise<void>;
  /** Makes it a browser that has just been started: one empty tab, the extension newly installed, nothing known of these sites. */
  afresh(origins: Iterable<string>): Promise<void>;
  /** Lets the extension into private windows, as a reader may in the browser's own settings. */
  letIntoPrivate(): Promise<void>;
  /** Opens an address in a new private window in front. Where one is open, its window is another. */
  openPrivately(url: string): Promise<Page>;
  /** Closes every private window. */
  closePrivate(): Promise<void>;
  /** Shows every page in colours of the reader's own choice, or no longer. Firefox only: Chromium's are forced page by page (`look.ts`). */
  forceColours(forced: boolean): Promise<void>;
  /** Resolves when somebody closes the browser. */
  closed: Promise<void>;
  close(): Promise<void>;
}

/** A finished extension, and the program that loads it. */
export interface Installation {
  executable: string;
  extension: string;
}

/** Starts a browser with the extension as it was built. */
export async function launch(name: BrowserName, options: Options): Promise<ExtensionBrowser> {
  return name === 'chromium'
    ? launchChromium(
        { executable: executable('CHROMIUM'), extension: options.extension ?? 'target/extension/chrome' },
        options,
      )
    : launchFirefox(
        { executable: executable('FIREFOX'), extension: options.extension ?? 'target/extension/firefox' },
        options,
      );
}

function executable(variable: string): string {
  const path = process.env[variable];
  if (path === undefined) throw new Error(`Say where the browser is: ${variable}=/usr/bin/${variable.toLowerCase()}`);
  return path;
}

/**
 * One browser and one small internet for all files of tests that run in this process: started for the first of them, made
 * afresh for each other, ended after the last. So a file finds what it would find in a browser of its own, without
 * waiting for one.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { launch, type BrowserName, type ExtensionBrowser } from './browser.ts';
import { forget } from './profile.ts';
import { startWeb, type Web } from './web.ts';

export class SharedBrowser {
  static readonly #shared = new Map<BrowserName, SharedBrowser>();

  #running: { browser: ExtensionBrowser; web: Web; profile: string } | null = null;
  /** Whether a file has used it. */
  #isUsed = false;

  /** The one browser of this name. */
  static named(name: BrowserName): SharedBrowser {
    const shared = SharedBrowser.#shared.get(name) ?? new SharedBrowser(name);
    SharedBrowser.#shared.set(name, shared);
    return shared;
  }

  /** Ends all of them. */
  static async end(): Promise<void> {
    await Promise.all([...SharedBrowser.#shared.values()].map((shared) => shared.#end()));
  }

  private constructor(private readonly name: BrowserName) {}

  /** The browser as it is when it has just been started. Where it cannot be made so again, another is started. */
  async afresh(): Promise<{ browser: ExtensionBrowser; web: Web }> {
    if (this.#isUsed && this.#running !== null) {
      const { browser, web } = this.#running;
      await browser.afresh(web.origins()).then(
        () => web.clear(),
        () => this.#end(),
      );
    }
    this.#isUsed = true;
    if (this.#running === null) {
      const web = await startWeb();
      const profile = mkdtempSync(join(tmpdir(), `hearsay-${this.name}-`));
      this.#running = { browser: await this.#launch(web, profile), web, profile };
    }
    return this.#running;
  }

  /** Closes the browser and starts it again with the same memory. */
  async restart(): Promise<ExtensionBrowser> {
    const running = this.#running!;
    await running.browser.close();
    running.browser = await this.#launch(running.web, running.profile);
    return running.browser;
  }

  #launch(web: Web, profile: string): Promise<ExtensionBrowser> {
    return launch(this.name, { headless: true, proxy: web.address, profile });
  }

  async #end(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    if (running === null) return;
    await running.browser.close();
    running.web.close();
    forget(running.profile);
  }
}

// Called where no test is about, this waits for the last file.
after(() => SharedBrowser.end());

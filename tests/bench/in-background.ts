/** The engine where it works: in the service worker of the extension in Chromium, loaded as it is shipped. */
import { build } from 'esbuild';
import type { ExtensionBrowser } from '../browser/harness/browser.ts';
import { callOf } from '../browser/harness/code.ts';

/** Milliseconds an article takes once the engine is warm; the median of its readings. */
export async function inBackground(browser: ExtensionBrowser, paragraphs: readonly string[]): Promise<number> {
  const bundle = await build({
    entryPoints: ['target/wasm/hearsay.js'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'engine',
    define: { 'import.meta.url': '""' },
  });
  await browser.runInBackground(
    `globalThis.engine = (() => { ${bundle.outputFiles[0]!.text}; return engine; })(); null`,
  );
  return browser.runInBackground(
    callOf(
      async (paragraphs) => {
        const { default: start, analyze } = (globalThis as any).engine;
        await start({ module_or_path: chrome.runtime.getURL('hearsay.wasm') });
        const blocks = paragraphs.map((text) => ({ text }));
        const timed = (long: number) => {
          const taken: number[] = [];
          const end = performance.now() + long;
          while (performance.now() < end) {
            const begin = performance.now();
            analyze({ blocks });
            taken.push(performance.now() - begin);
          }
          return taken.sort((a, b) => a - b)[taken.length >> 1]!;
        };
        timed(500);
        return timed(2000);
      },
      [...paragraphs],
    ),
  );
}

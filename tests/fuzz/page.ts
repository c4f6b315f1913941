/**
 * Throws generated pages at the content script: `cargo xtask fuzz-page`.
 *
 *     CHROMIUM=/usr/bin/chromium node --import tsx tests/fuzz/page.ts chromium SECONDS SEED
 *
 * The same seed gives the same pages. Prints what was tried, and each fault with the seed that shows it again.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { launch, type BrowserName } from '../browser/harness/browser.ts';
import { run } from '../browser/harness/page.ts';
import { forget } from '../browser/harness/profile.ts';
import type { Outcome } from './trial.ts';

/** Trials between two looks at the clock. */
const STRIDE = 50;
/** More faults than this say nothing new. */
const ENOUGH = 5;
/** More of a fault is not printed. UTF-16 code units. */
const LONG = 1500;

const [name, seconds, first] = process.argv.slice(2) as [BrowserName, string, string];
const bundle = await build({
  entryPoints: ['tests/fuzz/trial.ts'],
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'fuzz',
  loader: { '.css': 'text' },
});
const profile = mkdtempSync(join(tmpdir(), 'hearsay-fuzz-'));
const browser = await launch(name, { headless: true, profile });
const sum: Outcome = { trials: 0, painted: 0, faults: [] };
try {
  // The extension itself does not come to a page without an address.
  const page = await browser.open('about:blank');
  await page.evaluate(`globalThis.fuzz = (() => { ${bundle.outputFiles[0]!.text}; return fuzz; })()`);
  const end = Date.now() + Number(seconds) * 1000;
  while (Date.now() < end && sum.faults.length < ENOUGH) {
    const next: Outcome = await run(
      page,
      (seed, count) => (globalThis as any).fuzz.trials(seed, count),
      Number(first) + sum.trials,
      STRIDE,
    );
    sum.trials += next.trials;
    sum.painted += next.painted;
    sum.faults.push(...next.faults);
  }
} finally {
  await browser.close();
  forget(profile);
}
console.log(
  `${name}: ${sum.trials} pages from seed ${first} on, ${sum.painted} pieces painted, ${sum.faults.length} faults`,
);
for (const { seed, what } of sum.faults.slice(0, ENOUGH)) console.log(`\nseed ${seed}: ${what.slice(0, LONG)}`);
process.exitCode = sum.faults.length > 0 ? 1 : 0;

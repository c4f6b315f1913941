/** What axe-core finds wrong with a page of the extension. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ExtensionPage } from './browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Each violation: the rule, and the elements. */
export async function violationsOn(page: ExtensionPage): Promise<string[]> {
  // The page's own policy forbids code made from text, so axe-core comes as a function.
  await page.run(new Function(axe) as () => void);
  return page.run(async () => {
    const { violations } = await (globalThis as any).axe.run(document);
    return violations.map(({ id, nodes }: any) => `${id}: ${nodes.map(({ html }: any) => html).join(' ')}`);
  });
}

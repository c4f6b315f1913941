/** What axe-core finds wrong with a page of the extension, and with the card. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser, Runs } from './browser.ts';
import { run } from './page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Each violation: the rule, and the elements. */
export async function violationsOn(page: Runs): Promise<string[]> {
  // The page's own policy forbids code made from text, so axe-core comes as a function.
  await page.run(new Function(axe) as () => void);
  return page.run(violations);
}

/**
 * Each violation on the open card. A closed shadow root is closed to axe-core too, so the card is looked at as a copy,
 * with its own style sheets, on a page of its own.
 */
export async function violationsOnCard(browser: ExtensionBrowser, page: Page): Promise<string[]> {
  const card = await browser.inCard(page, (root) => ({
    html: [...root.children].map((part) => part.outerHTML).join(''),
    css: root.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map((rule) => rule.cssText)).join('\n'),
  }));
  if (card === null) throw new Error('No card is open.');
  await run(
    page,
    ({ html, css }) => {
      document.documentElement.innerHTML = `<head><title>The card</title></head><body><main><h1>The card</h1><div></div></main></body>`;
      const root = document.querySelector('div')!.attachShadow({ mode: 'open' });
      root.innerHTML = `<style>${css}</style>${html}`;
      root.querySelector<HTMLElement>('[popover]')!.showPopover();
    },
    card,
  );
  await page.evaluate(axe);
  return run(page, violations);
}

async function violations(): Promise<string[]> {
  const { violations } = await (globalThis as any).axe.run(document);
  return violations.map(({ id, nodes }: any) => `${id}: ${nodes.map(({ html }: any) => html).join(' ')}`);
}

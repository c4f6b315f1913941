/** Marking the same pieces of text in three ways: with our painter, with spans of one's own, with mark.js. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { run } from '../browser/harness/page.ts';

/** Milliseconds from the first line of script until the frame is drawn. */
export interface Painting {
  painter: number;
  spans: number;
  markJs: number;
}

const RANGES = 1000;
const ROUNDS = 5;

/** Paints on a page of plain paragraphs, one piece each. The medians of several rounds in which the ways take turns. */
export async function paintingOn(page: Page): Promise<Painting> {
  const bundle = await build({
    stdin: {
      contents: "export { Painter } from './extension/src/content/highlights/painter.ts';",
      resolveDir: '.',
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'ours',
  });
  await page.evaluate(`globalThis.ours = (() => { ${bundle.outputFiles[0]!.text}; return ours; })()`);
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('mark.js/dist/mark.min.js'), 'utf8'));
  await page.addStyleTag({ path: 'extension/src/content/highlights/highlights.css' });
  return run(
    page,
    async (count, rounds) => {
      const { ours, Mark } = globalThis as any;
      const article = document.querySelector('article')!;
      const html = article.innerHTML;
      const frame = () =>
        new Promise<void>((drawn) =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => drawn();
            port2.postMessage(null);
          }),
        );
      const ranges = () =>
        [...article.querySelectorAll('p')].slice(0, count).map(({ firstChild }) => {
          const range = document.createRange();
          range.setStart(firstChild!, 5);
          range.setEnd(firstChild!, 45);
          return range;
        });
      const places = () => {
        const walk = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
        const found: { start: number; length: number }[] = [];
        for (let at = 0; walk.nextNode() && found.length < count; at += (walk.currentNode as Text).length) {
          if (walk.currentNode.parentElement!.localName === 'p') found.push({ start: at + 5, length: 40 });
        }
        return found;
      };
      const taken: Record<string, number[]> = { painter: [], spans: [], markJs: [] };
      const timed = async (name: string, work: () => void) => {
        await frame();
        const begin = performance.now();
        work();
        await frame();
        taken[name]!.push(performance.now() - begin);
      };
      for (let round = 0; round < rounds; round++) {
        const end = new AbortController();
        const painter = new ours.Painter(end.signal);
        const marks = ranges().map((range) => ({ range, line: 1, nameless: false }));
        await timed('painter', () => painter.paint(marks, 'inked'));
        end.abort();
        const wrapped = ranges();
        await timed('spans', () => {
          for (const range of wrapped) {
            const span = document.createElement('span');
            span.style.textDecoration = 'underline';
            range.surroundContents(span);
          }
        });
        article.innerHTML = html;
        const given = places();
        await timed('markJs', () => new Mark(article).markRanges(given));
        const marked = article.querySelectorAll('mark').length;
        if (marked !== count || given.length !== count) throw new Error(`mark.js marked ${marked} pieces of ${count}.`);
        article.innerHTML = html;
      }
      const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;
      return { painter: middle(taken['painter']!), spans: middle(taken['spans']!), markJs: middle(taken['markJs']!) };
    },
    RANGES,
    ROUNDS,
  );
}

/**
 * How long a claim of one article is looked for in another: `cargo xtask bench`.
 *
 *     node --import tsx tests/bench/alignment.ts FILE
 *
 * FILE is plain text. Prints one line of JSON: the milliseconds that finding one claim in it takes, and what reading the whole
 * for its claims does.
 */
import { readFileSync } from 'node:fs';
import { analyze, findAgain, initSync } from '../../target/wasm/hearsay.js';
import { median } from './timing.ts';

const blocks = readFileSync(process.argv[2]!, 'utf8')
  .split('\n\n')
  .filter((paragraph) => paragraph !== '')
  .map((text) => ({ text }));
initSync({ module: readFileSync(new URL('../../target/wasm/hearsay_bg.wasm', import.meta.url)) });
const { claims } = analyze({ blocks });
const asked = claims.map(({ content }) =>
  content.map(({ block, start, end }) => blocks[block]!.text.slice(start, end)).join(' … '),
);

let turn = 0;
console.log(
  JSON.stringify({
    alignment: await median(() => findAgain(asked[turn++ % asked.length]!, { blocks })),
    reading: await median(() => analyze({ blocks })),
  }),
);

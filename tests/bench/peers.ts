/**
 * The engine as browsers load it, and beside it what people use today for the same text: `cargo xtask bench`.
 *
 *     node --import tsx tests/bench/peers.ts FILE
 *
 * FILE is plain text. Prints one line of JSON: for each the milliseconds that one reading of the whole text takes.
 */
import { readFileSync } from 'node:fs';
import compromise from 'compromise';
import { LocalLinter } from 'harper.js';
import { binaryInlined } from 'harper.js/binaryInlined';
import model from 'wink-eng-lite-web-model';
import wink from 'wink-nlp';
import { analyze, initSync } from '../../target/wasm/hearsay.js';
import { median } from './timing.ts';

const text = readFileSync(process.argv[2]!, 'utf8');
const blocks = text
  .split('\n\n')
  .filter((paragraph) => paragraph !== '')
  .map((text) => ({ text }));
initSync({ module: readFileSync(new URL('../../target/wasm/hearsay_bg.wasm', import.meta.url)) });
const nlp = wink(model);
const linter = new LocalLinter({ binary: binaryInlined });

let reading = 0;
/** A linter remembers the paragraphs it has seen; no reading finds its own. */
const unseen = () => blocks.map(({ text }) => `${text} ${reading++}`).join('\n\n');

console.log(
  JSON.stringify({
    engine: await median(() => analyze({ blocks })),
    // Quotations alone: who said them, and everything said without quotation marks, is not looked for.
    compromise: await median(() => compromise(text).quotations().out('array')),
    // Sentences, parts of speech and names alone: it has no notion of who said what.
    wink: await median(() => nlp.readDoc(text)),
    // Grammar and spelling: other work, by an engine that was written as this one is, for the same place in a browser.
    harper: await median(() => linter.lint(unseen())),
  }),
);
process.exit();

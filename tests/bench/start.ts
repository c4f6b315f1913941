/**
 * What the engine costs before it has read its first article: `cargo xtask bench`. A process of its own for each time,
 * since V8 remembers a module that it has compiled.
 *
 *     node --import tsx tests/bench/start.ts FILE
 *
 * FILE is plain text. Prints one line of JSON: the module's bytes as they are and under brotli, and the milliseconds
 * until it is compiled, has started, has been made ready, and has its first report.
 */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { analyze, initSync, prepare } from '../../target/wasm/hearsay.js';

const blocks = readFileSync(process.argv[2]!, 'utf8')
  .split('\n\n')
  .map((text) => ({ text }));
const bytes = readFileSync(new URL('../../target/wasm/hearsay_bg.wasm', import.meta.url));

const begin = performance.now();
const module = new WebAssembly.Module(bytes);
const compiled = performance.now();
initSync({ module });
const started = performance.now();
prepare();
const prepared = performance.now();
analyze({ blocks });
const read = performance.now();

console.log(
  JSON.stringify({
    raw: bytes.length,
    brotli: brotliCompressSync(bytes).length,
    compile: compiled - begin,
    start: started - compiled,
    prepare: prepared - started,
    first: read - prepared,
  }),
);

// Finds the claims in a paragraph of the page, and lists each with the hands it came through.
import start, { analyze } from '../../target/wasm/hearsay.js';

await start({ module_or_path: new URL('../../target/wasm/hearsay_bg.wasm', import.meta.url) });

// A document is made of blocks; offsets in the report are UTF-16 code units within a block, as JavaScript counts.
const { textContent: text } = document.querySelector('#article');
const { claims } = analyze({ blocks: [{ text }] });

for (const { content, depth, chain } of claims) {
  const words = content.map(({ start, end }) => text.slice(start, end)).join(' … ');
  const hands = chain.map(({ name, type }) => name ?? type).join(' ← ');
  const item = document.createElement('li');
  item.textContent = `${words} (depth ${depth}): this page ← ${hands}`;
  document.querySelector('#claims').append(item);
}

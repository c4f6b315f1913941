/**
 * Bundles the playground: `playground.js` and `playground.css` in the folder given.
 *
 *     node --import tsx www/bundle.ts FOLDER VERSION
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundling } from '../extension/bundling.ts';

const source = (file: string) => fileURLToPath(new URL(`src/${file}`, import.meta.url));
const [outdir, version] = process.argv.slice(2);
if (outdir === undefined || version === undefined)
  throw new Error('Say which folder to write to, and which version this is.');

await build({
  ...bundling,
  outdir,
  entryPoints: [
    { in: source('index.ts'), out: 'playground' },
    { in: source('index.css'), out: 'playground' },
  ],
  format: 'esm',
  // A page has no `chrome` of the extension's kind.
  inject: [source('browser.ts')],
  define: { VERSION: JSON.stringify(version) },
});

/**
 * Bundles the extension: every room of `extension/src` that has an `index.ts` or `index.css` becomes `ROOM.js` and
 * `ROOM.css` in the folder given, with a `ROOM.html` around them where both make a page of our own; and what the content
 * script needs later becomes `reader.js` and `card.js`.
 *
 *     node --import tsx extension/bundle.ts FOLDER
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform, type BuildOptions, type Plugin } from 'esbuild';

const extension = fileURLToPath(new URL('.', import.meta.url));
const source = join(extension, 'src');
const outdir = process.argv[2];
if (outdir === undefined) throw new Error('Say which folder to write to.');

/** The oldest browsers are those the manifest names. */
const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
const target = [
  `chrome${parseInt(manifest.minimum_chrome_version)}`,
  `firefox${parseInt(manifest.browser_specific_settings.gecko.strict_min_version)}`,
];

/** Style sheets imported as text are made small like everything else. */
const smallStyleSheets: Plugin = {
  name: 'small style sheets',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path, with: attributes }) => {
      if (attributes['type'] !== 'text') return undefined;
      const small = await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true, target });
      return { contents: small.code, loader: 'text' };
    });
  },
};

const rooms = readdirSync(source).filter((room) => !room.includes('.'));
const entries = (file: string) =>
  rooms
    .map((room) => ({ in: join(source, room, file), out: room }))
    .filter((entry) => existsSync(entry.in));

const shared: BuildOptions = {
  bundle: true,
  minify: true,
  outdir,
  target,
  logLevel: 'warning',
  loader: { '.md': 'text' },
  plugins: [smallStyleSheets],
};

/** A content script is no module; everything else is. What comes beside it later leaves its exports under a name. */
const scripts = entries('index.ts');
const isContent = (entry: { out: string }) => entry.out === 'content';
const later = { hearsayReader: { in: 'content/reader.ts', out: 'reader' }, hearsayCard: { in: 'content/card/index.ts', out: 'card' } };
await build({ ...shared, entryPoints: scripts.filter(isContent), format: 'iife' });
for (const [globalName, script] of Object.entries(later)) {
  await build({ ...shared, entryPoints: [{ in: join(source, script.in), out: script.out }], format: 'iife', globalName });
}
await build({ ...shared, entryPoints: scripts.filter((entry) => !isContent(entry)), format: 'esm' });
await build({ ...shared, entryPoints: entries('index.css') });

const page = readFileSync(join(source, 'look/page.html'), 'utf8');
for (const { out } of entries('index.css').filter((entry) => !isContent(entry))) writeFileSync(join(outdir, `${out}.html`), page.replaceAll('ROOM', out));

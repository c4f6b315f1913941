/**
 * Bundles the extension: every room of `extension/src` that has an `index.ts` or `index.css` becomes `ROOM.js` and
 * `ROOM.css` in the folder given, with a `ROOM.html` around them where both make a page of our own; and what the content
 * script needs later becomes `reader.js`, `card.js` and `answers.js`.
 *
 *     node --import tsx extension/bundle.ts FOLDER
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { bundling } from './bundling.ts';

const extension = fileURLToPath(new URL('.', import.meta.url));
const source = join(extension, 'src');
const outdir = process.argv[2];
if (outdir === undefined) throw new Error('Say which folder to write to.');

const rooms = readdirSync(source).filter((room) => !room.includes('.'));
const entries = (file: string) =>
  rooms
    .map((room) => ({ in: join(source, room, file), out: room }))
    .filter((entry) => existsSync(entry.in));

const shared: BuildOptions = { ...bundling, outdir };

/** A content script is no module; everything else is. What comes beside it later leaves its exports under a name, and says so. */
const scripts = entries('index.ts');
const isContent = (entry: { out: string }) => entry.out === 'content';
const later = { hearsay_reader: { in: 'content/reader.ts', out: 'reader' }, hearsay_card: { in: 'content/card/index.ts', out: 'card' }, hearsay_answers: { in: 'content/answers/index.ts', out: 'answers' } };
await build({ ...shared, entryPoints: scripts.filter(isContent), format: 'iife' });
const content = join(source, 'content');
for (const [globalName, script] of Object.entries(later)) {
  const plugins = [...(bundling.plugins ?? []), taken('shared.ts', 'hearsayShared'), ...(script.out === 'card' ? [taken('shared-by-reader.ts', 'hearsay_reader.shared')] : [])];
  await build({ ...shared, plugins, entryPoints: [{ in: join(source, script.in), out: script.out }], format: 'iife', globalName, footer: { js: `hearsayShared.arrived('${globalName}');` } });
}
await build({ ...shared, entryPoints: [{ in: join(content, 'leftovers.ts'), out: 'leftovers' }], format: 'iife' });
await build({ ...shared, entryPoints: scripts.filter((entry) => !isContent(entry)), format: 'esm' });
await build({ ...shared, entryPoints: [...entries('index.css'), { in: join(source, 'content/card/host.css'), out: 'card' }] });

const page = readFileSync(join(source, 'look/page.html'), 'utf8');
for (const { out } of entries('index.css').filter((entry) => !isContent(entry))) writeFileSync(join(outdir, `${out}.html`), page.replaceAll('ROOM', out));

/** Takes what a file of the content folder imports from where a script that is on the page already keeps it, by name. */
function taken(file: string, keeper: string): Plugin {
  const imports = [...readFileSync(join(content, file), 'utf8').matchAll(/import \{ (.*) \} from '(.*)'/g)];
  const files = new Set(imports.map(([, , from]) => join(content, from!)));
  return {
    name: `taken from ${keeper}`,
    setup(build) {
      build.onResolve({ filter: /\.ts$/ }, ({ path, resolveDir }) => (files.has(join(resolveDir, path)) ? { path: keeper, namespace: 'taken' } : undefined));
      build.onLoad({ filter: new RegExp(`^${keeper}$`), namespace: 'taken' }, () => ({ contents: `export const { ${imports.map(([, names]) => names).join(', ')} } = ${keeper};` }));
    },
  };
}

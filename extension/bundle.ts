/**
 * Bundles the extension into the folder given: `background.js`; `content.js`, its style sheet and the scripts that come
 * beside it later (`reader.js`, `card.js`, `commands.js`, `trail.js`); and for each folder of `extension/src/pages` a page of our own,
 * `PAGE.html` with `PAGE.js` and `PAGE.css`.
 *
 *     node --import tsx extension/bundle.ts FOLDER
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { bundling } from './bundling.ts';

const extension = fileURLToPath(new URL('.', import.meta.url));
const source = join(extension, 'src');
const outdir = process.argv[2];
if (outdir === undefined) throw new Error('Say which folder to write to.');

const content = join(source, 'content');
const pages = readdirSync(join(source, 'pages'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const ofPages = (file: string) => pages.map((page) => ({ in: join(source, 'pages', page, file), out: page }));

const shared: BuildOptions = { ...bundling, outdir };

/** A content script is no module; everything else is. What comes beside it later leaves its exports under a name, and says so. */
const later = {
  hearsay_reader: { in: 'reader.ts', out: 'reader' },
  hearsay_card: { in: 'card/index.ts', out: 'card' },
  hearsay_commands: { in: 'commands/index.ts', out: 'commands' },
  hearsay_trail: { in: 'trail/index.ts', out: 'trail' },
};
await build({
  ...shared,
  entryPoints: [
    { in: join(content, 'index.ts'), out: 'content' },
    { in: join(content, 'leftovers.ts'), out: 'leftovers' },
  ],
  format: 'iife',
});
for (const [name, script] of Object.entries(later)) {
  const plugins = [
    ...(bundling.plugins ?? []),
    taken('shared-by-content.ts', 'hearsayShared'),
    ...(script.out === 'card' ? [taken('shared-by-reader.ts', 'hearsay_reader.shared')] : []),
  ];
  await build({
    ...shared,
    plugins: [...plugins, await left(join(content, script.in), name)],
    entryPoints: [{ in: name, out: script.out }],
    format: 'iife',
    banner: { js: `"use strict";var ${name};` },
    footer: { js: `hearsayShared.arrived('${name}');` },
  });
}
await build({
  ...shared,
  entryPoints: [{ in: join(source, 'background/index.ts'), out: 'background' }, ...ofPages('index.ts')],
  format: 'esm',
});
await build({
  ...shared,
  entryPoints: [
    ...ofPages('index.css'),
    { in: join(content, 'index.css'), out: 'content' },
    { in: join(content, 'card/host.css'), out: 'card' },
  ],
});

const page = readFileSync(join(source, 'ui/page.html'), 'utf8');
for (const name of pages) writeFileSync(join(outdir, `${name}.html`), page.replaceAll('PAGE', name));

/** Leaves what a file exports under a name: in fewer bytes than esbuild's own way, which thinks of exports that change. */
async function left(file: string, name: string): Promise<Plugin> {
  const { metafile } = await build({ ...shared, entryPoints: [file], format: 'esm', write: false, metafile: true });
  const exported = Object.values(metafile.outputs)
    .flatMap(({ exports }) => exports)
    .join(', ');
  return {
    name: `left as ${name}`,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: 'left' }));
      onLoad({ filter: /./, namespace: 'left' }, () => ({
        contents: `import { ${exported} } from ${JSON.stringify(file)}; ${name} = { ${exported} };`,
        resolveDir: content,
      }));
    },
  };
}

/** Takes what a file of the content folder imports from where a script that is on the page already keeps it, by name. */
function taken(file: string, keeper: string): Plugin {
  const imports = [...readFileSync(join(content, file), 'utf8').matchAll(/import \{ (.*) \} from '(.*)'/g)];
  const names = new Map(imports.map(([, names, from]) => [join(content, from!), names!]));
  return {
    name: `taken from ${keeper}`,
    setup({ onResolve, onLoad }) {
      const namespace = keeper;
      // What a script does not import of it is not taken.
      onResolve({ filter: /\.ts$/ }, ({ path, resolveDir }) =>
        names.has(join(resolveDir, path)) ? { path: join(resolveDir, path), namespace, sideEffects: false } : undefined,
      );
      onLoad({ filter: /./, namespace }, ({ path }) => ({
        contents: `export const { ${names.get(path)} } = ${keeper};`,
      }));
    },
  };
}

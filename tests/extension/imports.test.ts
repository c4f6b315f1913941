/** Which part of the extension may import which, by the files as they are: types count as everything else does. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { test } from 'node:test';

const SOURCE = 'extension/src/';
const FOLDERS = [SOURCE, 'www/src/'];

/** Each file with the files of ours that it imports. */
const imports = new Map(
  FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file)),
  ).map((file) => {
    const specifiers = [...readFileSync(file, 'utf8').matchAll(/^(?:import|export) .*?'(\.[^']*\.ts)'/gm)].map(
      ([, specifier]) => specifier!,
    );
    return [file, specifiers.map((specifier) => normalize(join(file, '..', specifier)))] as const;
  }),
);

/** The imports that lead from a file to another, as far as both are of a kind. */
function from(importer: (file: string) => boolean, imported: (file: string) => boolean): string[] {
  return [...imports]
    .filter(([file]) => importer(file))
    .flatMap(([file, others]) => others.filter(imported).map((other) => `${file} → ${other}`));
}

const isIn =
  (...folders: string[]) =>
  (file: string) =>
    folders.some((folder) => file.startsWith(folder));

test('every import is read', () => {
  assert(imports.size > 200, `${imports.size} files`);
  assert.deepEqual(
    [...imports.values()].flat().filter((file) => !existsSync(file)),
    [],
  );
});

test('no file imports itself round a circle', () => {
  const done = new Set<string>();
  const circle = (file: string, above: readonly string[]): readonly string[] | null => {
    if (above.includes(file)) return [...above.slice(above.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const other of imports.get(file) ?? []) {
      // `typeof import` of a script's own exports is how a script says what it leaves under its name.
      const found = other === file ? null : circle(other, [...above, file]);
      if (found !== null) return found;
    }
    done.add(file);
    return null;
  };
  for (const file of imports.keys()) assert.equal(circle(file, [])?.join(' → ') ?? null, null);
});

test('what pages share is in ui/, and the playground takes nothing from inside a page', () => {
  const pages = isIn(`${SOURCE}pages/`);
  assert.deepEqual(
    from((file) => !pages(file), pages),
    [],
  );
  const page = (file: string) => file.slice(`${SOURCE}pages/`.length).split('/').slice(0, -1).join('/');
  assert.deepEqual(
    from(pages, pages).filter(
      (line) =>
        new Set(
          line
            .split(' → ')
            .map(page)
            .filter((name) => name !== ''),
        ).size > 1,
    ),
    [],
  );
});

test('only the background starts the engine in the extension', () => {
  assert.deepEqual(
    from(isIn(SOURCE), (file) => file === `${SOURCE}background/engine.ts`).filter(
      (line) => !line.startsWith(`${SOURCE}background/`),
    ),
    [],
  );
  for (const file of imports.keys()) {
    if (!file.startsWith(SOURCE) || file === `${SOURCE}background/engine.ts`) continue;
    assert.doesNotMatch(readFileSync(file, 'utf8'), /^import (?!type ).* from 'hearsay';/m, file);
  }
});

test('claims, settings and messages know no page', () => {
  const pure = isIn(`${SOURCE}claims/`, `${SOURCE}settings/`, `${SOURCE}messages.ts`, `${SOURCE}i18n.ts`);
  assert.deepEqual(
    from(pure, (file) => !pure(file)),
    [],
  );
});

test('what is asked of any page knows nothing of articles', () => {
  const dom = isIn(`${SOURCE}content/dom/`);
  assert.deepEqual(
    from(dom, (file) => !dom(file) && !file.startsWith(`${SOURCE}browser/`)),
    [],
  );
});

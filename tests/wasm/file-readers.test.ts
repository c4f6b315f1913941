/** Each file of claims as its usual reader reads it: a JSON-LD processor, a table in pandas, a renderer of CommonMark. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { HtmlRenderer, Parser } from 'commonmark';
import jsonld from 'jsonld';
import { analyze, initSync as startEngine } from '../../target/wasm/hearsay.js';
import {
  exportClaims,
  initSync as startViews,
  type ExportedPage,
  type Format,
} from '../../target/wasm-views/hearsay-views.js';

const module = (file: string) => readFileSync(new URL(`../../target/${file}`, import.meta.url));
before(() => {
  startEngine({ module: module('wasm/hearsay_bg.wasm') });
  startViews({ module: module('wasm-views/hearsay-views_bg.wasm') });
});

const TEXT =
  'The ferry, “=so it is”, will sail on Friday, the Pellworth Gazette reported, citing harbour master *Nora* Vey. A docker said it was <late>.';
const at = TEXT.indexOf('Pellworth Gazette');
const gazette = {
  start: at,
  end: at + 'Pellworth Gazette'.length,
  domain: 'gazette.example',
  address: 'https://gazette.example/ferry?a=1&b=2',
};
const PAGE: ExportedPage = {
  url: 'https://lantern.example/ferry',
  title: '=The [ferry], "again", & more',
  author: 'Ann Roe',
  published: '2031-05-04',
  document: { host: { names: [], domain: 'lantern.example' }, blocks: [{ text: TEXT, links: [gazette] }] },
  places: [[{ at: 0, position: 0 }]],
};
const file = (format: Format) => exportClaims(format, PAGE, analyze(PAGE.document));

/** The recommendation's context as far as its terms are used here: a test asks no network. */
const ANNO = {
  oa: 'http://www.w3.org/ns/oa#',
  as: 'http://www.w3.org/ns/activitystreams#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  schema: 'http://schema.org/',
  id: { '@type': '@id', '@id': '@id' },
  type: { '@type': '@id', '@id': '@type' },
  Annotation: 'oa:Annotation',
  AnnotationCollection: 'as:OrderedCollection',
  AnnotationPage: 'as:OrderedCollectionPage',
  TextualBody: 'oa:TextualBody',
  Software: 'as:Application',
  label: 'rdfs:label',
  name: 'foaf:name',
  generator: { '@id': 'as:generator', '@type': '@id' },
  first: { '@type': '@id', '@id': 'as:first' },
  partOf: { '@type': '@id', '@id': 'as:partOf' },
  items: { '@type': '@id', '@id': 'as:items', '@container': '@list' },
  total: 'as:totalItems',
  startIndex: 'as:startIndex',
  body: { '@type': '@id', '@id': 'oa:hasBody' },
  value: 'rdf:value',
};

test('a JSON-LD processor finds the claims and their chains as data', async () => {
  const documentLoader = async (url: string) => {
    assert.equal(url, 'http://www.w3.org/ns/anno.jsonld');
    return { document: { '@context': ANNO } as object as any, documentUrl: url };
  };
  const quads = (await jsonld.toRDF(JSON.parse(file('annotation')), { documentLoader })) as unknown as {
    subject: { value: string };
    predicate: { value: string };
    object: { value: string };
  }[];
  const own = (name: string) => `https://hearsay.example/ns#${name}`;
  const objects = (predicate: string) =>
    quads.filter((quad) => quad.predicate.value === predicate).map(({ object }) => object.value);
  assert.deepEqual(objects(own('number')).sort(), ['1', '2']);
  assert.deepEqual(objects(own('depth')).sort(), ['1', '2']);
  assert.deepEqual(objects(own('called')).sort(), ['Nora* Vey', 'Pellworth Gazette', '“A docker”'].sort());
  assert.deepEqual(objects(own('canBeReadAt')), [gazette.address]);
  assert.deepEqual(objects('http://schema.org/author'), ['Ann Roe']);
  assert.deepEqual(objects('http://schema.org/headline'), [PAGE.title]);
  // The order of the hands is kept: a chain is a list.
  const [chain] = quads.filter(
    ({ predicate, subject }) =>
      predicate.value === own('chain') &&
      quads.some(
        (other) =>
          other.subject.value === subject.value && other.predicate.value === own('depth') && other.object.value === '2',
      ),
  );
  const of = (subject: string, predicate: string) =>
    quads.find((quad) => quad.subject.value === subject && quad.predicate.value.endsWith(predicate))?.object.value;
  assert.equal(of(of(chain!.object.value, '#first')!, '#called'), 'Pellworth Gazette');
});

test('pandas reads the table as it is meant', (context) => {
  if (spawnSync('python3', ['-c', 'import pandas']).status !== 0) return context.skip('pandas is not installed here.');
  const program = `
import io, json, sys
import pandas
table = pandas.read_csv(io.BytesIO(sys.stdin.buffer.read()), encoding="utf-8-sig")
print(json.dumps({"types": {name: str(table[name].dtype) for name in ["claim", "depth", "confidence", "ends_nameless"]}, "rows": json.loads(table.to_json(orient="records"))}))
`;
  const read = JSON.parse(
    execFileSync('python3', ['-c', program], { input: `\ufeff${file('csv')}`, encoding: 'utf8' }),
  );
  assert.deepEqual(read.types, { claim: 'int64', depth: 'int64', confidence: 'float64', ends_nameless: 'bool' });
  assert.deepEqual(
    read.rows.map(({ claim, depth, nearest, nearest_link }: any) => [claim, depth, nearest, nearest_link]),
    [
      [1, 2, 'Pellworth Gazette', gazette.address],
      [2, 1, '“A docker”', null],
    ],
  );
  const [{ title, author, published, page, claim_link }] = read.rows;
  assert.deepEqual([title, author, published, page], [`'${PAGE.title}`, 'Ann Roe', '2031-05-04', PAGE.url]);
  assert.ok(claim_link.startsWith(`${PAGE.url}#:~:text=`));
});

test('a renderer of CommonMark shows the words and the links, and no markup of the page', () => {
  const html = new HtmlRenderer().render(new Parser().parse(file('markdown')));
  assert.match(
    html,
    /<h1><a href="https:\/\/lantern.example\/ferry">=The \[ferry\], &quot;again&quot;, &amp; more<\/a><\/h1>/,
  );
  assert.match(html, /<h2>1\. 2 hands away<\/h2>/);
  assert.match(html, /<a href="https:\/\/gazette.example\/ferry\?a=1&amp;b=2">Pellworth Gazette<\/a>/);
  assert.match(html, /<blockquote>\s*<p>it was &lt;late&gt;<\/p>/);
  assert.doesNotMatch(html, /<em>|<late>/);
});

/** Pages to test on: the sample article, and pages made of given paragraphs. */
import { readFileSync } from 'node:fs';

const sample = (file: string) => readFileSync(new URL(`../../../www/samples/${file}`, import.meta.url), 'utf8');

/** The sample article about a river, its style sheet inside. */
export const river = sample('river.html').replace(
  '<link rel="stylesheet" href="merrow-post.css">',
  `<style>${sample('merrow-post.css')}</style>`,
);

/** A claim of that article, and the hands it came through. */
export const throughTwoHands = {
  words: 'Water could reach the Maravel plain',
  depth: /^2 hands away/,
  hands: ['Veska Tribune', 'Halden Roos'],
};

/** Enough of an article to be taken for one, with nothing in it that anybody said. */
export const plain = [
  'The footbridge at Little Ford was closed on Tuesday after a night of rain. Two boards near the northern bank were missing, and the handrail had come loose from its third post.',
  'Workers arrived before noon with a lorry of oak. They put up a fence, measured the gap twice and went to lunch, while the river went on rising against the stones below them.',
  'The bridge was built forty years ago, when the mill was still running. It carries about three hundred people on a market day, most of them with a bag in each hand.',
];

/** A page with these paragraphs after the plain ones. They may hold markup. */
export function article(...paragraphs: string[]): string {
  return page([...plain, ...paragraphs].map((paragraph) => `<p>${paragraph}</p>`).join('\n'));
}

/** A page with this inside its `article`. */
export function page(body: string, language = 'en'): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>The bridge</title><link rel="icon" href="data:,"></head>
<body><article><h1>A bridge without two boards</h1>${body}</article></body></html>`;
}

/**
 * What whoever works on Hearsay has to know of a claim that looks wrong to a reader. It goes to the clipboard and
 * nowhere else; the reader sees it and decides whom to send it to. It is English, as its readers' reports are.
 */
import type { Claim } from 'hearsay';
import type { Quote } from '../../claims/quoting.ts';
import type { CardText } from '../card-text.ts';
import { addressOf } from './source-page.ts';

export function reportOf(claim: Claim, { copy }: CardText, quote: Quote, page: Document): string {
  const blocks = [...new Set(claim.content.map(({ block }) => block))];
  const { kind, directness, factuality, depth, depthMax, confidence, chainConfidence, rule, chain } = claim;
  const found = {
    kind,
    directness,
    factuality,
    depth,
    depthMax,
    confidence,
    chainConfidence,
    rule,
    chain: chain.map(({ type, link, name }) => ({ type, link, name })),
  };
  return [
    `Hearsay ${chrome.runtime.getManifest().version}: a claim that looks wrong`,
    '',
    `Page: ${addressOf(page)}`,
    `Text: ${blocks.map((block) => quote({ block, start: 0, end: Infinity })).join(' / ')}`,
    `Shown: ${copy}`,
    `Found: ${JSON.stringify(found)}`,
    'What is wrong: ',
  ].join('\n');
}

/**
 * Answers to articles. The same text gets the same answer, so the newest few are kept for a page that is loaded again
 * or stands in two tabs. They are found by a hash of the article that nobody can aim at: no page can make another
 * page's answer its own.
 */
import type { Document } from 'hearsay';
import type { AnalyzeAnswer } from '../messages.ts';
import { analyze } from './engine.ts';
import { LruCache } from './lru-cache.ts';

/**
 * Answers to this much text are kept, in UTF-16 code units: fifty articles or a long book's chapter. In memory an
 * answer takes some twenty bytes for each, so all of them take about ten megabytes.
 */
const KEPT = 500_000;

const reports = new LruCache<string, Extract<AnalyzeAnswer, { type: 'report' }>>(KEPT);

/** The report on an article, or why there is none. */
export async function answer(document: Document): Promise<AnalyzeAnswer> {
  try {
    const hash = await hashOf(document);
    const known = reports.get(hash);
    if (known) return known;
    const fresh = { type: 'report', report: await analyze(document) } as const;
    reports.set(hash, fresh, lengthOf(document));
    return fresh;
  } catch (error) {
    return { type: 'failed', reason: String(error) };
  }
}

function lengthOf({ blocks }: Document): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

async function hashOf(document: Document): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  return String(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

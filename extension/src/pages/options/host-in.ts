/**
 * The site that a reader means: `https://www.news.example/today`, `News.example`, `*.news.example` and `news.example` are the same: a
 * rule holds for everything under its host anyway. Pure.
 */
import { hostOf } from '../../settings/site-rules.ts';

/** The longest name that the internet allows. UTF-16 code units. */
const LONGEST = 253;

/** The host that a rule is kept under; null for what names no site. */
export function hostIn(words: string): string | null {
  const typed = words.trim().replace(/^(https?:\/\/|\*:\/\/)?\*\.(?=[^/]*\.)/i, '');
  const host = hostOf(typed.includes('://') ? typed : `https://${typed}`);
  if (host === null || host.length > LONGEST) return null;
  const isAddress = /^\[[\da-f:.]+\]$/.test(host);
  return isAddress || /^[a-z\d](?:[a-z\d_-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d_-]*[a-z\d])?)*$/.test(host) ? host : null;
}

/**
 * What a hand is called. A name the page gives stands as a name; a description in place of a name (`residents`,
 * `a draft of the accord`) stays what it is, the page's words. Pure.
 */
import type { Hop } from 'hearsay';
import { shortened, unquoted, type Quote } from './quoting.ts';

export interface HandLabel {
  /** Empty when the page has no words for this hand. */
  words: string;
  /** Whether `words` is a name. */
  named: boolean;
}

/** Types whose words are never a name, whatever their case. */
const NEVER_NAMED = new Set<Hop['type']>([
  'role_only',
  'outlet_collective',
  'anonymous_individual',
  'anonymous_collective',
  'vague_collective',
  'unspecified',
  'self',
]);

export function labelOf({ name, span, type }: Pick<Hop, 'name' | 'span' | 'type'>, quote: Quote): HandLabel {
  const words = shortened(unquoted(name ?? quote(span)));
  return { words, named: name !== null && !NEVER_NAMED.has(type) && isName(words, type) };
}

/** `a report`, `the ministry`, `One study` describe; `the Post`, `Kestria` name. A document's name has two capitals. */
function isName(words: string, type: Hop['type']): boolean {
  if (type === 'named_person' || type === 'named_official') return true;
  // Many scripts have no capitals.
  if (!/\p{Cased}/u.test(words)) return true;
  const capitals = words.match(/(?<![\p{L}\p{N}’'])[\p{Lu}\p{N}]/gu)?.length ?? 0;
  if (/^(?:an?|one|some|two|this|that|its|his|her|their)\s/i.test(words)) return false;
  const wanted = type === 'document' ? 2 : 1;
  return capitals - (/^The\s/.test(words) ? 1 : 0) >= wanted;
}

/** The claims of a page as the popup lists them: words in place of offsets. Pure. */
import type { Claim } from 'hearsay';
import type { ListedClaim } from '../../messages.ts';
import { labelOf } from './hand-label.ts';
import type { Quote } from './quoting.ts';

export function listed({ id, content, depth, depthMax, kind, chain }: Claim, quote: Quote): ListedClaim {
  return {
    id,
    words: content.map(quote).join(' … '),
    depth,
    depthMax,
    kind,
    paragraph: content[0]?.block ?? 0,
    hands: chain.map((hop) => {
      const { words, named } = labelOf(hop, quote);
      return { label: words, named, type: hop.type, anonymous: hop.anonymous, link: hop.link };
    }),
  };
}

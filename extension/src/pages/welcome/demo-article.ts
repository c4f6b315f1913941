/**
 * A piece of an article to try it on. It is read as every page is, by the engine, with the same lines and the same card.
 * It stays English, as the articles are.
 */
import type { ListedClaim, PageState } from '../../messages.ts';
import { element } from '../../ui/element.ts';
import { sessionHere } from '../read-own-page.ts';

/** As articles are: most of it plainly said by somebody, one voice without a name, and one that came a long way. */
const PARAGRAPHS = [
  '“The port is ready,” said Anders Holm, who heads the dockers’ union. Two ships were waiting outside, the harbour office said.',
  'The first convoy could sail as early as 2 November, an official said on condition of anonymity.',
  'Kestria is prepared to reopen the terminal before the winter, the Tessaly Courier reported on Tuesday, citing the Arabic-language website Nawras Net.',
  'Citing well-informed sources, Nawras Net said the talks had begun in secret, according to the Courier.',
];

export interface Specimen {
  node: HTMLElement;
  /** Reads it. It has to stand on the page. */
  read(): void;
  /** Opens the card of the claim with the longest way, for those who do not point. */
  showOne(): void;
}

export function specimen(): Specimen {
  let claims: readonly ListedClaim[] = [];
  const changed = (state: PageState) => void (claims = state.status === 'article' ? state.claims : []);
  const session = sessionHere(changed, new AbortController().signal);
  return {
    node: element(
      'article',
      { class: 'specimen', lang: 'en', dir: 'ltr' },
      ...PARAGRAPHS.map((words) => element('p', {}, words)),
    ),
    read: () => session.readAnyway(),
    showOne() {
      const [farthest] = claims.toSorted((one, other) => other.depth - one.depth);
      if (farthest !== undefined) session.article?.do({ type: 'visit', claim: farthest.id });
    },
  };
}

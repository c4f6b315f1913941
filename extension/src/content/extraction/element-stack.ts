/**
 * The elements that a walk over the page is inside of, and what each means for the words in it: whether it begins a
 * block, which region and link it gives them, or that it is left out.
 */
import type { Region } from 'hearsay';
import { withAncestors } from '../dom/tree.ts';
import { startOf, type Scope } from './article-scope.ts';
import { namesSpeaker } from './block-quote-speaker.ts';
import { askingForAddress } from './call-to-action.ts';
import { declaredRegion } from './declared-region.ts';
import { isLeftOut } from './exclusions.ts';
import { flowOf } from './flow.ts';
import { isNoteMark } from './note-mark.ts';
import { domainOf } from './publisher.ts';
import type { LinkTarget, TextCollector } from './text-collector.ts';

type Kind = keyof TextCollector['within'];

/** Longer addresses are no report's. UTF-16 code units. */
const LONGEST_ADDRESS = 2048;

/** What closing an element undoes. */
interface Opened {
  isBlock: boolean;
  /** What holds for the words around it. */
  around: Pick<TextCollector, 'region' | 'inParagraph'>;
  kinds: Kind[];
}

export class ElementStack {
  readonly #opened: Opened[] = [];
  /** The headline, the body and what they stand in: the article itself, whatever it is called. */
  readonly #article: ReadonlySet<Element>;
  readonly #requests: ReadonlySet<Element>;
  readonly #collector: TextCollector;
  readonly #scope: Scope;

  constructor(collector: TextCollector, scope: Scope) {
    this.#collector = collector;
    this.#scope = scope;
    const start = startOf(scope);
    this.#article = new Set([...withAncestors(start), ...withAncestors(scope.body)]);
    this.#requests = askingForAddress(scope.root, this.#article);
    for (const box of withAncestors(start)) {
      if (box === scope.root) break;
      this.#opened.push({ isBlock: true, around: { region: 'paragraph', inParagraph: false }, kinds: [] });
    }
  }

  /** Enters an element, if its words are part of the article. */
  open(element: Element): boolean {
    // A form's own properties may be hidden behind its fields' names. Some sites put the whole page in one.
    if (element instanceof HTMLFormElement) return !this.#requests.has(element) && this.#openBlock(element, null);
    switch (element.localName) {
      case 'br':
        this.#collector.breakLine();
        return false;
      case 'hr':
        this.#collector.endBlock();
        return false;
    }
    if (this.#article.has(element))
      return this.#openBlock(element, element === this.#scope.headline ? 'headline' : null);
    const flow = flowOf(element);
    const isApart =
      isLeftOut(element) || isNoteMark(element) || this.#requests.has(element) || this.#scope.isApart(element);
    if (flow === 'hidden' || isApart) {
      if (flow === 'block') this.#collector.passOver();
      return false;
    }
    if (this.#collector.within.speaker === 0 && namesSpeaker(element, this.#collector.region === 'quote'))
      return this.#openSpeaker();
    const region = declaredRegion(element, this.#collector.region);
    const kinds = kindsOf(element, region);
    if (flow === 'block') this.#openBlock(element, region, kinds);
    else {
      this.#opened.push({ isBlock: false, around: this.#state(), kinds });
      // Sites also set an element that flows with words around whole paragraphs: what begins in it is of its region.
      if (region !== null && this.#collector.isBetweenBlocks) this.#collector.region = region;
    }
    for (const kind of kinds) this.#collector.within[kind]++;
    if (element instanceof HTMLAnchorElement) this.#collector.openLink(targetOf(element));
    return true;
  }

  /** Leaves the innermost element. */
  close(): void {
    const opened = this.#opened.pop();
    if (opened === undefined) return;
    if (opened.kinds.includes('linked')) this.#collector.closeLink();
    if (opened.isBlock) this.#collector.endBlock();
    for (const kind of opened.kinds) this.#collector.within[kind]--;
    Object.assign(this.#collector, opened.around);
  }

  #openBlock(element: Element, region: Region | null, kinds: Kind[] = []): boolean {
    this.#collector.endBlock();
    this.#opened.push({ isBlock: true, around: this.#state(), kinds });
    this.#collector.inParagraph = element.localName === 'p';
    if (region !== null) this.#collector.region = region;
    return true;
  }

  /** Goes on with the block quotation, as if a dash and the name stood below its words. */
  #openSpeaker(): boolean {
    this.#opened.push({ isBlock: true, around: this.#state(), kinds: ['speaker'] });
    this.#collector.goOnWithQuote();
    this.#collector.within.speaker++;
    this.#collector.region = 'quote';
    return true;
  }

  #state(): Opened['around'] {
    const { region, inParagraph } = this.#collector;
    return { region, inParagraph };
  }
}

/**
 * Where a link leads. Most addresses say their domain in plain sight; the browser's own parser is slow. The address itself
 * is kept where it can be that of another site.
 */
function targetOf(link: HTMLAnchorElement): LinkTarget {
  const address = link.getAttribute('href')?.trim() ?? '';
  const host = /^https?:\/\/(?:www\.)?([\w.-]+)(?=[/?#]|$)/i.exec(address)?.[1];
  if (host === undefined) return { domain: domainOf(link), address: '' };
  return { domain: host.toLowerCase(), address: address.length > LONGEST_ADDRESS ? '' : address };
}

function kindsOf(element: Element, region: Region | null): Kind[] {
  const kinds: Kind[] = [];
  if (element instanceof HTMLAnchorElement) kinds.push('linked');
  if (element.localName === 'strong' || element.localName === 'b') kinds.push('bold');
  if (region === 'byline') kinds.push('byline');
  return kinds;
}

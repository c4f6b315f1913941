/**
 * Joins text nodes to blocks and remembers where every character came from. In goes what a walk over the page meets,
 * in order; out come blocks. Offsets are UTF-16 code units.
 */
import type { Hyperlink, Region } from 'hearsay';
import { parentOf } from '../dom/tree.ts';
import type { Piece, ReadBlock } from './block.ts';
import { withoutNoteMarks } from './note-mark.ts';
import { guessedRegion, type Makeup } from './region-heuristics.ts';

/** No more is written: a hundred thousand words, a long novel. UTF-16 code units. */
const LIMIT = 600_000;

/** A line that names an author is shorter than one of running text that has been broken. UTF-16 code units. */
const NAME_LINE = 60;

/** What stands between the words of a block quotation and the name of who said them. */
export const SIGNED = '\n— ';

/** Where a link leads: its domain, and its address where that can be another site's, else nothing. */
export type LinkTarget = Required<Pick<Hyperlink, 'domain' | 'address'>>;

export class TextCollector {
  readonly blocks: ReadBlock[] = [];
  /** The region of what is written next. */
  region: Region = 'paragraph';
  /** Whether it stands in an element for paragraphs. */
  inParagraph = false;
  /** How many elements of a kind the next words lie in. */
  readonly within = { linked: 0, bold: 0, byline: 0, speaker: 0 };

  #text = '';
  #pieces: Piece[] = [];
  #links: Hyperlink[] = [];
  #makeup = nothingKnown();
  #openLink: ({ start: number } & LinkTarget) | null = null;
  /** Where the text stood after the last line break, when nothing but white space has followed. */
  #brokenAt = -1;
  #total = 0;

  get isFull(): boolean {
    return this.#total >= LIMIT;
  }

  /** Whether no block has begun. */
  get isBetweenBlocks(): boolean {
    return this.#text === '';
  }

  /** The words of one text node. */
  write(node: Text): void {
    const { data } = node;
    let from = 0;
    // The first pattern says of nearly every text that it has no empty line, and is quicker at it.
    if (/\n\s*\n/.test(data) && /\S\s*\n\s*\n\s*\S/.test(data) && keepsWhiteSpace(node)) {
      for (const { index } of data.matchAll(/\n\s*\n/g)) {
        this.#append(node, from, index);
        this.endBlock();
        from = index;
      }
    }
    this.#append(node, from, data.length);
  }

  /** A line break; the second in a row ends the block, and so does the first behind a byline. */
  breakLine(): void {
    if (
      this.region === 'byline' ||
      (this.#text.length < NAME_LINE && guessedRegion(this.region, this.#text, this.#makeup) === 'byline')
    ) {
      this.endBlock();
    } else if (this.#brokenAt >= 0 && this.#text.slice(this.#brokenAt).trim() === '') {
      this.endBlock();
    } else if (this.#text !== '') {
      this.#text += '\n';
      this.#brokenAt = this.#text.length;
      this.#makeup.breaks++;
    }
  }

  /** A box that is left out. An advert in the midst of a paragraph does not end it. */
  passOver(): void {
    if (!this.inParagraph) this.endBlock();
    else if (/\S$/.test(this.#text)) this.#text += '\n';
  }

  /** Puts what comes next, behind a dash, on a line of the block quotation that has just ended or is being written. */
  goOnWithQuote(): void {
    if (!/\S/.test(this.#text) && this.blocks.at(-1)?.block.region === 'quote') {
      const { block, pieces } = this.blocks.pop()!;
      this.#total -= block.text.length;
      [this.#text, this.#pieces, this.#links] = [block.text, [...pieces], block.links];
    }
    this.#text = this.#text.trimEnd();
    if (this.#text !== '') this.#text += SIGNED;
  }

  openLink(target: LinkTarget): void {
    this.#openLink = { start: this.#text.length, ...target };
  }

  closeLink(): void {
    this.#keepLink();
    this.#openLink = null;
  }

  /** Ends the block, if one has begun. */
  endBlock(): void {
    const text = this.#text;
    if (/\S/.test(text)) {
      this.#keepLink();
      const region = guessedRegion(this.region, text, this.#makeup);
      this.blocks.push({ block: { text, region, links: this.#links }, pieces: this.#pieces });
      this.#total += text.length;
    }
    this.#text = '';
    this.#pieces = [];
    this.#links = [];
    this.#makeup = nothingKnown();
    this.#brokenAt = -1;
    if (this.#openLink !== null) this.#openLink.start = 0;
  }

  #append(node: Text, from: number, to: number): void {
    for (const [start, end] of withoutNoteMarks(node.data, from, to)) this.#add(node, start, end);
  }

  #add(node: Text, start: number, to: number): void {
    const from = this.#text.endsWith(SIGNED)
      ? start + /^\s*[-–—―]*\s*/.exec(node.data.slice(start, to))![0].length
      : start;
    const words = node.data.slice(from, Math.min(to, from + LIMIT - this.#total - this.#text.length));
    if (words === '' || (this.#text === '' && words.trim() === '')) return;
    if (this.#text === '') this.#makeup.isBox = !this.inParagraph;
    this.#pieces.push({ at: this.#text.length, node, from, length: words.length });
    this.#text += words;
    const { linked, bold, byline } = this.within;
    if (linked > 0) this.#makeup.linked += words.length;
    if (bold > 0) this.#makeup.bold += words.length;
    if (byline > 0) this.#makeup.byline += words.length;
  }

  #keepLink(): void {
    const link = this.#openLink;
    const end = this.#text.length;
    if (link !== null && link.domain !== '' && link.start < end) this.#links.push({ ...link, end });
  }
}

function nothingKnown(): Makeup {
  return { linked: 0, bold: 0, byline: 0, breaks: 0, isBox: false };
}

function keepsWhiteSpace(node: Text): boolean {
  const around = parentOf(node);
  return around !== null && /^(?:pre|break-spaces)/.test(getComputedStyle(around).whiteSpace);
}

/** The article as a reader sees it: typeset, with the lines, the pointer and the card of the extension. */
import type { Report } from 'hearsay';
import * as card from '../../extension/src/content/card/index.ts';
import { ClaimsOnPage } from '../../extension/src/content/claims-on-page.ts';
import { Display } from '../../extension/src/content/display.ts';
import { NearViewport } from '../../extension/src/content/highlights/near-viewport.ts';
import type { ExportedArticle, ListedClaim } from '../../extension/src/messages.ts';
import { DEFAULTS, type Settings } from '../../extension/src/settings/schema.ts';
import type { ReadText } from './reading.ts';
import { typeset } from './typeset.ts';

export class Paper {
  readonly #text: ReadText;
  readonly #article: ClaimsOnPage;
  readonly #display: Display;

  /**
   * @param sheet is filled with the text; it must stand on the page.
   * @param signal takes the lines and the card away.
   */
  constructor(sheet: HTMLElement, text: ReadText, report: Report, signal: AbortSignal) {
    const { nodes, blocks } = typeset(text.blocks);
    sheet.replaceChildren(...nodes);
    this.#text = text;
    this.#article = new ClaimsOnPage(blocks, text.host, report, DEFAULTS);
    const settingsOf = (lines: Settings['lines']) => ({ ...DEFAULTS, lines });
    const chooseLines = (lines: Settings['lines']) =>
      this.#display.update(new ClaimsOnPage(blocks, text.host, report, settingsOf(lines)), settingsOf(lines));
    this.#display = new Display(
      this.#article,
      DEFAULTS,
      new NearViewport(signal),
      { cardRoom: async () => card, lost: () => {}, filled: () => {}, chooseLines },
      signal,
    );
  }

  /** The claims that are marked. */
  get claims(): ListedClaim[] {
    return this.#article.listed;
  }

  /** The text with its marked claims, for a file. It stands at no place that a file could name. */
  get exported(): ExportedArticle {
    const { url, title, host, blocks } = this.#text;
    return {
      page: { url, title, author: '', published: '', document: { host, blocks }, places: blocks.map(() => []) },
      report: { claims: [...this.#article.claims] },
    };
  }

  /** Goes to a claim and opens its card. */
  visit(id: string): void {
    const claim = this.#article.named(id);
    if (claim) this.#display.visit(claim);
  }

  /** Shows where a claim stands, or none. */
  trace(id: string | null): void {
    this.#display.trace((id !== null && this.#article.named(id)) || null);
  }

  /** Goes to the next claim, or the one before. */
  step(by: 1 | -1): void {
    this.#display.step(by);
  }
}

/**
 * The look of highlights inside shadow roots. Chromium takes it from the document; Firefox asks each root for a style
 * sheet of its own, which is adopted beside those of the page and leaves no node behind.
 */
import { inFirefox } from '../in-firefox.ts';
import text from './marks.css' with { type: 'text' };

export class Sheets {
  readonly #roots = new Set<ShadowRoot>();
  #sheet: CSSStyleSheet | null = null;

  /** Gives the sheet to the root that a range stands in, if it is a shadow root without it. */
  reach(range: Range): void {
    const root = inFirefox ? range.startContainer.getRootNode() : document;
    if (!(root instanceof ShadowRoot)) return;
    const sheet = (this.#sheet ??= sheetOf(text));
    this.#roots.add(root);
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  }

  /** Takes the sheet from every root. */
  takeBack(): void {
    for (const root of this.#roots) {
      const at = root.adoptedStyleSheets.indexOf(this.#sheet!);
      if (at >= 0) root.adoptedStyleSheets.splice(at, 1);
    }
    this.#roots.clear();
  }
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

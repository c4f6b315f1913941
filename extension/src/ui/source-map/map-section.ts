/** What the panel shows of an article: its map, what the lines mean, the same in words, and a way to keep the map. */
import { tallyOf } from '../../claims/tally.ts';
import { digits, say } from '../../i18n.ts';
import type { ListedClaim } from '../../messages.ts';
import { fileName, saveFile } from '../download.ts';
import { button, element } from '../element.ts';
import { summaryParts } from '../summary-parts.ts';
import { sheet, type ChosenHand, type SheetActions } from './hand-sheet.ts';
import { mapKey } from './legend.ts';
import { MapView } from './map-view.ts';
import { inWords } from './outline.ts';
import { pngPicture, svgPicture, type Drawing } from './picture.ts';
import { withSharePicture } from './share-picture.ts';

export interface MappedArticle {
  host: string;
  title: string;
  claims: readonly ListedClaim[];
  truncatedAt: number | null;
}

export interface MapActions extends SheetActions {
  /** Says something to the reader that is no answer to a press in sight. */
  say(words: string): void;
}

/** Fills an element of the page with all this. Returns how to end it. `startViews` must have been waited for. */
export function showArticle(
  parent: HTMLElement,
  { host, title, claims, truncatedAt }: MappedArticle,
  actions: MapActions,
): () => void {
  const chosen = sheet(actions, () => map.release());
  const map = new MapView(claims, (choice) => chosen.show(choice));
  const chooseInWords = (choice: ChosenHand) => {
    map.release();
    chosen.show(choice);
  };
  const heading = element(
    'header',
    { class: 'about' },
    element('h1', {}, say('panel_heading')),
    element('p', {}, element('bdi', {}, title || host)),
    element('p', {}, summaryParts(tallyOf(claims))),
    truncatedAt === null ? null : element('p', {}, say('popup_too_long', digits(truncatedAt))),
  );
  const save = async (what: 'source-map' | 'picture', ending: 'svg' | 'png') => {
    const name = fileName(title, host, what, ending);
    const keep = async (drawing: Drawing) =>
      saveFile(name, ending === 'svg' ? svgPicture(drawing) : await pngPicture(drawing));
    if (what === 'picture')
      return withSharePicture(body, { title, host, claims }, (svg) => keep({ svg, title, margin: 0, sharp: 1 }));
    if (map.svg !== null) return keep({ svg: map.svg, title, margin: 12, sharp: 2 });
  };
  const kept = (what: 'source-map' | 'picture', ending: 'svg' | 'png') =>
    button(
      'textual',
      ending.toUpperCase(),
      () => void save(what, ending).catch(() => actions.say(say('panel_not_saved'))),
    );
  const keep = element(
    'div',
    { class: 'keep' },
    element(
      'p',
      { role: 'group', 'aria-labelledby': 'keep-map' },
      element('span', { id: 'keep-map' }, say('panel_save_map')),
      kept('source-map', 'svg'),
      kept('source-map', 'png'),
    ),
    element(
      'p',
      { role: 'group', 'aria-labelledby': 'keep-picture' },
      element('span', { id: 'keep-picture' }, say('panel_save_picture')),
      kept('picture', 'svg'),
      kept('picture', 'png'),
    ),
  );
  const body = element(
    'div',
    { class: 'article' },
    heading,
    map.node,
    mapKey(map.shown),
    keep,
    inWords(claims, chooseInWords),
  );
  parent.replaceChildren(body, chosen.node);
  map.draw();
  return () => map.end();
}

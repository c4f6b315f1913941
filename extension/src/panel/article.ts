/** What the panel shows of an article: its map, what the lines mean, the same in words, and a way to keep the map. */
import { button, element } from '../look/element.ts';
import type { ClaimsOnPage } from '../listed/claims-on-page.ts';
import type { ListedClaim } from '../protocol.ts';
import { fileName, saveFile } from '../save-file.ts';
import { count, digits, say } from '../words.ts';
import { sheet, type Choice } from './chosen.ts';
import { inWords } from './in-words.ts';
import { mapKey } from './key.ts';
import { MapView } from './map.ts';
import { pngPicture, svgPicture } from './picture.ts';

export interface Article {
  host: string;
  title: string;
  claims: readonly ListedClaim[];
  truncatedAt: number | null;
}

export interface Deeds extends ClaimsOnPage {
  /** Says something to the reader that is no answer to a press in sight. */
  say(words: string): void;
}

/** Fills an element of the page with all this. Returns how to end it. `startViews` must have been waited for. */
export function showArticle(parent: HTMLElement, { host, title, claims, truncatedAt }: Article, deeds: Deeds): () => void {
  const chosen = sheet(deeds, () => map.release());
  const map = new MapView(claims, (choice) => chosen.show(choice));
  const chooseInWords = (choice: Choice) => {
    map.release();
    chosen.show(choice);
  };
  const heading = element(
    'header',
    { class: 'about' },
    element('h1', {}, say('panel_heading')),
    element('p', {}, element('bdi', {}, title || host), ` · ${count('popup_glance_claims', claims.length)}`),
    truncatedAt === null ? null : element('p', {}, say('popup_too_long', digits(truncatedAt))),
  );
  const save = async (ending: 'svg' | 'png') => {
    if (map.svg === null) return;
    const picture = ending === 'svg' ? svgPicture(map.svg, title) : await pngPicture(map.svg, title);
    saveFile(fileName('source-map', host, ending), picture);
  };
  const keep = element(
    'p',
    { class: 'keep' },
    button('textual', say('panel_save_svg'), () => void save('svg')),
    button('textual', say('panel_save_png'), () => void save('png').catch(() => deeds.say(say('panel_not_saved')))),
  );
  const body = element('div', { class: 'article' }, heading, map.node, mapKey(), keep, inWords(claims, chooseInWords));
  parent.replaceChildren(body, chosen.node);
  map.draw();
  return () => map.end();
}

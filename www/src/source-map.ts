/** The source map beside the text: that of the extension's panel, or a sentence where it cannot be drawn. */
import { element } from '../../extension/src/ui/element.ts';
import { showArticle, type MappedArticle, type MapActions } from '../../extension/src/ui/source-map/map-section.ts';
import { startViews } from '../../extension/src/ui/wasm-views.ts';

/** Loaded with the page, as everything is: whoever is offline later can go on. */
const viewsReady = startViews();
// Its failure is told where the map would be.
viewsReady.catch(() => {});

/** Fills an element of the page. The signal ends it. */
export async function showSourceMap(
  parent: HTMLElement,
  article: MappedArticle,
  actions: MapActions,
  signal: AbortSignal,
): Promise<void> {
  try {
    await viewsReady;
  } catch {
    parent.replaceChildren(
      element('p', { class: 'unable' }, 'The source map cannot be drawn: the file views.wasm did not load.'),
    );
    return;
  }
  if (signal.aborted) return;
  signal.addEventListener('abort', showArticle(parent, article, actions), { once: true });
}

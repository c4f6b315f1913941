/**
 * The trail that leads to the tab in front, above all else in the panel: its pages as columns, both counts, and a way to keep it as
 * a file. Nothing where no trail leads there.
 */
import { trailInJsonLd, trailInMarkdown, type Trail } from 'hearsay-views';
import type { TrailAnswer, TrailView } from '../../claims/trail.ts';
import { say } from '../../i18n.ts';
import type { TabTrailRequest, TrailNote } from '../../messages.ts';
import { fileName, saveFile } from '../../ui/download.ts';
import { button, element } from '../../ui/element.ts';
import { withCounts } from '../../ui/trail-section.ts';
import { startViews } from '../../ui/wasm-views.ts';
import { columnsOf } from './trail-columns.ts';

export interface TrailAbove {
  node: HTMLElement;
  /** What is shown; null while there is none. */
  readonly view: TrailAnswer;
  /** Shows the trail of another tab. */
  lookAt(tab: number | null): void;
}

export function trailAbove(tell: (words: string) => void): TrailAbove {
  const node = element('aside', { class: 'trail-above', 'aria-label': say('trail_pages'), hidden: true });
  let front: number | null = null;
  let shown: TrailAnswer = null;

  async function show(end: boolean): Promise<void> {
    const tab = front;
    const view: TrailAnswer =
      tab === null ? null : await chrome.runtime.sendMessage({ type: 'tab-trail', tab, end } satisfies TabTrailRequest);
    // Another tab may have come to the front meanwhile.
    if (tab !== front) return;
    shown = view;
    node.hidden = view === null;
    node.replaceChildren(...(view === null ? [] : partsOf(view, () => void show(true), tell)));
    // Who has come to the last page sees it first.
    node.querySelector('.columns > ol > li:last-child')?.scrollIntoView({ block: 'nearest', inline: 'end' });
  }

  chrome.runtime.onMessage.addListener((note: TrailNote) => {
    if (note.type === 'trail-changed' && note.tab === front) void show(false);
  });

  return {
    node,
    get view() {
      return shown;
    },
    lookAt(tab) {
      front = tab;
      void show(false);
    },
  };
}

function partsOf(view: TrailView, end: () => void, tell: (words: string) => void): HTMLElement[] {
  const { pages, arrival } = view;
  const heading =
    arrival.kind === 'found'
      ? say('trail_heading', pages.at(-2)!.publisher)
      : say(arrival.kind === 'unread' ? 'trail_unread' : 'trail_not_found', pages.at(-1)!.publisher);
  const save = (write: (trail: Trail) => string, ending: string, type: string) => {
    const [{ title, url }] = pages as [TrailView['pages'][number]];
    return startViews().then(() =>
      saveFile(fileName(title, url, 'trail', ending), new Blob([write(exported(view))], { type })),
    );
  };
  const kept = (label: string, ...file: Parameters<typeof save>) =>
    button('textual', label, () => void save(...file).catch(() => tell(say('trail_not_saved'))));
  return [
    withCounts(view, heading, columnsOf(view)),
    element(
      'p',
      { class: 'keep-trail', role: 'group', 'aria-labelledby': 'keep-trail' },
      element('span', { id: 'keep-trail' }, say('trail_save')),
      kept('Markdown', trailInMarkdown, 'md', 'text/markdown'),
      kept('JSON-LD', trailInJsonLd, 'jsonld', 'application/ld+json'),
      button('textual end', say('trail_end'), end),
    ),
  ];
}

/** A trail as a file holds it. */
function exported({ pages, disclosed, hands, circular, broken, changes, arrival }: TrailView): Trail {
  return {
    pages,
    disclosed,
    hands,
    circular,
    broken,
    changes: changes.map(({ matter }) => matter),
    missed: arrival.kind === 'found' ? null : arrival.url,
  };
}

/** The trail that leads to the tab in front, above all else in the panel: nothing where none does. */
import type { TrailAnswer, TrailView } from '../../claims/trail.ts';
import { say } from '../../i18n.ts';
import type { TabTrailRequest, TrailNote } from '../../messages.ts';
import { button, element } from '../../ui/element.ts';
import { sectionOf } from '../../ui/trail-section.ts';

export interface TrailAbove {
  node: HTMLElement;
  /** Shows the trail of another tab. */
  lookAt(tab: number | null): void;
}

export function trailAbove(): TrailAbove {
  const node = element('div', { class: 'trail-above' });
  let front: number | null = null;

  async function show(end: boolean): Promise<void> {
    const tab = front;
    const view: TrailAnswer = tab === null ? null : await chrome.runtime.sendMessage({ type: 'tab-trail', tab, end } satisfies TabTrailRequest);
    // Another tab may have come to the front meanwhile.
    if (tab === front) node.replaceChildren(...(view === null ? [] : partsOf(view, () => void show(true))));
  }

  chrome.runtime.onMessage.addListener((note: TrailNote) => {
    if (note.type === 'trail-changed' && note.tab === front) void show(false);
  });

  return {
    node,
    lookAt(tab) {
      front = tab;
      void show(false);
    },
  };
}

function partsOf(view: TrailView, end: () => void): HTMLElement[] {
  const from = view.pages.at(-1)!.publisher;
  const { kind } = view.arrival;
  const said = kind === 'found' ? null : element('p', {}, say(kind === 'unread' ? 'trail_unread' : 'trail_not_found', from));
  return [...(said === null ? [sectionOf(view)] : [said]), button('textual', say('trail_end'), end)];
}

/**
 * One origin, many pages: at the press of a button, the claims that several of the pages open in this window make and that end at
 * the same hand. Each leads to its tab. Nothing of it is kept.
 */
import { isNameless } from '../../claims/depth.ts';
import { handName } from '../../claims/hand-name.ts';
import type { Origin, OriginPage, OriginsAnswer } from '../../claims/origins.ts';
import { count, digits, say } from '../../i18n.ts';
import { PAGE_PORT, type OriginsRequest, type PageRequest } from '../../messages.ts';
import { button, element } from '../../ui/element.ts';
import { shownHost } from '../../ui/display-host.ts';

export function originsOf(window: number): HTMLElement {
  const told = element('p', { role: 'status' });
  const list = element('div');
  async function look(): Promise<void> {
    told.textContent = '';
    list.replaceChildren();
    const answer: OriginsAnswer | null = await chrome.runtime
      .sendMessage({ type: 'origins', window } satisfies OriginsRequest)
      .catch(() => null);
    told.textContent = answer === null ? say('origins_failed') : summary(answer);
    list.replaceChildren(...(answer?.origins ?? []).map(sectionOf));
  }
  return element(
    'section',
    { class: 'origins', 'aria-labelledby': 'origins' },
    element('h2', { id: 'origins' }, say('origins_title')),
    button('textual', say('origins_look'), () => void look()),
    told,
    list,
  );
}

function summary({ articles, origins }: OriginsAnswer): string {
  if (articles < 2) return say('origins_too_few');
  return origins.length === 0
    ? say('origins_none', digits(articles))
    : count('origins_found', origins.length, digits(articles));
}

function sectionOf({ hand, pages }: Origin): HTMLElement {
  const heading = count(isNameless(hand) ? 'origins_unnamed' : 'origins_named', pages.length, handName(hand));
  return element(
    'section',
    {},
    element('h3', {}, heading),
    element('ul', {}, ...pages.map((page) => element('li', {}, pageButton(page)))),
  );
}

function pageButton(page: OriginPage): HTMLElement {
  const made = button('origin', '', () => void visit(page).catch(() => made.setAttribute('disabled', '')));
  made.append(
    element('span', {}, element('bdi', {}, page.title || shownHost(page.host))),
    element('small', {}, element('bdi', {}, shownHost(page.host))),
    element('q', { class: 'page-words' }, page.words),
  );
  return made;
}

/** Brings a page to the front and opens the card of its claim. The tab may be gone by now. */
async function visit({ tab, claim }: OriginPage): Promise<void> {
  await chrome.tabs.update(tab, { active: true });
  const port = chrome.tabs.connect(tab, { name: PAGE_PORT, frameId: 0 });
  port.onDisconnect.addListener(() => void chrome.runtime.lastError);
  port.onMessage.addListener(() => {
    port.postMessage({ type: 'visit', claim } satisfies PageRequest);
    port.disconnect();
  });
}

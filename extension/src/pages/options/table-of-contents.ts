/** The list of sections beside them: a link to each, and a sign at the one that is being read. */
import { say } from '../../i18n.ts';
import { element } from '../../ui/element.ts';
import type { Section } from './section.ts';

/** The part of the window whose section counts as read: a band below its upper edge. */
const BAND = '-10% 0px -70% 0px';

export function contents(sections: readonly Section[]): HTMLElement {
  const links = new Map(
    sections.map(({ id, title, node }) => [node as Element, element('a', { href: `#${id}` }, title)]),
  );
  const watcher = new IntersectionObserver(
    (entries) => {
      const read = entries.find(({ isIntersecting }) => isIntersecting)?.target;
      if (read === undefined) return;
      for (const [node, link] of links) link.toggleAttribute('aria-current', node === read);
      links.get(read)?.setAttribute('aria-current', 'true');
    },
    { rootMargin: BAND },
  );
  for (const node of links.keys()) watcher.observe(node);
  return element('nav', { 'aria-label': say('options_sections') }, ...links.values());
}

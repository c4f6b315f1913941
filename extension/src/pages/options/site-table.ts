/** The sites with a rule of their own, by name, and a field to add one. */
import { say } from '../../i18n.ts';
import { rule, type Rule, type Save, type Settings } from '../../settings/schema.ts';
import { shownHost } from '../../ui/display-host.ts';
import { element } from '../../ui/element.ts';
import { hostIn } from './host-in.ts';
import type { Tell } from './section.ts';

export function siteTable(save: Save, tell: Tell): { node: HTMLElement; show(settings: Settings): void } {
  const rows = element('tbody');
  const table = element(
    'table',
    {},
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col' }, say('options_sites')),
        element('th', { scope: 'col' }, element('span', { class: 'spoken' }, say('options_site_rule'))),
      ),
    ),
    rows,
  );
  const name = element('input', {
    type: 'text',
    id: 'add-site',
    placeholder: 'news.example',
    autocapitalize: 'none',
    spellcheck: 'false',
    inputmode: 'url',
  });
  const form = element(
    'form',
    { class: 'add' },
    element('label', { for: 'add-site' }, say('options_add_site')),
    name,
    element('button', { class: 'button' }, say('options_add')),
  );
  let settings: Settings | null = null;

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const host = hostIn(name.value);
    name.setAttribute('aria-invalid', String(host === null));
    if (host === null) return tell(say('options_not_a_site'));
    // A site is added to differ from the rest.
    if (await save(rule(host, settings?.everywhere === 'on' ? 'off' : 'on'))) name.value = '';
  });

  function rowOf(host: string, now: Rule): HTMLElement {
    const choice = element(
      'select',
      { 'aria-label': shownHost(host), 'data-host': host },
      ...(['on', 'off', 'forget'] as const).map((value) => element('option', { value }, say(`options_site_${value}`))),
    );
    choice.value = now;
    choice.addEventListener('change', async () => {
      const forgets = choice.value === 'forget';
      await save(rule(host, forgets ? undefined : (choice.value as Rule)));
      if (forgets) name.focus();
    });
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, element('bdi', {}, shownHost(host))),
      element('td', {}, choice),
    );
  }

  return {
    node: element('div', {}, table, form),
    show(now) {
      settings = now;
      const focused = (document.activeElement as HTMLElement | null)?.dataset['host'];
      const sites = [...now.sites].sort(([one], [other]) => one.localeCompare(other));
      rows.replaceChildren(...sites.map(([host, rule]) => rowOf(host, rule)));
      table.hidden = sites.length === 0;
      if (focused !== undefined) rows.querySelector<HTMLElement>(`[data-host="${CSS.escape(focused)}"]`)?.focus();
    },
  };
}

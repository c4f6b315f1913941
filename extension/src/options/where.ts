/** Where it reads: on all sites or only on some, the sites with a rule of their own, and pausing. */
import { element } from '../look/element.ts';
import { choose, type Rule } from '../settings.ts';
import { say } from '../words.ts';
import { switchField } from './field.ts';
import { section, type Save, type Section, type Tell } from './section.ts';
import { siteTable } from './site-table.ts';
import { siteTransfer } from './site-transfer.ts';

export function where(save: Save, tell: Tell): Section {
  const everywhere = (value: Rule, words: string, hint: string) => {
    const radio = element('input', { type: 'radio', name: 'everywhere', value, 'aria-describedby': `everywhere-${value}` });
    radio.addEventListener('change', () => void save(choose('everywhere', value)));
    return { radio, node: element('label', { class: 'choice' }, radio, element('span', {}, words), element('small', { id: `everywhere-${value}` }, hint)) };
  };
  const choices = [
    everywhere('on', say('options_everywhere_on'), say('options_everywhere_on_hint')),
    everywhere('off', say('options_everywhere_off'), say('options_everywhere_off_hint')),
  ];
  const sites = siteTable(save, tell);
  const transfer = siteTransfer(save, tell);
  const pause = switchField('paused', say('options_pause'), say('options_pause_hint'), save);
  const group = element('div', { role: 'radiogroup', 'aria-labelledby': 'where-title' }, ...choices.map(({ node }) => node));
  return section('where', say('options_where'), [group, pause.node, sites.node, transfer.node], (settings) => {
    for (const { radio } of choices) radio.checked = radio.value === settings.everywhere;
    pause.show(settings);
    sites.show(settings);
    transfer.show(settings);
  });
}

/** Where it reads: on all sites or only on some, the sites with a rule of their own, and pausing. */
import { say } from '../../i18n.ts';
import type { Save } from '../../settings/schema.ts';
import { everywhereChoice } from '../../ui/everywhere-choice.ts';
import { switchField } from './field.ts';
import { section, type Section, type Tell } from './section.ts';
import { siteTransfer } from './site-list-transfer.ts';
import { siteTable } from './site-table.ts';

export function where(save: Save, tell: Tell): Section {
  const parts = [
    everywhereChoice('where-title', save),
    switchField('paused', say('options_pause'), say('options_pause_hint'), save),
    switchField('frames', say('options_frames'), say('options_frames_hint'), save),
    siteTable(save, tell),
    siteTransfer(save, tell),
  ];
  const show: Section['show'] = (settings) => parts.forEach((part) => part.show(settings));
  return section(
    'where',
    say('options_where'),
    parts.map(({ node }) => node),
    show,
  );
}

/** Where it reads: on all sites or only on some, the sites with a rule of their own, and pausing. */
import { say } from '../words.ts';
import { everywhereChoice } from './everywhere.ts';
import { switchField } from './field.ts';
import { section, type Save, type Section, type Tell } from './section.ts';
import { siteTable } from './site-table.ts';
import { siteTransfer } from './site-transfer.ts';

export function where(save: Save, tell: Tell): Section {
  const parts = [
    everywhereChoice('where-title', save),
    switchField('paused', say('options_pause'), say('options_pause_hint'), save),
    switchField('frames', say('options_frames'), say('options_frames_hint'), save),
    siteTable(save, tell),
    siteTransfer(save, tell),
  ];
  const show: Section['show'] = (settings) => parts.forEach((part) => part.show(settings));
  return section('where', say('options_where'), parts.map(({ node }) => node), show);
}

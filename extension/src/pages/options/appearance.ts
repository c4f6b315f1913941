/** How the lines look, with a specimen that wears them. */
import { say } from '../../i18n.ts';
import type { Save } from '../../settings/schema.ts';
import { segmentField, switchField } from './field.ts';
import { specimen } from './line-preview.ts';
import { section, type Section } from './section.ts';

export function look(save: Save): Section {
  const sample = specimen();
  const fields = [
    segmentField(
      'lines',
      say('marked'),
      say('marked_hint'),
      [
        ['all', say('marked_all')],
        ['standing-out', say('marked_standing_out')],
      ],
      save,
    ),
    segmentField(
      'strength',
      say('options_strength'),
      null,
      [
        ['grey', say('options_strength_grey')],
        ['inked', say('options_strength_inked')],
        ['strong', say('options_strength_strong')],
      ],
      save,
    ),
    switchField('tint', say('options_tint'), null, save),
  ];
  const show: Section['show'] = (settings) => {
    sample.show(settings);
    for (const field of fields) field.show(settings);
  };
  return section('look', say('options_look'), [sample.node, ...fields.map(({ node }) => node)], show);
}

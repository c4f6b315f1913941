/** What is marked: which claims, from which distance, and how sure the engine has to be. */
import { say } from '../../i18n.ts';
import type { Save } from '../../settings/schema.ts';
import { segmentField, switchField } from './field.ts';
import { section, type Section } from './section.ts';

export function marked(save: Save): Section {
  const fields = [
    segmentField(
      'depth',
      say('options_depth'),
      null,
      [
        [1, say('options_depth_1')],
        [2, say('options_depth_2')],
        [3, say('options_depth_3')],
      ],
      save,
    ),
    switchField('unnamed', say('options_unnamed'), say('options_unnamed_hint'), save),
    segmentField(
      'confidence',
      say('options_confidence'),
      say('options_confidence_hint'),
      [
        ['any', say('options_confidence_any')],
        ['likely', say('options_confidence_likely')],
        ['sure', say('options_confidence_sure')],
      ],
      save,
    ),
    switchField('attitudes', say('options_attitudes'), say('options_attitudes_hint'), save),
    switchField('directives', say('options_directives'), say('options_directives_hint'), save),
    switchField('promises', say('options_promises'), say('options_promises_hint'), save),
    switchField('badge', say('options_badge'), null, save),
  ];
  const show: Section['show'] = (settings) => fields.forEach((field) => field.show(settings));
  return section(
    'what',
    say('options_marked'),
    fields.map(({ node }) => node),
    show,
  );
}

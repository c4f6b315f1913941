/**
 * A setting as a line of the options: its words at the left, the control at the right. Two kinds of control, a switch
 * and a row of values. A change is saved at once.
 */
import { choose, type Save, type SettingName, type Settings, type SettingValues } from '../../settings/schema.ts';
import { element } from '../../ui/element.ts';

export interface Field {
  node: HTMLElement;
  show(settings: Settings): void;
}

/** The settings that are on or off. */
type Switched = { [Name in SettingName]: SettingValues[Name] extends boolean ? Name : never }[SettingName];

/** A switch for a setting. */
export function switchField(name: Switched, words: string, hint: string | null, save: Save): Field {
  const knob = element('input', {
    type: 'checkbox',
    role: 'switch',
    class: 'switch',
    id: name,
    'aria-describedby': hint === null ? undefined : `${name}-hint`,
  });
  knob.addEventListener('change', () => void save(choose(name, knob.checked)));
  return {
    node: element('div', { class: 'field' }, element('label', { for: name }, words), knob, hintOf(name, hint)),
    show: (settings) => void (knob.checked = settings[name]),
  };
}

/** A setting's values side by side, of which one is taken. `order` is how they stand. */
export function segmentField<Name extends SettingName>(
  name: Name,
  words: string,
  hint: string | null,
  order: readonly [value: SettingValues[Name], words: string][],
  save: Save,
): Field {
  const radios = order.map(([value]) => element('input', { type: 'radio', name, value: String(value) }));
  radios.forEach((radio, place) => radio.addEventListener('change', () => void save(choose(name, order[place]![0]))));
  const row = element(
    'div',
    {
      class: 'segments',
      role: 'radiogroup',
      'aria-labelledby': `${name}-words`,
      'aria-describedby': hint === null ? undefined : `${name}-hint`,
    },
    ...radios.map((radio, place) => element('label', {}, radio, order[place]![1])),
  );
  return {
    node: element('div', { class: 'field' }, element('span', { id: `${name}-words` }, words), row, hintOf(name, hint)),
    show: (settings) => radios.forEach((radio, place) => (radio.checked = settings[name] === order[place]![0])),
  };
}

function hintOf(name: string, hint: string | null): HTMLElement | null {
  return hint === null ? null : element('small', { id: `${name}-hint` }, hint);
}

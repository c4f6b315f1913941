/** What there is to read: the samples, a text of the reader's own, a file, or the lessons. */
import { say } from '../../extension/src/i18n.ts';
import { button, element } from '../../extension/src/ui/element.ts';
import type { Sample } from './samples.ts';

export interface ChoiceActions {
  sample(sample: Sample): void;
  own(): void;
  file(file: File): void;
  lessons(): void;
}

export interface Choices {
  node: HTMLElement;
  /** Shows which sample is read; null for none of them. */
  press(sample: Sample | null): void;
}

export function choices(samples: readonly Sample[], actions: ChoiceActions): Choices {
  const buttons = new Map(
    samples.map((sample) => [sample, button('button', sample.name, () => actions.sample(sample))]),
  );
  const file = element('input', { type: 'file', accept: '.txt,.html,.htm,text/plain,text/html', hidden: true });
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    // The same file can be chosen again.
    file.value = '';
    if (chosen) actions.file(chosen);
  });
  const own = button('button main', 'Your own text', actions.own);
  const open = button('button', 'Open a file …', () => file.click());
  const or = element('span', { class: 'or' }, 'or a sample:');
  const learn = button('button', say('lessons_title'), actions.lessons);
  return {
    node: element(
      'div',
      { class: 'choices', role: 'group', 'aria-label': 'What to read' },
      own,
      open,
      file,
      learn,
      or,
      ...buttons.values(),
    ),
    press(sample) {
      for (const [other, made] of buttons) made.ariaPressed = String(other === sample);
    },
  };
}

/** Where a reader writes or pastes a text of their own. */
import { say } from '../../extension/src/i18n.ts';
import { button, element } from '../../extension/src/ui/element.ts';

export interface Editor {
  node: HTMLElement;
  /** Opens with a text in it. */
  edit(text: string): void;
  /** Opens as it was left, everything selected so that what is pasted takes its place. */
  open(): void;
  close(): void;
  readonly isOpen: boolean;
}

/** `read` is called with the text. */
export function editor(read: (text: string) => void): Editor {
  const field = element('textarea', { id: 'text', rows: 12, spellcheck: 'false', 'aria-describedby': 'text-hint' });
  const submit = () => read(field.value);
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  });
  const node = element(
    'section',
    { class: 'editor', hidden: true },
    element('label', { for: 'text' }, 'Your text, or the HTML of a page'),
    field,
    element(
      'p',
      { id: 'text-hint', class: 'hint' },
      'Blank lines part paragraphs. It is read in this browser and sent nowhere.',
    ),
    element(
      'p',
      { class: 'acts' },
      button('button main', 'Find the claims', submit),
      button('textual', say('panel_close'), close),
    ),
  );
  node.addEventListener('keydown', ({ key }) => key === 'Escape' && close());

  function open(): void {
    node.hidden = false;
    field.focus();
  }

  function close(): void {
    node.hidden = true;
  }

  return {
    node,
    edit(text) {
      field.value = text;
      open();
      field.setSelectionRange(0, 0);
    },
    open() {
      open();
      field.select();
    },
    close,
    get isOpen() {
      return !node.hidden;
    },
  };
}

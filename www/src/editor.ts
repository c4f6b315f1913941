/** Where a reader writes or pastes a text of their own. */
import { button, element } from '../../extension/src/look/element.ts';

export interface Editor {
  node: HTMLElement;
  /** Opens with a text in it, all of it selected so that a paste takes its place. */
  open(text: string): void;
  close(): void;
}

/** `read` is called with the text; `file` asks for a file. */
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
    element('p', { id: 'text-hint', class: 'hint' }, 'Blank lines part paragraphs. It is read in this browser and sent nowhere.'),
    button('button main', 'Find the claims', submit),
  );
  return {
    node,
    open(text) {
      field.value = text;
      node.hidden = false;
      field.focus();
      field.select();
    },
    close() {
      node.hidden = true;
    },
  };
}

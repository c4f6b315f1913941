/** Text that comes by itself: dropped or pasted anywhere on the page. */
import { textOf } from './input/file.ts';
import { checkText } from './input/length.ts';

/** What becomes of it. */
export interface Taker {
  /** Reads a text that may still have to be fetched. */
  take(text: Promise<string>): void;
  /** Says why something is not taken. */
  refuse(error: unknown): void;
}

export function listenForText(taker: Taker): void {
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    document.body.dataset['dropping'] = '';
  });
  for (const over of ['dragleave', 'drop', 'dragend']) document.addEventListener(over, () => delete document.body.dataset['dropping']);
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    taker.take(file ? textOf(file) : Promise.resolve(event.dataTransfer?.getData('text/plain') ?? ''));
  });
  document.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const [file] = event.clipboardData?.files ?? [];
    try {
      checkText(text);
    } catch (error) {
      event.preventDefault();
      return taker.refuse(error);
    }
    // A field takes what is pasted by itself.
    if (event.target instanceof HTMLTextAreaElement || (text === '' && !file)) return;
    event.preventDefault();
    taker.take(text === '' && file ? textOf(file) : Promise.resolve(text));
  });
}

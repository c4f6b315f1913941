/** Text that comes by itself: dropped or pasted anywhere on the page. */
import { textOf } from './input/file.ts';
import { checkText } from './input/length.ts';
import { refuse } from './notices.ts';

/** @param take reads a text, which may still be on its way. */
export function listenForText(take: (text: string | Promise<string>) => void): void {
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    document.body.dataset['dropping'] = '';
  });
  for (const over of ['dragleave', 'drop', 'dragend'])
    document.addEventListener(over, () => delete document.body.dataset['dropping']);
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    if (event.dataTransfer) take(textIn(event.dataTransfer));
  });
  document.addEventListener('paste', (event) => {
    const { clipboardData: data, target } = event;
    if (data === null) return;
    const isField = target instanceof HTMLTextAreaElement;
    if (!isField) take(textIn(data));
    else if (!fits(data.getData('text/plain'))) event.preventDefault();
  });
}

/** What is dragged or pasted: a file, or words. */
function textIn(data: DataTransfer): string | Promise<string> {
  const [file] = data.files;
  return file ? textOf(file) : data.getData('text/plain');
}

/** Whether a field may take a text. What is too long would hold the browser up for minutes. */
function fits(text: string): boolean {
  try {
    checkText(text);
    return true;
  } catch (error) {
    refuse(error);
    return false;
  }
}

/** The page's claims as a file, in the format that the reader picks. */
import { exportClaims, type Format } from 'hearsay-views';
import { say } from '../i18n.ts';
import type { ExportedArticle } from '../messages.ts';
import { fileName, saveFile } from './download.ts';
import { button, element } from './element.ts';
import { startViews } from './wasm-views.ts';

/** Spreadsheets take a table for Unicode only when it begins with this. */
const BYTE_ORDER_MARK = '\ufeff';

const FILES: Record<Format, { ending: string; type: string; mark?: string }> = {
  annotation: { ending: 'jsonld', type: 'application/ld+json' },
  csv: { ending: 'csv', type: 'text/csv', mark: BYTE_ORDER_MARK },
  markdown: { ending: 'md', type: 'text/markdown' },
  html: { ending: 'html', type: 'text/html' },
};

/** A button, and the menu that it opens. `article` asks the page for what is to be exported. */
export function exportMenu(host: string, article: () => Promise<ExportedArticle | null>): HTMLElement[] {
  const told = element('p', { role: 'status' });
  const save = async (format: Format) => {
    const [given] = await Promise.all([article(), startViews()]);
    if (given === null) throw new Error('The page has no article any more.');
    const { ending, type, mark = '' } = FILES[format];
    saveFile(
      fileName(given.page.title, host, 'claims', ending),
      new Blob([mark, exportClaims(format, given.page, given.report)], { type }),
    );
    menu.hidePopover();
  };
  const choices = (Object.keys(FILES) as Format[]).map((format) =>
    button(
      'textual',
      say(`popup_export_${format}`),
      () => void save(format).catch(() => (told.textContent = say('popup_not_exported'))),
    ),
  );
  const menu = element('div', { id: 'export', popover: 'auto', class: 'menu' }, ...choices, told);
  menu.addEventListener('beforetoggle', () => (told.textContent = ''));
  return [element('button', { type: 'button', class: 'textual', popovertarget: 'export' }, say('popup_export')), menu];
}

/** Saving the list of sites to a file, and loading one. A file that is no list of sites changes nothing. */
import { count, digits, say } from '../../i18n.ts';
import { rule, type Save, type Settings } from '../../settings/schema.ts';
import { button, element } from '../../ui/element.ts';
import type { Tell } from './section.ts';
import { LARGEST_FILE, readSiteFile, writeSiteFile, type Fault } from './site-list-file.ts';

/** The longest piece of a file that is repeated to the reader. UTF-16 code units. */
const LONGEST_ENTRY = 60;

export function siteTransfer(save: Save, tell: Tell): { node: HTMLElement; show(settings: Settings): void } {
  let sites: Settings['sites'] = new Map();
  const chosen = element('input', {
    type: 'file',
    accept: '.json,application/json',
    hidden: true,
    'aria-label': say('options_load'),
  });
  chosen.addEventListener('change', async () => {
    const [file] = chosen.files ?? [];
    if (file !== undefined) await load(file);
    // The same file, mended, can be chosen again.
    chosen.value = '';
  });

  async function load(file: File) {
    // Looked at before it is read: a large file would only fill memory.
    const read =
      file.size > LARGEST_FILE
        ? { wrong: 'too-large' as const }
        : await file.text().then(readSiteFile, () => ({ wrong: 'not-json' as const }));
    if (!(read instanceof Map)) return tell(`${faultWords(read)} ${say('site_file_unchanged')}`);
    if (read.size > 0 && !(await save(...[...read].map(([host, on]) => rule(host, on))))) return;
    tell(count('site_file_loaded', read.size));
  }

  function keep() {
    const address = URL.createObjectURL(new Blob([writeSiteFile(sites)], { type: 'application/json' }));
    element('a', { href: address, download: 'hearsay-sites.json' }).click();
    // The browser needs the address until it has begun to save.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  return {
    node: element(
      'p',
      { class: 'transfer' },
      button('textual', say('options_save'), keep),
      button('textual', say('options_load'), () => chosen.click()),
      chosen,
    ),
    show: (settings) => void (sites = settings.sites),
  };
}

function faultWords(fault: Fault): string {
  switch (fault.wrong) {
    case 'too-large':
      return say('site_file_too_large', digits(LARGEST_FILE / 1_000_000));
    case 'not-json':
      return say('site_file_not_json');
    case 'not-a-list':
      return say('site_file_not_a_list');
    case 'newer':
      return say('site_file_newer');
    case 'too-many':
      return say('site_file_too_many');
    case 'site':
      return say('site_file_site', fault.entry.slice(0, LONGEST_ENTRY));
    case 'rule':
      return say('site_file_rule', fault.entry.slice(0, LONGEST_ENTRY));
  }
}

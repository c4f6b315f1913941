/** Says on a page of the extension what language its words are in, and which way they run, whatever those of the browser are. */
import { direction, language } from '../i18n.ts';

export function declareLanguage(): void {
  const { documentElement: page } = document;
  page.lang = language();
  page.dir = direction();
}

/**
 * A host as people read it: `münchen.example` for `xn--mnchen-3ya.example`. A label that mixes letters of scripts which look
 * alike stays as computers write it: it may be meant to pass for another. Pure.
 */
import { toUnicode } from 'punycode/punycode.es6.js';

/** Scripts with letters that look like those of the others. */
const ALIKE = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

export function shownHost(host: string): string {
  return host.split('.').map(shownLabel).join('.');
}

function shownLabel(label: string): string {
  if (!label.startsWith('xn--')) return label;
  try {
    const read = toUnicode(label) || label;
    return ALIKE.filter((script) => script.test(read)).length > 1 ? label : read;
  } catch {
    // Not every label that looks like one is one.
    return label;
  }
}

/** Which text counts as English. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isEnglish } from '../../extension/src/content/detection/english.ts';

const ENGLISH = `The footbridge at Little Ford was closed on Tuesday after a night of rain. Two boards near the northern bank
  were missing, and the handrail had come loose from its third post.`;
const DUTCH = `De voetbrug bij de kleine voorde is dinsdag na een nacht vol regen gesloten. Twee planken bij de noordelijke oever
  ontbraken en de leuning was losgekomen van de derde paal in het water.`;
const FRENCH = `La passerelle du petit gué a été fermée mardi après une nuit de pluie. Deux planches manquaient près de la rive nord,
  et la main courante était détachée de son troisième poteau.`;

const CASES: [what: string, text: string, declared: string, english: boolean][] = [
  ['English', ENGLISH, 'en', true],
  ['English in capitals', ENGLISH.toUpperCase(), '', true],
  ['English that declares a region', ENGLISH, 'en-GB', true],
  ['English in a page that declares Turkish', ENGLISH, 'tr', true],
  ['Dutch', DUTCH, 'nl', false],
  ['Dutch that declares English', DUTCH, 'en', false],
  ['French', FRENCH, '', false],
  ['a few words', 'The bridge is closed.', 'en', false],
  ['names and figures', 'Oslo 3 Bergen 2 Molde 1 Tromsø 4 '.repeat(10), 'en', false],
  [
    'Greek with an English quotation',
    `${'Η γέφυρα έκλεισε την Τρίτη μετά τη βροχή. '.repeat(8)} ${ENGLISH}`,
    '',
    false,
  ],
  ['nothing', '', 'en', false],
];

for (const [what, text, declared, english] of CASES) {
  test(`${what}: ${english ? 'yes' : 'no'}`, () => assert.equal(isEnglish(text, declared), english));
}

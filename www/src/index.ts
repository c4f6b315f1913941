/**
 * The playground: takes a text, reads it as the extension would, and shows what it found. Nothing is kept and nothing is
 * sent.
 */
import type { Report } from 'hearsay';
import { copy } from '../../extension/src/content/card/copy/clipboard.ts';
import { isEnglish } from '../../extension/src/content/detection/english.ts';
import { say } from '../../extension/src/i18n.ts';
import { element } from '../../extension/src/ui/element.ts';
import { choices } from './choices.ts';
import { editor } from './editor.ts';
import { claimsIn } from './engine.ts';
import { showFindings } from './findings.ts';
import { listenForText } from './incoming.ts';
import { textOf } from './input/file.ts';
import { inert } from './input/inert.ts';
import { linkToLesson, namesLesson, showNamedLesson } from './lessons.ts';
import { carriesText, linkTo, textIn } from './link.ts';
import { clear, notices, refuse, tell } from './notices.ts';
import { read, type ReadText } from './reading.ts';
import { SAMPLES, type Sample } from './samples.ts';

const findings = element('section', {
  class: 'findings',
  tabindex: -1,
  'aria-label': 'The text, and what was found in it',
});
const spoken = element('p', { class: 'spoken', role: 'status' });
const writing = editor((text) => void take(text));
const choosing = choices(SAMPLES, {
  sample: (sample) => void take(sample.text, sample),
  own: () => writing.open(),
  file: (file) => void take(textOf(file)),
  lessons: () => (location.hash = linkToLesson(1)),
});

/** Whoever waits longer is told so. Milliseconds. */
const PATIENCE = 300;

/** Ends the reading under way. */
let reading = new AbortController();
/** Ends what is shown. */
let showing = new AbortController();

document
  .querySelector('main')!
  .replaceChildren(choosing.node, writing.node, notices.refusal, findings, notices.note, spoken);
listenForText((text) => void take(text));
addEventListener('hashchange', () => void takeLink());
void takeLink();

/**
 * Opens the lesson that the page's address names, or reads the text that it carries. There is always something to look at:
 * else a sample.
 */
async function takeLink(): Promise<void> {
  if (namesLesson(location.hash)) return learn();
  const failure = carriesText(location.hash) ? await tryToRead(textIn(location.hash)) : null;
  const fallback = findings.hasChildNodes() ? null : await tryToRead(SAMPLES[0].text, SAMPLES[0]);
  if (failure ?? fallback) refuse(failure ?? fallback);
}

/** Reads what a reader gave or chose. What cannot be read leaves the text before as it was. */
async function take(given: string | Promise<string>, sample: Sample | null = null): Promise<void> {
  const failure = await tryToRead(given, sample);
  if (failure !== null) refuse(failure);
  // The address carries the text that is shown, or none.
  else if (carriesText(location.hash) || namesLesson(location.hash))
    history.replaceState(null, '', location.pathname + location.search);
}

/** Gives back why it failed; null where it did not, and where a newer text has come meanwhile. */
async function tryToRead(given: string | Promise<string>, sample: Sample | null = null): Promise<unknown> {
  reading.abort();
  const { signal } = (reading = new AbortController());
  const waiting = setTimeout(() => tell(say('popup_reading')), PATIENCE);
  try {
    const text = await read(inert(await given), signal);
    const report = await claimsIn(text);
    signal.throwIfAborted();
    show(text, report);
    choosing.press(sample);
    return null;
  } catch (error) {
    return signal.aborted ? null : error;
  } finally {
    clearTimeout(waiting);
  }
}

/** Ends what was shown before. */
function showAnew(): AbortSignal {
  showing.abort();
  showing = new AbortController();
  clear();
  return showing.signal;
}

function learn(): void {
  reading.abort();
  writing.close();
  const signal = showAnew();
  const lesson = element('section', { class: 'lesson' });
  findings.replaceChildren(lesson);
  choosing.press(null);
  showNamedLesson(lesson, location.hash, signal);
}

function show(text: ReadText, report: Report): void {
  const signal = showAnew();
  if (writing.isOpen) {
    writing.close();
    findings.focus({ preventScroll: true });
  }
  // Made ready, since a browser copies within the press of a button only. Its failure is told when somebody asks for it.
  const link = linkTo(text.plain);
  link.catch(() => {});
  // What is copied from a card says where it was read.
  document.querySelector('meta[property="og:title"]')?.setAttribute('content', text.title || document.title);
  const actions = { edit: () => writing.edit(text.plain), copyLink: () => void copyLink(link), say: tell };
  spoken.textContent = showFindings(findings, text, report, actions, signal);
  if (!seemsEnglish(text.plain)) tell('This does not look like English, which is what Hearsay reads.');
}

async function copyLink(link: Promise<string>): Promise<void> {
  try {
    const url = await link;
    const isCopied = await copy(url);
    // A browser keeps what stood in its address bar.
    if (!isCopied) history.replaceState(null, '', url);
    const where = isCopied ? `${say('card_copied')}.` : `${say('card_not_copied')}: the link is in the address bar.`;
    tell(`${where} It holds the whole text: whoever has it can read it.`);
  } catch (error) {
    refuse(error);
  }
}

/** Too few words say nothing about their language. */
function seemsEnglish(text: string): boolean {
  return (text.match(/\p{L}+/gu)?.length ?? 0) < 40 || isEnglish(text, '');
}

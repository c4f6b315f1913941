/**
 * The content script: reads the page it stands on while the reader's settings let it, stops the moment they do not,
 * and tells the toolbar button and an open popup what the page holds. It leaves when the extension is gone or may not
 * be here any more.
 */
import {
  PAGE_PORT,
  type BackgroundNote,
  type CommandNote,
  type ExportNote,
  type PageNote,
  type PageRequest,
  type PageState,
} from '../messages.ts';
import type { Entries } from '../settings/migrations.ts';
import { whereFrom, type Settings, type Where } from '../settings/schema.ts';
import { hostOf, patternOf, readsHere, ruleOf } from '../settings/site-rules.ts';
import { forgetToolbar, tellToolbar } from './action-button-state.ts';
import { whenRewritten } from './dom/document-rewrites.ts';
import { isCutOff, whenCutOff } from './extension-context.ts';
import { inFrame, inStrangeFrame, readFrames } from './iframes.ts';
import { openSession, type Session } from './page-session.ts';
import { scripts } from './script-loader.ts';
import { shared } from './shared-by-content.ts';
import { load, onChange } from './stored-settings.ts';

/** A stretch of reading the page. */
interface Reading {
  session: Session;
  /** Resolves once the page has been read for the first time. */
  read: Promise<void>;
  end: AbortController;
  lookAtFrames: () => void;
}

/** While the page is read. */
let reading: Reading | null = null;
let state: PageState = { status: 'reading' };
let stored: Entries = {};
let settings: Where = whereFrom(stored);
/** The popups that stand over this page. */
const popups = new Set<chrome.runtime.Port>();

/** What stands under this name says that the content script is here. An element of the page with this id is not the world's own. */
const HERE = 'hearsayIsHere';

// A frame that was written by its page has the page's address.
const host = hostOf(location.href) ?? (inFrame ? hostOf(document.baseURI) : null);
// The browser and the background may each bring this script.
if (!Object.hasOwn(globalThis, HERE) && host !== null) {
  Object.assign(globalThis, { [HERE]: true, hearsayShared: shared });
  // A page that is prepared behind another is nobody's yet.
  if ((document as Document & { prerendering?: boolean }).prerendering)
    document.addEventListener('prerenderingchange', () => void stay(host), { once: true });
  else void stay(host);
}

/** Is on the page until it leaves. */
async function stay(host: string): Promise<void> {
  const { onMessage, onConnect } = chrome.runtime;
  const life = new AbortController();
  const leave = () => {
    if (life.signal.aborted) return;
    life.abort();
    stop();
    Reflect.deleteProperty(globalThis, HERE);
    if (isCutOff()) return;
    tellToolbar(false, null, settings);
    onMessage.removeListener(hear);
    onConnect.removeListener(connect);
    stopListening();
    for (const port of popups) port.disconnect();
    popups.clear();
  };
  const hear = (note: BackgroundNote, _: unknown, answer: (answer: unknown) => void) => {
    switch (note.type) {
      case 'leave':
        return leave();
      case 'where':
        return answer(patternOf(location));
      case 'settings':
        return;
      case 'command':
        answer(true);
        void begun.then(() => obeyCommand(note, host));
    }
  };
  const connect = (port: chrome.runtime.Port) => port.name === PAGE_PORT && welcome(port, host);
  const obeyNow = (now: Entries) => !life.signal.aborted && obey(now, host, leave);
  /** Listens to the page; what the page tears down with its document has to be set up again. */
  const listen = () => {
    addEventListener(
      'pageshow',
      ({ persisted }) => {
        if (!persisted) return;
        if (isCutOff()) return leave();
        // While the page was put away nobody was told of anything.
        forgetToolbar();
        void load().then(obeyNow);
      },
      { signal: life.signal },
    );
  };

  onMessage.addListener(hear);
  onConnect.addListener(connect);
  const stopListening = onChange(obeyNow);
  listen();
  whenRewritten(() => {
    listen();
    if (reading === null) return;
    stop();
    obeyNow(stored);
  }, life.signal);
  const begun = load().then(obeyNow);
}

/** Starts, goes on or stops, as the settings say. */
function obey(now: Entries, host: string, leave: () => void): void {
  stored = now;
  settings = whereFrom(stored);
  const reads = readsHere(host, settings) && (settings.frames || !inStrangeFrame);
  if (reads && reading !== null) {
    reading.session.apply(stored);
    reading.lookAtFrames();
    show();
  } else if (reads) {
    start(host, leave);
  } else {
    stop();
    tell({ status: ruleOf(host, settings) === 'on' ? 'paused' : 'off' }, host);
  }
}

function start(host: string, leave: () => void): void {
  const end = new AbortController();
  const lookAtFrames = inFrame ? () => {} : readFrames(() => settings.frames, end.signal);
  const session = openSession(
    stored,
    { tell: (now) => tell(now, host), scripts, lost: leave, chooseLines },
    end.signal,
  );
  whenCutOff(leave, end.signal);
  tell({ status: 'reading' }, host);
  reading = { session, end, lookAtFrames, read: session.start() };
}

function stop(): void {
  reading?.end.abort();
  reading = null;
}

function chooseLines(lines: Settings['lines']): void {
  void scripts.commands().then((commands) => commands.chooseLines(lines));
}

/** Does what a key or an entry of the context menu stands for. */
async function obeyCommand(note: CommandNote, host: string): Promise<void> {
  const { obey } = await scripts.commands();
  return obey(note, {
    host,
    settings,
    reading,
    state: () => (inStrangeFrame && !settings.frames ? { status: 'strange-frame' } : state),
  });
}

function tell(now: PageState, host: string): void {
  state = now;
  for (const port of popups) port.postMessage(note(host));
  // While it is being read the button stays as it is.
  if (now.status !== 'reading') show();
}

/** Has the toolbar button show how the page stands. */
function show(): void {
  if (state.status !== 'reading') tellToolbar(reading !== null, reading?.session.article?.tally ?? null, settings);
}

function welcome(port: chrome.runtime.Port, host: string): void {
  popups.add(port);
  port.onMessage.addListener((request: PageRequest) => {
    const article = reading?.session.article ?? null;
    if (request.type === 'export') void give(port);
    else if (request.type === 'read-anyway') reading?.session.readAnyway();
    else article?.do(request);
  });
  port.onDisconnect.addListener(() => {
    popups.delete(port);
    reading?.session.article?.do({ type: 'trace', claim: null });
  });
  port.postMessage(note(host));
}

/** Gives the article for a file. */
async function give(port: chrome.runtime.Port): Promise<void> {
  const marked = reading?.session.article?.marked;
  const commands = marked && (await scripts.commands().catch(() => null));
  port.postMessage({ type: 'export', article: commands ? commands.exported(marked) : null } satisfies ExportNote);
}

function note(host: string): PageNote {
  return { type: 'page', host, title: document.title, state };
}

/**
 * The content script: reads the page it stands on while the reader's settings let it, stops the moment they do not,
 * and tells the toolbar button and an open popup what the page holds.
 */
import { PAGE_PORT, type Command, type CommandNote, type ExportNote, type PageNote, type PageRequest, type PageState, type ToolbarNote } from '../protocol.ts';
import { loadSettings, onSettingsChange, saveSetting } from '../settings-store.ts';
import type { Settings } from '../settings.ts';
import { hostOf, standing, turn } from '../site.ts';
import { inFrame, inStrangeFrame, readFrames } from './frames.ts';
import { reply } from './reply.ts';
import { scripts } from './scripts.ts';
import { Session } from './session.ts';
import { shared } from './shared.ts';

/** The reading of the page, while it is read. */
let reading: { session: Session; end: AbortController; lookAtFrames: () => void } | null = null;
let state: PageState = { status: 'reading' };
/** The popups that stand over this page. */
const popups = new Set<chrome.runtime.Port>();
/** Whether the toolbar button shows anything of this page. */
let isOnToolbar = false;
/** Whether frames of other sites are read too. */
let readsStrangeFrames = false;

// A frame that was written by its page has the page's address.
const host = hostOf(location.href) ?? (inFrame ? hostOf(document.baseURI) : null);
// The browser and the background may each bring this script; an element of the page with this id is not the world's own.
if (!Object.hasOwn(globalThis, 'hearsayIsHere') && host !== null) void start(host);
Object.assign(globalThis, { hearsayIsHere: true, hearsayShared: shared });

async function start(host: string): Promise<void> {
  chrome.runtime.onMessage.addListener((note: CommandNote) => void (note.type === 'command' && obeyCommand(note.command, host)));
  chrome.runtime.onConnect.addListener((port) => port.name === PAGE_PORT && welcome(port, host));
  onSettingsChange((settings) => {
    obey(settings, host);
    void tellToolbar();
  });
  obey(await loadSettings(), host);
}

/** Starts, goes on or stops, as the settings say. */
function obey(settings: Settings, host: string): void {
  const { rule, reads: isOn } = standing(host, settings);
  const reads = isOn && (settings.frames || !inStrangeFrame);
  const wantsMoreFrames = settings.frames && !readsStrangeFrames;
  readsStrangeFrames = settings.frames;
  if (reads && reading !== null) {
    reading.session.apply(settings);
    if (wantsMoreFrames) reading.lookAtFrames();
  } else if (reads) {
    const end = new AbortController();
    const lookAtFrames = inFrame ? () => {} : readFrames(() => readsStrangeFrames, end.signal);
    reading = { session: new Session(settings, (now) => tell(now, host), scripts, end.signal), end, lookAtFrames };
    tell({ status: 'reading' }, host);
    void reading.session.start();
  } else {
    reading?.end.abort();
    reading = null;
    tell({ status: rule === 'on' ? 'paused' : 'off' }, host);
  }
}

/** Does what a key or an entry of the context menu stands for. */
async function obeyCommand(command: Command, host: string): Promise<void> {
  switch (command) {
    case 'next-claim':
      return reading?.session.do({ type: 'step', by: 1 });
    case 'previous-claim':
      return reading?.session.do({ type: 'step', by: -1 });
    case 'toggle-site':
      return turnSite(host);
    default:
      return reply(command, reading?.session ?? null, state, scripts);
  }
}

async function turnSite(host: string): Promise<void> {
  const settings = await loadSettings();
  const to = standing(host, settings).rule === 'on' ? 'off' : 'on';
  // What the browser does not keep is not done either; the button shows how the site stands.
  await saveSetting(turn(host, to, settings)).catch(() => {});
}

function tell(now: PageState, host: string): void {
  state = now;
  for (const port of popups) port.postMessage(note(host));
  // A page that is on and has nothing to count is what the button shows by itself.
  const isUsual = now.status === 'reading' || (reading !== null && claims() === 0 && !isOnToolbar);
  if (!isUsual) void tellToolbar();
}

async function tellToolbar(): Promise<void> {
  // The button speaks of the page itself.
  if (inFrame) return;
  isOnToolbar = true;
  const note: ToolbarNote = { type: 'toolbar', reads: reading !== null, claims: claims() };
  try {
    await chrome.runtime.sendMessage(note);
  } catch {
    // The extension was taken away or renewed under this page: nobody is left to read for.
    if (chrome.runtime?.id === undefined) reading?.end.abort();
  }
}

function claims(): number {
  return reading?.session.claims ?? 0;
}

function welcome(port: chrome.runtime.Port, host: string): void {
  popups.add(port);
  port.onMessage.addListener((request: PageRequest) => {
    if (request.type === 'export') port.postMessage({ type: 'export', article: reading?.session.export() ?? null } satisfies ExportNote);
    else reading?.session.do(request);
  });
  port.onDisconnect.addListener(() => {
    popups.delete(port);
    reading?.session.do({ type: 'trace', claim: null });
  });
  port.postMessage(note(host));
}

function note(host: string): PageNote {
  return { type: 'page', host, title: document.title, state };
}

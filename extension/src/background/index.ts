/**
 * The background: answers the content scripts of all tabs. It may be ended at any moment and started again by the next
 * message, so it remembers nothing that it could not find again: the engine is loaded when it is first needed, answers
 * are kept only to save time, and what the toolbar shows is kept by the browser.
 */
import { openPanel } from '../browser/side-panel.ts';
import type { AnalyzeAnswer } from '../messages.ts';
import { renewEntries } from '../settings/storage.ts';
import { showByDefault, showOnToolbar } from './action-button.ts';
import { obey } from './commands.ts';
import { fillMenu } from './context-menu.ts';
import { startEngine } from './engine.ts';
import { arrive, endTrail, follow, followFrom, listenWhileFollowing, trailHere } from './following.ts';
import { bringIntoFrames } from './frame-injection.ts';
import { LatestRequestQueue } from './latest-request-queue.ts';
import { leaveWithheldPages, readOpenPages } from './open-tabs.ts';
import { originsIn } from './origins.ts';
import { forgetIfLast, settingsOfPrivateWindows, tellPrivateWindows } from './private-windows.ts';
import { answer } from './report-cache.ts';
import { readRequest } from './requests.ts';
import { bringScript, showLook } from './script-injection.ts';
import { isBeginning } from './startup.ts';
import { welcome } from './welcome-page.ts';

const turns = new LatestRequestQueue<string, AnalyzeAnswer>();
/** The answer to a page that has gone on to another article. */
const DROPPED: AnalyzeAnswer = { type: 'failed', reason: 'A newer article took its place.' };

chrome.runtime.onMessage.addListener((message, sender, respond: (answer: unknown) => void) => {
  const request = readRequest(message, sender);
  switch (request?.type) {
    case 'analyze':
      void turns
        .take(request.frame, () => answer(request.document))
        .then((given) => {
          respond(given ?? DROPPED);
          if (given?.type === 'report' && request.sender !== null)
            void arrive(request.sender, request.document, given.report);
        });
      return true;
    case 'follow':
      void follow(request.request, request.sender).then(
        () => respond(true),
        () => respond(false),
      );
      return true;
    case 'tab-follow':
      void followFrom(request.tab, request).then(
        () => respond(true),
        () => respond(false),
      );
      return true;
    case 'origins':
      void originsIn(request.window).then(respond, () => respond(null));
      return true;
    case 'trail':
      void trailHere(request.tab).then(respond, () => respond(null));
      return true;
    case 'tab-trail':
      void (request.end ? endTrail(request.tab) : Promise.resolve())
        .then(() => trailHere(request.tab))
        .then(respond, () => respond(null));
      return true;
    case 'end-trail':
      void endTrail(request.tab);
      return false;
    case 'script':
      // First the script: the engine keeps everybody waiting while it makes itself ready.
      void bringScript(request.script, request.tab, request.frame).then(respond);
      if (request.script === 'reader') startEngine().catch(() => {});
      return true;
    case 'look':
      void showLook(request.shown, request.tab, request.frame).then(respond);
      return true;
    case 'frames':
      void bringIntoFrames(request.tab, request.others);
      return false;
    case 'private':
      void settingsOfPrivateWindows(request.changes).then(respond, () => respond({}));
      return true;
    case 'panel':
      // Within the press of a button on the page, which Chrome passes on with the message.
      void openPanel(request.window).catch(() => {});
      return false;
    case 'toolbar':
      void showOnToolbar(request.tab, request.isPrivate, request.note);
  }
  return false;
});

// A phone's browser has neither keys nor a context menu.
chrome.commands?.onCommand.addListener((command, tab) => void obey(command, tab));
chrome.contextMenus?.onClicked.addListener(
  ({ menuItemId, frameId }, tab) => void obey(String(menuItemId), tab, frameId),
);
chrome.permissions.onAdded.addListener(({ origins }) => void readOpenPages(origins));
chrome.permissions.onRemoved.addListener(() => void leaveWithheldPages());
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'session') void tellPrivateWindows(Object.keys(changes));
  else if ('everywhere' in changes || 'paused' in changes) void showByDefault();
});
// A phone has no windows.
chrome.windows?.onRemoved.addListener(() => void forgetIfLast());
// Has the background started with the browser: some forget what the button showed.
chrome.runtime.onStartup.addListener(() => {});
chrome.runtime.onInstalled.addListener(({ reason }) => {
  welcome(reason);
  if (chrome.contextMenus) void fillMenu();
});

listenWhileFollowing();

void isBeginning().then((isTrue) => {
  if (!isTrue) return;
  void renewEntries();
  void showByDefault();
  void readOpenPages();
});

/**
 * Whether the extension still stands behind this script. When it is updated or turned off, Chromium leaves the scripts that it
 * has brought on their pages, cut off and untold; Firefox ends them. So it is looked at whenever somebody turns to the page:
 * what cannot answer is not to be seen.
 */

/** What a reader does who turns to a page. */
const TURNS = ['pointermove', 'focus', 'visibilitychange'];

export function isCutOff(): boolean {
  return chrome.runtime?.id === undefined;
}

/** Calls back once the extension is gone, until the signal ends it. */
export function whenCutOff(cutOff: () => void, signal: AbortSignal): void {
  const look = () => isCutOff() && cutOff();
  for (const turn of TURNS) addEventListener(turn, look, { signal, capture: true, passive: true });
}

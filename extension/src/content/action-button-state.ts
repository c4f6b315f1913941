/**
 * Tells the background what the toolbar button is to show over this page, and only when that differs from what it shows: a
 * message wakes the background.
 */
import type { Tally } from '../claims/tally.ts';
import type { ToolbarNote } from '../messages.ts';
import type { Where } from '../settings/schema.ts';
import { readsByDefault } from '../settings/site-rules.ts';
import { isCutOff } from './extension-context.ts';
import { inFrame } from './iframes.ts';
import { tellBackground } from './tell-background.ts';

/** What was told, with what the badge made of it; null where the button shows what it shows over every page that tells nothing. */
let told: string | null = null;

export function tellToolbar(reads: boolean, tally: Tally | null, settings: Where): void {
  // The button speaks of the page itself.
  if (inFrame || isCutOff()) return;
  const now = shown(reads, tally, settings.badge);
  if (now === (told ?? shown(readsByDefault(settings), null, settings.badge))) return;
  told = now;
  void tellBackground({ type: 'toolbar', reads, tally } satisfies ToolbarNote);
}

/** The browser has taken from the button what it was told: it does when a tab goes from page to page, and back. */
export function forgetToolbar(): void {
  told = null;
}

function shown(reads: boolean, tally: Tally | null, badge: boolean): string {
  return `${reads} ${Object.values(tally ?? {})} ${badge && tally !== null}`;
}

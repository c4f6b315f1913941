/** The folder that a browser keeps its memory in. */
import { readdirSync, rmSync } from 'node:fs';

/** Whether no browser has been started with it yet. */
export function isNewProfile(profile: string): boolean {
  return readdirSync(profile).length === 0;
}

/** Takes a browser's memory away. */
export function forget(profile: string): void {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

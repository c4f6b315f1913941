/** The folder that a browser keeps its memory in. */
import { rmSync } from 'node:fs';

/** Takes a browser's memory away. */
export function forget(profile: string): void {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

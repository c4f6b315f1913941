/** Does something once, when a signal ends what it stands for. */
export function whenAborted(signal: AbortSignal, end: () => void): void {
  signal.addEventListener('abort', end, { once: true });
}

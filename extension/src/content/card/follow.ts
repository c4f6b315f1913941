/**
 * Has the background open a report and follow the claim there. Where the extension is gone, or a window of its own is asked for,
 * the link opens as any other.
 */
import type { FollowRequest } from '../../messages.ts';
import type { ClaimContext } from './card-text.ts';

/** @param hand which of the claim's hands the pressed link leads to. */
export function follow(event: MouseEvent, hand: number, { claim, hands, host, quote }: ClaimContext): void {
  if (!chrome.runtime?.id || event.shiftKey) return;
  event.preventDefault();
  const address = (event.currentTarget as HTMLAnchorElement).href;
  const request: FollowRequest = { type: 'follow', address, hand, words: claim.content.map(quote).join(' … '), hands, publisher: host.names[0] ?? '', behind: event.ctrlKey || event.metaKey };
  void chrome.runtime.sendMessage(request);
}

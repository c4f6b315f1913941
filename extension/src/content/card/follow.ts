/**
 * Has the background open a report and follow the claim there, in whatever tab or window a link would open. Where the extension is
 * gone, the link opens as any other.
 */
import type { FollowRequest } from '../../messages.ts';
import type { ClaimContext } from './card-text.ts';

/** @param hand which of the claim's hands the pressed link leads to. */
export function follow(event: MouseEvent, hand: number, { claim, hands, host, quote }: ClaimContext): void {
  if (!chrome.runtime?.id || event.button > 1) return;
  event.preventDefault();
  const address = (event.currentTarget as HTMLAnchorElement).href;
  const request: FollowRequest = {
    type: 'follow',
    address,
    hand,
    words: claim.content.map(quote).join(' … '),
    hands,
    publisher: host.names[0] ?? '',
    behind: event.button > 0 || event.ctrlKey || event.metaKey,
    apart: event.shiftKey,
  };
  void chrome.runtime.sendMessage(request);
}

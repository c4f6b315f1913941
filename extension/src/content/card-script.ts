/** Brings the card's script, which the background puts beside this one. */
import type { CardRequest } from '../protocol.ts';
import type { CardRoom } from './card/index.ts';

let room: Promise<CardRoom> | null = null;

/** The same room each time. @throws when the background does not answer. */
export function loadCard(): Promise<CardRoom> {
  return (room ??= bring().catch((error) => {
    room = null;
    throw error;
  }));
}

async function bring(): Promise<CardRoom> {
  const request: CardRequest = { type: 'card' };
  await chrome.runtime.sendMessage(request);
  const { hearsayCard } = globalThis as { hearsayCard?: CardRoom };
  if (hearsayCard === undefined) throw new Error('The card did not come.');
  return hearsayCard;
}

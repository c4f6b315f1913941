/**
 * Where an article is thin: paragraphs that rest on one voice without a name, and the longest run of claims from one
 * voice. In go the claims in the order of the page; out comes what is worth saying, the first claim of each place first.
 * Pure.
 */
import type { ListedClaim, ListedHand } from '../messages.ts';
import { isNameless, lastCounted } from './depth.ts';
import { identity } from './same-hand.ts';

/** A place, and the claim to go to. */
export interface ThinPlace {
  what: 'paragraphs' | 'run';
  voice: ListedHand;
  /** How many paragraphs rest on the voice, or how many claims follow each other. */
  number: number;
  first: ListedClaim;
}

/** A shorter run is what any article has. */
const RUN = 4;
/** More voices without a name than this are what the list is for. */
const MOST = 2;

export function thinPlaces(claims: readonly ListedClaim[]): ThinPlace[] {
  const run = longestRun(claims);
  return [...restingPlaces(claims).slice(0, MOST), ...(run === null ? [] : [run])];
}

/** For each voice without a name the paragraphs that have no other; those with most first. */
function restingPlaces(claims: readonly ListedClaim[]): ThinPlace[] {
  const paragraphs = new Map<number, ListedClaim[]>();
  for (const claim of claims) paragraphs.set(claim.paragraph, [...(paragraphs.get(claim.paragraph) ?? []), claim]);
  const places = new Map<string, ThinPlace>();
  for (const [first, ...others] of paragraphs.values()) {
    const voice = first && lastCounted(first.hands);
    if (first === undefined || voice === undefined || voice.type === 'unspecified' || !isNameless(voice)) continue;
    const key = identity(voice);
    if (others.some((claim) => voiceOf(claim) !== key)) continue;
    const place = places.get(key) ?? { what: 'paragraphs', voice, number: 0, first };
    places.set(key, { ...place, number: place.number + 1 });
  }
  return [...places.values()].sort((one, other) => other.number - one.number);
}

/** Null where no voice has many claims in a row. */
function longestRun(claims: readonly ListedClaim[]): ThinPlace | null {
  let run = { first: claims[0], number: 0 };
  let longest = run;
  for (const claim of claims) {
    run =
      run.first && voiceOf(run.first) === voiceOf(claim)
        ? { ...run, number: run.number + 1 }
        : { first: claim, number: 1 };
    if (run.number > longest.number) longest = run;
  }
  const { first, number } = longest;
  const voice = first && lastCounted(first.hands);
  if (first === undefined || voice === undefined || voice.type === 'unspecified' || number < RUN) return null;
  return { what: 'run', voice, number, first };
}

function voiceOf({ hands }: ListedClaim): string {
  const voice = lastCounted(hands);
  return voice === undefined ? '' : identity(voice);
}

/** What claims in a list do on their page: pointing at one, or coming to it by keys, shows it; pressing it goes there. */
import { under } from './event-target.ts';

export interface ClaimTracing {
  visit(claim: string): void;
  /** Shows a claim on the page, or none. */
  trace(claim: string | null): void;
}

/** For every claim (`claimRow`) that is in a list, now or later. */
export function connectClaims(list: HTMLElement, { visit, trace }: ClaimTracing): void {
  let traced: string | null = null;
  const show = (claim: string | null) => {
    if (claim !== traced) trace((traced = claim));
  };
  list.addEventListener('pointerover', ({ target }) => show(claimUnder(target)?.value ?? null));
  list.addEventListener('pointerleave', () => show(null));
  list.addEventListener('focusin', ({ target }) => {
    const claim = claimUnder(target);
    if (claim?.matches(':focus-visible')) show(claim.value);
  });
  list.addEventListener('focusout', () => show(null));
  list.addEventListener('click', ({ target }) => {
    const claim = claimUnder(target);
    if (claim) visit(claim.value);
  });
}

const claimUnder = (target: EventTarget | null) => under<HTMLButtonElement>(target, '.claim');

/** What an event happened on: the nearest element around its target that a selector names. */
export function under<Found extends HTMLElement>(target: EventTarget | null, selector: string): Found | null {
  return target instanceof Element ? target.closest<Found>(selector) : null;
}

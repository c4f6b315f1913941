/** Shows new content in place of old: what had the focus in it keeps it, and the place scrolled to stays. */
export function replaceChildren(parent: HTMLElement, children: HTMLElement[]): void {
  const root = document.documentElement;
  const { scrollTop } = root;
  const place = focusables(parent).findIndex((node) => node === document.activeElement);
  const { value } = (document.activeElement ?? {}) as Partial<HTMLButtonElement>;
  parent.replaceChildren(...children);
  root.scrollTop = scrollTop;
  if (place < 0) return;
  const successors = focusables(parent);
  const same =
    successors.find((node) => value && node.value === value) ?? successors[Math.min(place, successors.length - 1)];
  same?.focus({ preventScroll: true });
}

function focusables(parent: HTMLElement): (HTMLButtonElement | HTMLSelectElement)[] {
  return [...parent.querySelectorAll<HTMLButtonElement | HTMLSelectElement>('button, select')];
}

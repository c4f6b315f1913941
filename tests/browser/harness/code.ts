/**
 * A function as source text, to run in another world: a page, the extension, the browser itself. It sees nothing but
 * its arguments, which have to be JSON.
 */
export function callOf<Arguments extends unknown[], Result>(
  run: (...given: Arguments) => Result,
  ...given: Arguments
): string {
  return `(${selfContained(run)})(${given.map((value) => JSON.stringify(value) ?? 'undefined').join(', ')})`;
}

/** The function as an expression. The compiler wraps inner functions into a helper, which is brought along. */
export function selfContained(run: (...given: never[]) => unknown): string {
  return `((__name) => ${run})((named) => named)`;
}

/** Runs in a page: clicks the button with this label. */
export function clickOn(label: string): void {
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label)!.click();
}

/** How long a piece of work takes once it is warm, in milliseconds. */

/** How long each piece of work is repeated, in milliseconds, before it is timed and while it is. */
const WARM_UP = 500;
const TIMED = 2000;

/** The median of all its runs. */
export async function median(work: () => unknown): Promise<number> {
  await repeated(work, WARM_UP);
  return middle(await repeated(work, TIMED));
}

/** The value in the middle. */
export function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

async function repeated(work: () => unknown, long: number): Promise<number[]> {
  const taken: number[] = [];
  const end = performance.now() + long;
  do {
    const begin = performance.now();
    await work();
    taken.push(performance.now() - begin);
  } while (performance.now() < end);
  return taken;
}

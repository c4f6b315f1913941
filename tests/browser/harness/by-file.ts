/** A reporter for Node's test runner: what the tests of each file came to, one line of JSON a file, as soon as it ends. */
import type { TestEvent } from 'node:test/reporters';

/** What `cargo xtask test` reads of a file. */
interface Outcome {
  file: string;
  seconds: number;
  passed: number;
  /** The names of what failed, the outermost first, and why, for a person to read. */
  failures: string[];
}

export default async function* byFile(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let outcome = { passed: 0, failures: [] as string[] };
  const names: string[] = [];
  for await (const event of events) {
    if (event.type === 'test:start') names.splice(event.data.nesting, Infinity, event.data.name);
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const { name, nesting, details } = event.data;
    if (event.type === 'test:pass' && details.type !== 'suite') outcome.passed++;
    if (event.type === 'test:fail') {
      const error = event.data.details.error as Error & { failureType?: string };
      if (error.failureType !== 'subtestsFailed')
        outcome.failures.push(`${[...names.slice(1, nesting), name].join(' › ')}\n${why(error.cause ?? error)}`);
    }
    if (nesting > 0) continue;
    yield `${JSON.stringify({ file: name, seconds: details.duration_ms / 1000, ...outcome } satisfies Outcome)}\n`;
    outcome = { passed: 0, failures: [] };
  }
}

/** What an error says, and where in the tests it came from. */
function why(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const lines = (error.stack ?? error.message).split('\n');
  return lines.filter((line) => !/^ {4}at /.test(line) || line.includes('/tests/')).join('\n');
}

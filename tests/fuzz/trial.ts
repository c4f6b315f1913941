/**
 * One trial of the content script, in a page of its own: a generated page is read, the answer comes while the page goes
 * on changing, and whatever is painted then has to be the very words that the answer was about. The engine's place is
 * taken by claims at random, so that every kind of place on a page gets its line.
 */
import type { Claim, Document, Report, Span } from 'hearsay';
import * as card from '../../extension/src/content/card/index.ts';
import { exported } from '../../extension/src/content/commands/article-export.ts';
import { readsLikeAnArticle } from '../../extension/src/content/detection/is-article.ts';
import { SIGNED } from '../../extension/src/content/extraction/text-collector.ts';
import { openSession } from '../../extension/src/content/page-session.ts';
import * as reader from '../../extension/src/content/reader.ts';
import type { BackgroundRequest, PageState } from '../../extension/src/messages.ts';
import { Chance } from './chance.ts';
import { change } from './changes.ts';
import { Growth } from './growth.ts';

/** What went wrong in a trial; its seed shows it again. */
export interface Fault {
  seed: number;
  what: string;
}

/** What some trials came to. */
export interface Outcome {
  trials: number;
  /** Pieces that were painted and found right. */
  painted: number;
  faults: Fault[];
}

/** A word's length in UTF-16 code units. */
const WORD = 7;

const LINES = ['hearsay-1', 'hearsay-2', 'hearsay-3'];
/** Milliseconds that a trial may take. Far more than any does. */
const PATIENCE = 5000;

const errors: string[] = [];
addEventListener('error', ({ message, error }) => errors.push(error?.stack ?? message));
addEventListener('unhandledrejection', ({ reason }) => errors.push(`rejected: ${reason?.stack ?? reason}`));

/** Runs trials from this seed on, one for each. */
export async function trials(seed: number, count: number): Promise<Outcome> {
  const outcome: Outcome = { trials: count, painted: 0, faults: [] };
  for (let at = seed; at < seed + count; at++) {
    try {
      outcome.painted += await trial(at);
      if (errors.length > 0) throw new Error(errors.join('\n'));
    } catch (error) {
      outcome.faults.push({ seed: at, what: String(error instanceof Error ? error.stack : error) });
    }
    errors.length = 0;
  }
  return outcome;
}

async function trial(seed: number): Promise<number> {
  const growth = new Growth(new Chance(seed));
  document.documentElement.replaceChildren(document.createElement('head'), growth.body());
  if (growth.chance.once(2))
    document.head.append(Object.assign(document.createElement('title'), { textContent: growth.words(6) }));
  readsLikeAnArticle(document);

  let said: string[] = [];
  Object.assign(globalThis, {
    chrome: {
      i18n: { getMessage: (key: string) => key },
      runtime: {
        id: 'fuzz',
        getURL: (path: string) => path,
        sendMessage: async (request: BackgroundRequest) => {
          if (request.type !== 'analyze') return undefined;
          const report = reportOn(request.document, growth.chance);
          said = report.claims.flatMap(({ content }) => content.map((span) => bare(wordsOf(request.document, span))));
          change(growth, 4);
          return { type: 'report', report };
        },
      },
    },
  });

  const end = new AbortController();
  let told: (state: PageState) => void = () => {};
  const session = openSession(
    {},
    {
      tell: (state) => told(state),
      scripts: { reader: async () => reader, card: async () => card, look: async () => {} },
      lost: () => {},
      chooseLines: () => {},
    },
    end.signal,
  );
  let painted = 0;
  try {
    for (let reading = 0; reading < 3; reading++) {
      painted += await new Promise<number>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('Nothing was told of the page.')), PATIENCE);
        told = (state) => {
          if (state.status === 'reading') return;
          clearTimeout(timer);
          if (state.status === 'failed') reject(new Error(state.reason));
          else attempt(() => rightlyPainted(said), resolve, reject);
        };
        session.readAnyway();
      });
      await point(growth.chance);
      session.article?.step(1);
      const marked = session.article?.marked;
      if (marked) JSON.stringify(exported(marked));
      change(growth, 6);
    }
  } finally {
    end.abort();
  }
  if (paintedRanges().length > 0) throw new Error('Lines are left after the end.');
  return painted;
}

/** How many pieces are painted. @throws when one of them is not the words that a claim was about. */
function rightlyPainted(said: readonly string[]): number {
  const ranges = paintedRanges();
  const pieces = new Map<string, { words: string; tree: Node }[]>();
  for (const range of ranges) {
    const words = bare(range.toString());
    const claims = words === '' ? [] : said.filter((claim) => claim.includes(words));
    if (claims.length === 0) throw new Error(`No claim has these words: “${words}”`);
    // Of a piece of a word nobody can say whose it is.
    if (claims.length === 1)
      pieces.set(claims[0]!, [...(pieces.get(claims[0]!) ?? []), { words, tree: range.startContainer.getRootNode() }]);
  }
  for (const [claim, found] of pieces) {
    const painted = found.map(({ words }) => words);
    // Of two trees nobody can say which comes first.
    if (found.some(({ tree }) => tree !== found[0]!.tree))
      painted.sort((one, other) => claim.indexOf(one) - claim.indexOf(other));
    let end = 0;
    for (const words of [...painted, '']) {
      const at = words === '' ? claim.length : claim.indexOf(words, end);
      // Pieces of words that could be another claim's may lie between.
      if (at < 0 || at - end >= WORD) throw new Error(`Painted: ${painted.join(' … ')}, the claim: ${claim}`);
      end = at + words.length;
    }
  }
  return ranges.length;
}

/** Tree by tree, since what a browser says of two nodes in two trees is no order; in each as they stand on the page. */
function paintedRanges(): Range[] {
  const all = LINES.flatMap((line) => [
    ...((CSS.highlights.get(line) as Iterable<AbstractRange> | undefined) ?? []),
  ]) as Range[];
  const isBefore = (one: Range, other: Range) =>
    (one.startContainer.compareDocumentPosition(other.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const trees = Map.groupBy(all, ({ startContainer }) => startContainer.getRootNode());
  return [...trees.values()].flatMap((inOne) =>
    inOne.sort((one, other) =>
      one.startContainer === other.startContainer ? one.startOffset - other.startOffset : isBefore(one, other) ? -1 : 1,
    ),
  );
}

/** Claims at random: some runs of words of some blocks, none of them within another. */
function reportOn({ blocks }: Document, chance: Chance): Report {
  const claims = blocks.flatMap(({ text }, block): Claim[] => {
    const words = [...text.matchAll(/\S+/g)];
    const spans: Span[] = [];
    for (let at = chance.below(8); at < words.length; at += 1 + chance.below(10)) {
      const first = words[at]!;
      at = Math.min(words.length - 1, at + chance.below(25));
      const last = words[at]!;
      spans.push({ block, start: first.index, end: last.index + last[0].length });
    }
    return spans.map((span, at) => claimOf(`c${block}-${at}`, span, chance));
  });
  return { claims };
}

function claimOf(id: string, span: Span, chance: Chance): Claim {
  const depth = 1 + chance.below(3);
  const hop = {
    type: chance.one(['named_person', 'document', 'anonymous_individual'] as const),
    name: null,
    span,
    link: 'explicit',
    anonymous: chance.once(3),
    evidence: span,
    antecedent: null,
    address: null,
  } as const;
  const sure = {
    kind: 'speech',
    directness: 'indirect',
    factuality: 'neutral',
    confidence: 1,
    chainConfidence: 1,
    rule: '',
  } as const;
  return {
    ...sure,
    id,
    content: [span],
    cue: [span],
    source: [span],
    depth,
    depthMax: depth,
    parent: null,
    continues: null,
    chain: Array(depth).fill(hop),
  };
}

function wordsOf({ blocks }: Document, { block, start, end }: Span): string {
  // The dash before the name of a speaker is ours, and stands on no page.
  return blocks[block]!.text.slice(start, end).replaceAll(SIGNED, ' ');
}

/** Words without the white space, which pieces leave out where an element ends. */
function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Moves the pointer somewhere, and lets the page look at it. */
async function point(chance: Chance): Promise<void> {
  const [clientX, clientY] = [chance.below(innerWidth), chance.below(innerHeight)];
  (document.elementFromPoint(clientX, clientY) ?? document.body).dispatchEvent(
    new PointerEvent('pointermove', { bubbles: true, composed: true, pointerType: 'mouse', clientX, clientY }),
  );
  if (chance.once(10)) await new Promise((frame) => requestAnimationFrame(frame));
}

function attempt<Result>(
  work: () => Result,
  resolve: (result: Result) => void,
  reject: (error: unknown) => void,
): void {
  try {
    resolve(work());
  } catch (error) {
    reject(error);
  }
}

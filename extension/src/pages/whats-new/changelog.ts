/**
 * The changelog as data: in goes the text of `CHANGELOG.md`, out come its versions, the newest first, with their lists.
 * It knows the few marks that file uses: headings, lists with stars, `code`, *emphasis* and [links](…). Pure.
 */

export interface Version {
  /** `0.2.0`, `Unreleased`. */
  name: string;
  lists: List[];
}

export interface List {
  /** `Reading an article`. */
  title: string;
  items: Run[][];
}

/** A piece of a line: words, words to be typed, words as they stand on a button, or words that lead somewhere. */
export interface Run {
  words: string;
  isCode?: true;
  isEmphasis?: true;
  href?: string;
}

export function readChangelog(text: string): Version[] {
  const [, ...versions] = text.split(/^## /m);
  return versions.map((version) => {
    const [head = '', ...lists] = version.split(/^### /m);
    return {
      name: firstLine(head)
        .replace(/^\[(.*)\].*?( - |$)/, '$1$2')
        .trim(),
      lists: lists.map(readList),
    };
  });
}

function readList(text: string): List {
  const [, ...items] = text.split(/^\* /m);
  return { title: firstLine(text), items: items.map((item) => runsIn(item.replace(/\s+/g, ' ').trim())) };
}

function runsIn(line: string): Run[] {
  const runs = line.split(/(`[^`]+`|\*[^*]+\*|\[[^\]]+\]\(https:[^)]+\))/).filter((run) => run !== '');
  return runs.map((run): Run => {
    const [, code] = /^`(.+)`$/.exec(run) ?? [];
    const [, emphasis] = /^\*(.+)\*$/.exec(run) ?? [];
    const [, words, href] = /^\[(.+)\]\((.+)\)$/.exec(run) ?? [];
    if (code !== undefined) return { words: code, isCode: true };
    if (emphasis !== undefined) return { words: emphasis, isEmphasis: true };
    return words === undefined || href === undefined ? { words: run } : { words, href };
  });
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]!.trim();
}

/** Saved pages as lines of a table, and all of them in a few lines. Pure. */
import type { SavedPage } from './read.ts';

const line = (cells: readonly (string | number)[]) =>
  cells
    .map((cell, at) => (at === 0 ? String(cell).padEnd(40).slice(0, 40) : String(cell).padStart(at === 1 ? 12 : 9)))
    .join(' ');

export const HEAD = line(['page', 'what it is', 'claims', 'marks', 'errors', 'changed', 'requests', 'line, ms']);

export function row({ name, status, claims, marks, errors, changed, requests, firstLine }: SavedPage): string {
  const cells = line([
    name,
    status,
    claims,
    marks,
    errors.length,
    changed ? 'yes' : 'no',
    requests,
    firstLine === null ? '-' : Math.round(firstLine),
  ]);
  return [cells, ...errors.map((error) => `    ${error.split('\n')[0]}`)].join('\n');
}

export function summary(pages: readonly SavedPage[]): string {
  const sum = (figure: (page: SavedPage) => number) => pages.reduce((sum, page) => sum + figure(page), 0);
  const count = (is: (page: SavedPage) => boolean) => pages.filter(is).length;
  const lines = pages.flatMap(({ firstLine }) => firstLine ?? []).sort((a, b) => a - b);
  const at = (share: number) =>
    lines.length === 0 ? '-' : `${Math.round(lines[Math.floor((lines.length - 1) * share)]!)} ms`;
  const statuses = [...new Set(pages.map(({ status }) => status))].sort();
  return [
    `${pages.length} pages: ${statuses.map((status) => `${count((page) => page.status === status)} ${status}`).join(', ')}`,
    `${sum(({ claims }) => claims)} claims, ${sum(({ marks }) => marks)} marks on ${count(({ marks }) => marks > 0)} pages`,
    `${sum(({ errors }) => errors.length)} errors on ${count(({ errors }) => errors.length > 0)} pages, ${count(({ changed }) => changed)} documents changed, ${sum(({ requests }) => requests)} requests`,
    `first line after ${at(0.5)} at the median, ${at(0.9)} on nine pages of ten`,
  ].join('\n');
}

/**
 * A small internet on this machine: the proxy of the browser under test, which answers for every site itself. So a
 * test has sites with names and subdomains, and a record of every request that leaves the browser, whoever made it.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, relative } from 'node:path';
import { typeOf } from './folder.ts';

/** What a site answers: HTML, unless the headers say otherwise. */
export interface Answer {
  html: string | Uint8Array;
  headers?: Record<string, string>;
  /** 200, unless it says otherwise. */
  status?: number;
  /** Whether the answer has no end: what there is of it is sent, and more is waited for. */
  endless?: boolean;
}

export interface Web {
  /** Where the browser finds its proxy: `127.0.0.1:PORT`. */
  address: string;
  /** Every request so far but for those that the browser makes for itself: `GET http://lantern.example/`. */
  requests: string[];
  /** The origins that answer: `http://lantern.example`. */
  origins(): Set<string>;
  /** Makes no address answer any more, and forgets every request. */
  clear(): void;
  /** Makes an address answer. */
  publish(url: string, answer: Answer | string): string;
  /** Makes an address that ends in a slash answer with the files of a folder. */
  publishFolder(url: string, folder: string): string;
  close(): void;
}

/**
 * Where browsers look for their own updates, lists and accounts, with an extension or without. That the extension
 * cannot reach these either is a matter of its policy, which is tested by itself.
 */
const BROWSERS_OWN = /^CONNECT [\w.-]*\.(google|googleapis|gvt1|gstatic|mozilla|firefox)\.(com|net|org):443$/;

/** What news sites say: a browser may keep the page, has to ask whether it is still so, and may go back to it as it was left. */
const CACHING = { 'cache-control': 'public, max-age=0, must-revalidate' };

function tagOf(content: string | Uint8Array): string {
  return `"${createHash('sha256').update(content).digest('hex').slice(0, 16)}"`;
}

export async function startWeb(): Promise<Web> {
  const answers = new Map<string, Answer>();
  const requests: string[] = [];
  const note = (request: IncomingMessage) => {
    const line = `${request.method} ${request.url}`;
    if (!BROWSERS_OWN.test(line)) requests.push(line);
  };
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    note(request);
    const answer = answers.get(request.url ?? '');
    const etag = tagOf(answer?.html ?? '');
    const isKnown = answer !== undefined && request.headers['if-none-match'] === etag;
    response.writeHead(answer === undefined ? 404 : isKnown ? 304 : (answer.status ?? 200), {
      'content-type': 'text/html; charset=utf-8',
      ...CACHING,
      etag,
      ...answer?.headers,
    });
    if (answer?.endless) response.write(answer.html);
    else response.end(isKnown ? '' : (answer?.html ?? ''));
  });
  server.on('connect', (request, socket) => {
    note(request);
    socket.on('error', () => {});
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    origins: () => new Set([...answers.keys()].map((url) => new URL(url).origin)),
    clear() {
      answers.clear();
      requests.length = 0;
    },
    publish(url, answer) {
      // The place inside a page is never asked for.
      answers.set(url.replace(/#.*$/, ''), typeof answer === 'string' ? { html: answer } : answer);
      return url;
    },
    publishFolder(url, folder) {
      for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!file.isFile()) continue;
        const path = join(file.parentPath, file.name);
        const answer = { html: readFileSync(path), headers: { 'content-type': typeOf(path) } };
        answers.set(url + relative(folder, path), answer);
        if (relative(folder, path) === 'index.html') answers.set(url, answer);
      }
      return url;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

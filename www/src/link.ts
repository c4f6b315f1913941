/**
 * A link that carries a text in its fragment, which a browser sends to nobody: UTF-8, compressed with a checksum, in the
 * letters that a link may have.
 */
import { digits } from '../../extension/src/i18n.ts';
import { checkText } from './input/length.ts';
import { Refused } from './refused.ts';

const NAME = '#text=';
/** Many programs cut a longer link. Characters. */
const LONGEST_LINK = 16_000;
/** Nothing that a link of ours holds becomes longer than this. Bytes. */
const LONGEST_TEXT = 2_000_000;

/** @throws Refused when the text is too long for a link. */
export async function linkTo(text: string): Promise<string> {
  checkText(text);
  const packed = await bytesOf(new Blob([text]).stream().pipeThrough(new CompressionStream('deflate')));
  const link = here() + NAME + letters(packed);
  if (link.length <= LONGEST_LINK) return link;
  const most = Math.floor((text.length * LONGEST_LINK) / link.length / 100) * 100;
  throw new Refused(
    `This text is too long for a link: it has ${digits(text.length)} characters, and a link can carry about ${digits(most)} of it.`,
  );
}

/** Whether an address carries a text. */
export function carriesText(hash: string): boolean {
  return hash.startsWith(NAME);
}

/** @throws Refused when the fragment is not one that `linkTo` made. */
export async function textIn(hash: string): Promise<string> {
  try {
    const unpacked = new Blob([bytes(hash.slice(NAME.length))])
      .stream()
      .pipeThrough(new DecompressionStream('deflate'));
    return new TextDecoder('utf-8', { fatal: true }).decode(await bytesOf(unpacked));
  } catch {
    throw new Refused(
      'This link is damaged: a part of the text in it is missing or was changed. Ask for the link again.',
    );
  }
}

/** The address of this page, without a fragment. */
function here(): string {
  return location.href.replace(/#.*$/, '');
}

/** @throws when there is more than a link can hold, as soon as that is known. */
async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: BlobPart[] = [];
  let length = 0;
  for await (const part of chunks(stream)) {
    length += part.length;
    if (length > LONGEST_TEXT) throw new RangeError('The text in a link is too long.');
    parts.push(part as Uint8Array<ArrayBuffer>);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

async function* chunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
  } finally {
    void reader.cancel().catch(() => {});
  }
}

/** Base64 with `-` and `_`, as links are written. */
function letters(packed: Uint8Array): string {
  const binary = Array.from(packed, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function bytes(written: string): Uint8Array<ArrayBuffer> {
  const binary = atob(written.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

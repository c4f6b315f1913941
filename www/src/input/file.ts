/** The text of a file that a reader chose or dropped: UTF-8, or the character set that its HTML declares. */
import { Refused } from '../refused.ts';
import { checkFile } from './length.ts';

/** Where HTML declares its character set. Bytes. */
const HEAD = 1024;
/** What no text holds. */
const CONTROLS = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/** @throws Refused when the file is too large, or is no text. */
export async function textOf(file: File): Promise<string> {
  checkFile(file);
  const text = decoded(new Uint8Array(await file.arrayBuffer()));
  if (CONTROLS.test(text))
    throw new Refused(
      `“${file.name}” is neither text nor HTML. Other files can be read after saving them as one of these.`,
    );
  return text;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder(byteOrder(bytes) ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    const declared = /charset\s*=\s*["']?([\w-]+)/i.exec(latin(bytes.subarray(0, HEAD)))?.[1];
    try {
      return new TextDecoder(declared).decode(bytes);
    } catch {
      return latin(bytes);
    }
  }
}

function byteOrder([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}

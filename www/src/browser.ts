/**
 * What the extension's code asks of its browser, answered by a web page: words, the addresses of files, the version, and
 * the one message that its card sends. The bundler puts this in the place of the `chrome` that extensions are given.
 */
import messages from '../../extension/_locales/en/messages.json' with { type: 'json' };
import type { PanelRequest } from '../../extension/src/messages.ts';
import { SOURCE_MAP } from './map-place.ts';

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

export const chrome = {
  i18n: { getMessage },
  runtime: {
    getURL: (file: string) => new URL(file, document.baseURI).href,
    getManifest: () => ({ version: VERSION }),
    /** The card asks for the source map, which stands on this very page. */
    sendMessage: async (_: PanelRequest) => document.getElementById(SOURCE_MAP)?.scrollIntoView({ block: 'start' }),
  },
};

/** A sentence with its gaps filled, as browsers fill them. */
function getMessage(key: string, gaps: string[] = []): string {
  if (key === '@@bidi_dir') return 'ltr';
  const { message = '', placeholders = {} } = (messages as Record<string, Message>)[key] ?? {};
  return message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const place = Number(placeholders[name.toLowerCase()]?.content.slice(1));
    return gaps[place - 1] ?? '';
  });
}

/**
 * Finds the frames of a page that are worth reading and has them read, each as a small page of its own: frames of the
 * page's own site that hold an article, and, if the reader wants them, large frames of other sites. A frame is looked at
 * when it has loaded, and once more when the reader sets something.
 */
import type { FramesRequest } from '../messages.ts';
import { readsLikeAnArticle } from './detection/is-article.ts';
import { tellBackground } from './tell-background.ts';

/** A frame of another site is an advert, a video or a button unless it is at least this wide and high. CSS pixels. */
const LARGE = 300;

/** Whether this script stands in a frame. */
export const inFrame = window !== top;

/** Whether it stands in a frame of another site than the page's. */
export const inStrangeFrame = inFrame && !isOwn();

/** Looks at the frames that are there and at those that load, until the signal ends it. Returns how to look once more. */
export function readFrames(others: () => boolean, signal: AbortSignal): () => void {
  const look = (frames: Iterable<EventTarget | null>) => {
    for (const frame of frames)
      if (isFrame(frame) && isWorthReading(frame, others()))
        return void tellBackground({ type: 'frames', others: others() } satisfies FramesRequest);
  };
  document.addEventListener('load', ({ target }) => look([target]), { signal, capture: true, passive: true });
  const lookAtAll = () => look(document.querySelectorAll('iframe,frame'));
  lookAtAll();
  return lookAtAll;
}

function isFrame(target: EventTarget | null): target is HTMLIFrameElement | HTMLFrameElement {
  return target instanceof HTMLIFrameElement || target instanceof HTMLFrameElement;
}

function isWorthReading(
  { contentDocument, clientWidth, clientHeight }: HTMLIFrameElement | HTMLFrameElement,
  others: boolean,
): boolean {
  return contentDocument === null
    ? others && clientWidth >= LARGE && clientHeight >= LARGE
    : readsLikeAnArticle(contentDocument);
}

function isOwn(): boolean {
  try {
    return top!.document !== null;
  } catch {
    return false;
  }
}

/** A drawing as a picture that stands by itself: the SVG with the look it has here, and a PNG made of that. */
import { shape } from '../svg-element.ts';

/** What a style sheet gives an SVG. Elsewhere there is none. */
const LOOK = ['fill', 'stroke', 'stroke-opacity', 'opacity', 'font-family', 'font-size', 'font-weight', 'font-style'];
/** The most pixels that browsers draw in one direction. */
const LONGEST = 16_000;

/** A drawing, which stands on the page. */
export interface Drawing {
  svg: SVGSVGElement;
  title: string;
  /** Around it, in CSS pixels. */
  margin: number;
  /** Pixels of a PNG for a CSS pixel. */
  sharp: number;
}

/** The drawing with a ground and a title, in the colours of the moment. */
export function svgPicture(drawing: Drawing): Blob {
  return new Blob([standalone(drawing).source], { type: 'image/svg+xml' });
}

/** @throws when the browser cannot draw a picture so large. */
export async function pngPicture(drawing: Drawing): Promise<Blob> {
  const { source, width, height } = standalone(drawing);
  const href = URL.createObjectURL(new Blob([source], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = href;
    await image.decode();
    const scale = Math.min(drawing.sharp, LONGEST / width, LONGEST / height);
    const canvas = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/png' });
  } finally {
    URL.revokeObjectURL(href);
  }
}

function standalone({ svg, title, margin }: Drawing): { source: string; width: number; height: number } {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, place) => {
    const style = getComputedStyle(originals[place]!);
    for (const name of LOOK) element.setAttribute(name, style.getPropertyValue(name));
    for (const name of ['role', 'tabindex', 'data-hand', 'aria-hidden']) element.removeAttribute(name);
  });
  const { x, y, width, height } = svg.viewBox.baseVal;
  const box = { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
  copy.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height));
  copy.setAttribute('role', 'img');
  copy.setAttribute('aria-label', title);
  copy.prepend(shape('rect', { ...box, fill: getComputedStyle(document.body).backgroundColor }));
  return { source: new XMLSerializer().serializeToString(copy), width: box.width, height: box.height };
}

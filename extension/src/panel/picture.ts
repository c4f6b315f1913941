/** The map as a picture that stands by itself: the SVG with the look it has here, and a PNG made of that. */
import { shape } from '../look/shape.ts';

/** What a style sheet gives an SVG. Elsewhere there is none. */
const LOOK = ['fill', 'stroke', 'stroke-opacity', 'opacity', 'font-family', 'font-size', 'font-weight', 'font-style'];
/** Around the map, in CSS pixels. */
const MARGIN = 12;
/** Pixels of the PNG for a CSS pixel, and the most that browsers draw in one direction. */
const SHARP = 2;
const LONGEST = 16_000;

/** The map with a ground and a title, in the colours of the moment. */
export function svgPicture(map: SVGSVGElement, title: string): Blob {
  return new Blob([standalone(map, title).source], { type: 'image/svg+xml' });
}

/** @throws when the browser cannot draw a picture so large. */
export async function pngPicture(map: SVGSVGElement, title: string): Promise<Blob> {
  const { source, width, height } = standalone(map, title);
  const href = URL.createObjectURL(new Blob([source], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = href;
    await image.decode();
    const scale = Math.min(SHARP, LONGEST / width, LONGEST / height);
    const canvas = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/png' });
  } finally {
    URL.revokeObjectURL(href);
  }
}

function standalone(map: SVGSVGElement, title: string): { source: string; width: number; height: number } {
  const copy = map.cloneNode(true) as SVGSVGElement;
  const originals = map.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, place) => {
    const style = getComputedStyle(originals[place]!);
    for (const name of LOOK) element.setAttribute(name, style.getPropertyValue(name));
    for (const name of ['role', 'tabindex', 'data-hand', 'aria-hidden']) element.removeAttribute(name);
  });
  const { x, y, width, height } = map.viewBox.baseVal;
  const box = { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
  copy.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height));
  copy.setAttribute('role', 'img');
  copy.setAttribute('aria-label', title);
  copy.prepend(shape('rect', { ...box, fill: getComputedStyle(document.body).backgroundColor }));
  return { source: new XMLSerializer().serializeToString(copy), width: box.width, height: box.height };
}

/**
 * One small picture for each type of source: a 16 px grid, strokes of 1.25 px in the colour of the text around it.
 * A closed outline has a name; the same figure in dots has none.
 */
import type { Hop } from 'hearsay';
import { shape } from './svg-element.ts';

/** What an icon stands for: a type of source, or the page itself. */
export type Pictured = Exclude<Hop['type'], 'self'> | 'page';

interface Figure {
  outline: string;
  dotted?: string;
}

const FIGURES: Record<Pictured, Figure> = {
  page: {
    outline:
      'M3.4 2.8h9.2A1.4 1.4 0 0 1 14 4.2v7.6a1.4 1.4 0 0 1-1.4 1.4H3.4A1.4 1.4 0 0 1 2 11.8V4.2a1.4 1.4 0 0 1 1.4-1.4zM2 5.8h12M4.8 8.6h6.4M4.8 10.8h3.8',
  },
  named_person: {
    outline: 'M5.4 5a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0M2.9 13.6c.4-3 2.3-4.6 5.1-4.6s4.7 1.6 5.1 4.6',
  },
  named_official: {
    outline:
      'M5.6 4.6a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0M2.9 13.6c.4-3.1 2.3-4.7 5.1-4.7s4.7 1.6 5.1 4.7M6.3 9.2 8 11.4l1.7-2.2M8 11.4v2.4',
  },
  role_only: {
    outline: 'M4.7 8V3.7c0-.7.5-1.2 1.2-1.2h4.2c.7 0 1.2.5 1.2 1.2V8M3.2 8h9.6v2.6H3.2zM4.6 10.6v3M11.4 10.6v3',
  },
  institution: {
    outline: 'M2.3 6 8 2.4 13.7 6zM4 6.2v5.4M8 6.2v5.4M12 6.2v5.4M2.6 13.6h10.8M3 11.7h10',
  },
  news_outlet: {
    outline:
      'M2.4 3.4h9v8.7c0 .9.5 1.5 1.3 1.5H3.9c-.9 0-1.5-.6-1.5-1.5zM11.4 6h2.2v6.4c0 .7-.4 1.2-.9 1.2M4.6 5.8h4.6M4.6 8.3h4.6M4.6 10.8h2.8',
  },
  outlet_collective: {
    outline: 'M5 5.2h8.6v8.4H5zM2.4 10.8V2.4h8.8M7 8h4.6M7 10.8h3',
  },
  document: {
    outline: 'M4 2.4h5.2L12 5.2v8.4H4zM9.2 2.4v2.8H12M6 8h4M6 10.6h4',
  },
  social_post: {
    outline: 'M2.5 3h11v7.6H7.8L5 13.4v-2.8H2.5zM5.2 5.8h5.6M5.2 8h3.4',
  },
  anonymous_individual: {
    outline: '',
    dotted: 'M5.3 5a2.7 2.7 0 1 0 5.4 0a2.7 2.7 0 1 0-5.4 0M2.9 13.6c.4-3 2.3-4.6 5.1-4.6s4.7 1.6 5.1 4.6',
  },
  anonymous_collective: {
    outline: '',
    dotted:
      'M3 5.2a2.7 2.7 0 1 0 5.4 0a2.7 2.7 0 1 0-5.4 0M1 13.6c.4-3 2.1-4.6 4.7-4.6s4.3 1.6 4.7 4.6M10.4 2.7c1.7.1 2.8 1.1 2.8 2.6 0 1.2-.7 2.1-1.8 2.5M12.3 9.6c1.6.7 2.5 2 2.8 4',
  },
  vague_collective: {
    outline:
      'M2.7 6.2a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0M6.5 4.4a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0M10.3 6.2a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0M1.8 12.4c0-2 .9-3 2.4-3M5.6 10.8c0-2 .9-3 2.4-3s2.4 1 2.4 3M11.8 9.4c1.5 0 2.4 1 2.4 3',
  },
  unspecified: {
    outline: 'M6 8h4',
    dotted: 'M2.6 8a5.4 5.4 0 1 0 10.8 0a5.4 5.4 0 1 0-10.8 0',
  },
};

/** The picture of a type, hidden from assistive technology: the type's word always stands beside it. */
export function sourceIcon(type: Hop['type'] | 'page', size = 16): SVGSVGElement {
  const { outline, dotted } = FIGURES[type === 'self' ? 'page' : type];
  const parts = [
    ...(outline ? [shape('path', { d: outline })] : []),
    ...(dotted ? [shape('path', { d: dotted, 'stroke-dasharray': '0.7 2.2', 'stroke-width': 1.4 })] : []),
  ];
  const drawn = {
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 1.25,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  };
  return shape(
    'svg',
    { class: 'icon', width: size, height: size, viewBox: '0 0 16 16', ...drawn, 'aria-hidden': 'true' },
    ...parts,
  );
}

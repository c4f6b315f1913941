/**
 * Pages as no author would write them: elements in each other at random, styles that hide and lift, comments, templates,
 * scripts, empty text nodes, shadow trees, forms whose fields take the place of their properties. Every word is another,
 * so that a piece of text can stand in one place only.
 */
import type { Chance } from './chance.ts';

const BOXES = [
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'aside',
  'nav',
  'blockquote',
  'ul',
  'ol',
  'li',
  'dl',
  'dd',
  'dt',
  'figure',
  'figcaption',
  'table',
  'tbody',
  'tr',
  'td',
  'th',
  'details',
  'summary',
  'form',
  'fieldset',
  'address',
  'pre',
  'center',
  'dialog',
  'x-box',
];
const PARAGRAPHS = ['p', 'p', 'p', 'p', 'div', 'h1', 'h2', 'h3', 'li', 'td', 'blockquote', 'figcaption'];
const INLINE = [
  'span',
  'a',
  'em',
  'b',
  'i',
  'strong',
  'sup',
  'sub',
  'time',
  'q',
  'cite',
  'small',
  'mark',
  'font',
  'bdi',
  'ruby',
  'rt',
  'code',
  'label',
  'button',
  'x-word',
  'ins',
  'del',
];
const STYLES = [
  'display:none',
  'display:contents',
  'display:inline',
  'display:block',
  'display:flex',
  'display:inline-block',
  'display:table-cell',
  'visibility:hidden',
  'position:absolute',
  'position:fixed',
  'float:left',
  'white-space:pre-wrap',
  'opacity:0',
  'content-visibility:auto',
  'height:0;overflow:hidden',
  'direction:rtl',
  'writing-mode:vertical-rl',
];
const CLASSES = [
  'byline',
  'caption',
  'comments',
  'newsletter',
  'related',
  'share-price',
  'pull-quote',
  'dateline',
  'sr-only',
  'ad',
  'kicker',
  'entry-meta',
  'social',
  'footnote',
];
const CLOBBERED = [
  'parentElement',
  'attributes',
  'localName',
  'children',
  'firstChild',
  'textContent',
  'nodeType',
  'matches',
  'id',
  'body',
  'title',
  'contains',
  'isConnected',
  'getRootNode',
  'querySelector',
  'hasAttributes',
  'getAttribute',
  'closest',
  'nextSibling',
  'firstElementChild',
  'childElementCount',
  'lastElementChild',
  'childNodes',
  'querySelectorAll',
  'getElementsByTagName',
  'compareDocumentPosition',
  'hasAttribute',
  'shadowRoot',
  'assignedSlot',
  'isContentEditable',
  'ownerDocument',
];
const SPACES = [' ', ' ', ' ', ' ', '\n  ', ' ', '\t', '­', ' ​', '\n\n', '  '];

export class Growth {
  #words = 0;

  constructor(readonly chance: Chance) {}

  /** Some words that stand nowhere else. */
  words(most: number): string {
    const { chance } = this;
    let text = chance.once(6) ? chance.one(SPACES) : '';
    for (let count = 1 + chance.below(most); count > 0; count--) text += this.#word() + chance.one(SPACES);
    return chance.once(3) ? `${text.trimEnd()}.` : text;
  }

  /** A whole page's body. */
  body(): HTMLElement {
    const body = document.createElement('body');
    for (let count = 1 + this.chance.below(6); count > 0; count--) body.append(this.box(this.chance.below(7)));
    if (this.chance.once(8)) body.append(this.#shaft());
    return body;
  }

  /** A box with boxes in it to some depth, and paragraphs at the bottom. */
  box(depth: number): HTMLElement {
    const { chance } = this;
    const box = this.#element(chance.one(BOXES));
    if (box.localName === 'form') this.#clobber(box);
    for (let count = chance.below(4); count >= 0; count--) {
      if (depth > 0 && chance.below(3) > 0) box.append(this.box(depth - 1));
      else if (chance.once(5)) box.append(this.oddity());
      else if (chance.once(6)) box.append(this.words(30));
      else box.append(this.paragraph());
    }
    if (chance.once(20) && box.localName === 'div')
      box.attachShadow({ mode: 'open' }).append(this.paragraph(), document.createElement('slot'));
    return box;
  }

  paragraph(): HTMLElement {
    const paragraph = this.#element(this.chance.one(PARAGRAPHS));
    for (let count = this.chance.below(6); count >= 0; count--) paragraph.append(this.phrase(3));
    return paragraph;
  }

  /** Words, or an inline element with words in it, or something odd between words. */
  phrase(depth: number): Node {
    const { chance } = this;
    if (depth === 0 || chance.below(3) > 0) return document.createTextNode(this.words(20));
    if (chance.once(4)) return this.oddity();
    const element = this.#element(chance.one(INLINE));
    for (let count = chance.below(3); count >= 0; count--) element.append(this.phrase(depth - 1));
    return element;
  }

  /** A node that holds no words a reader sees, or holds them in another way. */
  oddity(): Node {
    const { chance } = this;
    const filled = (name: string) => Object.assign(document.createElement(name), { textContent: this.words(5) });
    switch (chance.below(12)) {
      case 0:
        return document.createComment(this.words(5));
      case 1:
        return document.createTextNode('');
      case 2:
        return document.createElement('br');
      case 3:
        return document.createElement('hr');
      case 4: {
        const template = document.createElement('template');
        template.content.append(this.words(5));
        return template;
      }
      case 5:
        return Object.assign(filled('script'), { type: 'text/plain' });
      case 6:
        return filled('style');
      case 7:
        return filled('textarea');
      case 8:
        return document.createProcessingInstruction('word', 'ignored');
      case 9: {
        const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
        const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
        text.append(this.words(3));
        svg.append(text);
        return svg;
      }
      case 10: {
        const note = document.createElement('sup');
        note.innerHTML = '<a href="#note">[1]</a>';
        return note;
      }
      default:
        return document.createTextNode(chance.one(['\n', '  ', '\n\n\n', ' ', '😀', '\u{1f468}‍\u{1f469}']));
    }
  }

  /** Elements in each other, deeper than any page. */
  #shaft(): HTMLElement {
    const top = document.createElement('div');
    let at: HTMLElement = top;
    for (let depth = 100 + this.chance.below(400); depth > 0; depth--) {
      const next = document.createElement(this.chance.once(2) ? 'div' : 'span');
      at.append(next);
      at = next;
    }
    at.append(this.paragraph());
    return top;
  }

  #element(name: string): HTMLElement {
    const { chance } = this;
    const element = document.createElement(name);
    if (chance.once(8)) element.setAttribute('style', chance.one(STYLES));
    if (chance.once(10)) element.className = chance.one(CLASSES);
    if (chance.once(40)) element.toggleAttribute(chance.one(['hidden', 'contenteditable', 'inert', 'open']), true);
    if (chance.once(40)) element.setAttribute('aria-hidden', 'true');
    if (name === 'a')
      element.setAttribute(
        'href',
        chance.one(['https://lantern.example/a', '/b', '#c', 'mailto:d@e.example', 'http://[', 'javascript:0']),
      );
    return element;
  }

  #clobber(form: HTMLElement): void {
    for (let count = this.chance.below(3); count > 0; count--) {
      form.append(Object.assign(document.createElement('input'), { name: this.chance.one(CLOBBERED) }));
    }
  }

  #word(): string {
    return `w${String(this.#words++).padStart(6, '0')}`;
  }
}

/** A style sheet as text: `import sheet from './card.css' with { type: 'text' }`. */
declare module '*.css' {
  const text: string;
  export default text;
}

/** The one function of it that is used; the file tells it from Node's own module. */
declare module 'punycode/punycode.es6.js' {
  export function toUnicode(domain: string): string;
}

/** A document as text: `import changelog from '../CHANGELOG.md'`. */
declare module '*.md' {
  const text: string;
  export default text;
}

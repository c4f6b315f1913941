/** A style sheet as text: `import sheet from './card.css' with { type: 'text' }`. */
declare module '*.css' {
  const text: string;
  export default text;
}

/** A document as text: `import changelog from '../CHANGELOG.md'`. */
declare module '*.md' {
  const text: string;
  export default text;
}

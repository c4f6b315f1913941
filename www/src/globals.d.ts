/** The version of Hearsay, put in by the bundler. */
declare const VERSION: string;

/** Where a browser has it: what lets markup pass the page's policy. TypeScript does not know of it. */
declare var trustedTypes: { createPolicy(name: string, rules: MarkupRule): MarkupRule } | undefined;
interface MarkupRule {
  createHTML(html: string): string;
}

/** Documents as text: `import sample from './sample.html'`. */
declare module '*.html' {
  const text: string;
  export default text;
}
declare module '*.txt' {
  const text: string;
  export default text;
}

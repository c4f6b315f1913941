/** The version of Hearsay, put in by the bundler. */
declare const VERSION: string;

/** Documents as text: `import sample from './sample.html'`. */
declare module '*.html' {
  const text: string;
  export default text;
}
declare module '*.txt' {
  const text: string;
  export default text;
}

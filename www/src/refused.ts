/** Something that cannot be read. Its message is a sentence that says why, and what to do. */
export class Refused extends Error {}

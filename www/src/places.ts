/** The places of the page that more than one part of it speaks of: the ids of their elements in `index.html`. */
export const SOURCE_MAP = 'source-map';

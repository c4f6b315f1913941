/** The id of the element that holds the source map: the card leads there. */
export const SOURCE_MAP = 'source-map';

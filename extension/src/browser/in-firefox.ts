/** Whether this is Firefox, for the few things that it does otherwise and that cannot be asked for by name. */
export const inFirefox = CSS.supports('-moz-appearance', 'none');

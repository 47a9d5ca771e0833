/** What a settler answers where only `keyOf` can say what the key is. */
export const UNSETTLED = -1

/**
 * Settles the spellings that need no library, byte by byte: writes the key of the value from[start … end) to `to` and returns its length, or
 * UNSETTLED. `keyOf` is the definition; each settler covers forms for which both give the same, and a test compares them. Values
 * are UTF-8, without blanks around, and never empty; `to` has room for them and a few bytes more.
 */
export type Settler = (from: Uint8Array, start: number, end: number, to: Uint8Array) => number

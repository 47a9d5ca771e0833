/**
 * For work that a request waits for: nobody is shown how far it is, and it is brought to its end although the caller has gone, for
 * what it does is half done otherwise.
 */
export const UNWATCHED = { progress: () => undefined, signal: new AbortController().signal } as const

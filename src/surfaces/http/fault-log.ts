/** How deep causes are followed. */
const DEEPEST = 5

/**
 * A fault and its causes for the log: kind, code, words and where. Of a failed query there are no words: they would quote what
 * stands in the rows, and no personal data goes into a log.
 */
export function faultsOf(
  fault: unknown,
): { readonly name: string; readonly code?: string; readonly says?: string; readonly at?: string }[] {
  const found = []
  for (let one = fault; one instanceof Error && found.length < DEEPEST; one = one.cause) {
    const { code } = one as { code?: unknown }
    const quotes = 'query' in one || 'params' in one || 'severity' in one
    found.push({
      name: one.name,
      ...(typeof code === 'string' ? { code } : {}),
      ...(quotes ? {} : { says: one.message.slice(0, 500) }),
      ...(one.stack === undefined
        ? {}
        : {
            at: one.stack
              .split('\n')
              .filter((line) => /^\s+at /.test(line))
              .slice(0, 8)
              .join('\n'),
          }),
    })
  }
  return found
}

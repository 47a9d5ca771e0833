import { ascii } from './ascii.ts'

/**
 * A name for comparing by equality only: order, case, marks, script and punctuation removed. "Müller, Jan" and "jan MULLER"
 * have one key. Deliberately no similarity: two names are the same or they are not, so renaming everybody consistently
 * changes no answer (R-002, F1).
 */
export function nameKey(full: string): string {
  const tokens =
    ascii(full.normalize('NFKC'))
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  return tokens.sort().join(' ')
}

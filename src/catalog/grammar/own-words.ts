const ESCAPE = /[.*+?^${}()|[\]\\]/g
const MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu
const ADDRESS = /(?:https?:\/\/|www\.)\S+/gi
const PHONE = /(?<![\p{L}\p{N}])\+?\(?\d[\d\s()./-]{7,18}\d(?![\p{L}\p{N}])/gu

/**
 * Prose without the person's own names and contacts, each replaced by `_`: passages are compared between personas, and a
 * name must not decide whether two texts are alike.
 */
export function withoutOwn(text: string, own: readonly string[]): string {
  const words = own
    .flatMap((name) => [name, ...name.split(/\s+/)])
    .map((word) => word.trim())
    .filter((word) => word.length > 1)
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length)
  // Contacts first: a name within an address would else leave half of it standing.
  const reachable = text.replace(MAIL, '_').replace(ADDRESS, '_').replace(PHONE, '_')
  return longestFirst.reduce(
    (rest, word) => rest.replace(new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(ESCAPE, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu'), '_'),
    reachable,
  )
}

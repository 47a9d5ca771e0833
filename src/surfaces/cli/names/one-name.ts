import { NAMES_DEFAULTS, type NamesOptions } from './options.ts'
import { screenOne } from './screen-one.ts'

/** Options that take one value, as commander names them. */
const TAKES_ONE: Readonly<Record<string, keyof NamesOptions>> = {
  '--limit': 'limit',
  '--min-score': 'minScore',
  '--mode': 'mode',
  '--as-of': 'asOf',
  '--data': 'data',
}

/**
 * Answers `names screen NAME` where nothing but these options is asked: the whole program with all its commands takes longer to load
 * than the answer to find. This is the way in of the file that is built for it (`npm run build:one-name`).
 *
 * @param words what follows `names screen`
 * @returns false where the program has to read the line; nothing has been done then
 */
export async function oneName(words: readonly string[]): Promise<boolean> {
  const asked = asOneName(words)
  if (asked === undefined) return false
  await screenOne(asked.name, asked.options)
  return true
}

export function asOneName(words: readonly string[]): { readonly name: string; readonly options: NamesOptions } | undefined {
  const given: Record<string, string | true> = {}
  const names: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    const takes = Object.hasOwn(TAKES_ONE, word) ? TAKES_ONE[word]! : undefined
    const value = words[at + 1]
    if (word === '--json') given['json'] = true
    else if (takes !== undefined && value !== undefined && !value.startsWith('-')) {
      given[takes] = value
      at++
    } else if (word.startsWith('-')) return undefined
    else names.push(word)
  }
  return names.length === 1 ? { name: names[0]!, options: { ...NAMES_DEFAULTS, ...given } } : undefined
}

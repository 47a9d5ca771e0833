import { ALONE, letterOf, SEVERAL, SKIP, spelled } from './letters.ts'

/** The words of a text as they are compared, with the places (UTF-16 units) where each begins and ends in it. */
export interface WordsAt {
  readonly words: readonly string[]
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** The same words as `Shingler` reads, for showing what two texts share; at most `most` of them. */
export function wordsAt(text: string, most = Number.POSITIVE_INFINITY): WordsAt {
  const found = { words: [] as string[], from: [] as number[], to: [] as number[] }
  let [word, begun, end] = ['', 0, 0]
  const close = (): void => {
    if (word !== '') {
      found.words.push(word)
      found.from.push(begun)
      found.to.push(end)
    }
    word = ''
  }
  for (let i = 0; i < text.length && found.words.length < most;) {
    const code = text.codePointAt(i) as number
    const after = i + (code > 0xffff ? 2 : 1)
    const letter = letterOf(code)
    if (letter === 0 || (letter & ALONE) !== 0) close()
    if (letter !== 0 && letter !== SKIP) {
      if (word === '') begun = i
      word += letter >= SEVERAL ? spelled(code) : String.fromCharCode(letter & 0xffff)
      end = after
      if ((letter & ALONE) !== 0) close()
    }
    i = after
  }
  if (found.words.length < most) close()
  return found
}

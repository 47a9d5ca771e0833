/** Numbers in names: digits, English words and ordinals, Roman numerals. They tell units, ships and funds apart. */

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  )
const WORDS = new Map<string, number>([
  ...UNITS.map((word, value): [string, number] => [word, value]),
  ...ORDINALS.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, place): [string, number] => [word, (place + 2) * 10]),
  ['fourty', 40],
  ['hundred', 100],
])
const ROMAN = new Map(
  'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ').map((word, at): [string, number] => [word, at + 1]),
)

/** "44", "0044", "44th" as 44; undefined for anything else. Of very long figures the last fifteen digits count. */
export function figure(word: string): number | undefined {
  const first = word.charCodeAt(0)
  if (first < 48 || first > 57) return undefined
  const digits = /^(\d+)(?:st|nd|rd|th)?$/.exec(word)
  return digits === null ? undefined : Number(digits[1]!.slice(-15))
}

/** The number that the words from `at` on spell ("forty four", "third") and how many they are. */
export function numberWordsAt(words: readonly string[], at: number): { value: number; words: number } | undefined {
  const first = WORDS.get(words[at]!)
  if (first === undefined) return undefined
  const next = at + 1 < words.length ? WORDS.get(words[at + 1]!) : undefined
  if (next === undefined) return { value: first, words: 1 }
  if (first >= 20 && first < 100 && next > 0 && next < 10) return { value: first + next, words: 2 }
  if (first > 0 && first < 10 && next === 100) return { value: first * 100, words: 2 }
  return { value: first, words: 1 }
}

export const romanNumber = (word: string): number | undefined => ROMAN.get(word)

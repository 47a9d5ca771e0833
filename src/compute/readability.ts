/** Sentences of running text: headings and items of lists end a sentence, brackets hold somebody else's words. */
const sentencesOf = (text: string): readonly string[] =>
  text
    .replace(/\[[^\]]*\]/g, 'this')
    .split('\n')
    .map((line) => line.replace(/^(?:#+|-)\s+/, ''))
    .flatMap((line) => line.split(/(?<=[.!?:])\s+/))
    .filter((sentence) => /\p{L}/u.test(sentence))

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .match(/[a-z']+/gi) ?? []

/** Groups of vowels, without a silent final e; at least one. English. */
export function syllables(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '')
  const bare = /[^aeiouy]les?$/.test(plain)
    ? plain
    : plain.replace(/(?:e|es|ed)$/, (end) => (end === 'ed' && /[td]ed$/.test(plain) ? end : ''))
  return Math.max(1, bare.match(/(?:[aeiou]|y(?![aeiou]))+/g)?.length ?? 0)
}

/** Flesch–Kincaid grade level of English text (Kincaid and others, 1975): years of school that it takes to read it. */
export function gradeLevel(text: string): number {
  const sentences = sentencesOf(text)
  const words = sentences.flatMap(wordsOf)
  return (0.39 * words.length) / sentences.length + (11.8 * words.reduce((n, word) => n + syllables(word), 0)) / words.length - 15.59
}

import { Texts } from '../src/compute/near-duplicates/texts.ts'
import { seeded, type Chance } from './chance.ts'

/** Pseudo-words of the language that is made, and how many may follow each. */
const VOCABULARY = 6_000
const FOLLOWERS = 400
const WORDS_A_TEXT = 309
/** One text in ten is an edited copy of an earlier one: this share of its words is exchanged, dropped or put in anew. */
const COPIED = 0.105
const [LEAST_EDITED, MOST_EDITED] = [0.01, 0.15]

/** Copies are made of the first texts, so that those need not all be kept. */
const SOURCES = 50_000

const SYLLABLES =
  'ba be bi bo bu ca ce co da de di do fa fe fi ga go ha he hi ja ka ke ko la le li lo lu ma me mi mo na ne ni no pa pe po ra re ri ro ru sa se si so ta te ti to tu va ve vi wa we za ren tor mal vin ster dal gor pil'.split(
    ' ',
  )

export interface Corpus {
  readonly texts: Texts
  /** Pairs (earlier text, its edited copy). */
  readonly planted: readonly (readonly [number, number])[]
}

/**
 * Synthetic texts of about 2.3 KB: each word is drawn from those that may follow the one before (a Markov chain of order one),
 * words and followers with Zipf frequencies. `template` is the share of each text that is the same page in all of them.
 */
export function corpusOf(count: number, seed: number, template = 0): Corpus {
  const random = seeded(seed)
  const language = languageOf(random)
  const page = Array.from(sentence(language, random, Math.round(WORDS_A_TEXT * template)))
  const texts = new Texts()
  const planted: (readonly [number, number])[] = []
  const made: Uint16Array[] = []
  for (let i = 0; i < count; i++) {
    const of = i > 0 && part(random) < COPIED ? random.below(made.length) : undefined
    const own =
      of === undefined ? sentence(language, random, WORDS_A_TEXT - page.length) : edited(made[of] as Uint16Array, language, random)
    if (made.length < SOURCES) made.push(own)
    if (of !== undefined) planted.push([of, i])
    texts.add([...page, ...own].map((w) => language.spelled[w] as string).join(' '))
  }
  return { texts, planted }
}

const part = (random: Chance): number => random.below(2 ** 30) / 2 ** 30

interface Language {
  readonly spelled: readonly string[]
  readonly followers: readonly Uint16Array[]
}

function languageOf(random: Chance): Language {
  const seen = new Set<string>()
  const spelled: string[] = []
  while (spelled.length < VOCABULARY) {
    // Frequent words are short.
    const syllables = 1 + random.below(2) + (spelled.length > 20 ? 1 : 0) + (spelled.length > 100 ? random.below(2) + 1 : 0)
    const word = Array.from({ length: syllables }, () => SYLLABLES[random.below(SYLLABLES.length)]).join('')
    if (seen.has(word)) continue
    seen.add(word)
    const ended = spelled.length % 11 === 3 ? `${word},` : spelled.length % 17 === 5 ? `${word}.` : word
    spelled.push(spelled.length % 7 === 2 ? ended[0]?.toUpperCase() + ended.slice(1) : ended)
  }
  return { spelled, followers: spelled.map(() => Uint16Array.from({ length: FOLLOWERS }, () => zipf(random, VOCABULARY))) }
}

/** A rank below `n`, frequent ones low: the density falls with the rank (Zipf's law with exponent one). */
const zipf = (random: Chance, n: number): number => Math.min(n - 1, Math.floor(Math.exp(part(random) * Math.log(n + 1))) - 1)

function sentence({ followers }: Language, random: Chance, length: number): Uint16Array {
  const out = new Uint16Array(length)
  let word = zipf(random, VOCABULARY)
  for (let i = 0; i < length; i++) {
    out[i] = word
    word = (followers[word] as Uint16Array)[zipf(random, FOLLOWERS)] as number
  }
  return out
}

function edited(of: Uint16Array, { spelled }: Language, random: Chance): Uint16Array {
  const rate = LEAST_EDITED + part(random) * (MOST_EDITED - LEAST_EDITED)
  const out: number[] = []
  for (const word of of) {
    if (part(random) >= rate) out.push(word)
    else if (part(random) < 0.6) out.push(zipf(random, spelled.length))
    else if (part(random) < 0.5) out.push(word, zipf(random, spelled.length))
  }
  return Uint16Array.from(out)
}

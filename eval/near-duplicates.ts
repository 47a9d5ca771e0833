import { basename } from 'node:path'
import { seeded } from '../bench/chance.ts'
import { catalog } from '../src/catalog/index.gen.ts'
import { nearDuplicates, type Found } from '../src/compute/near-duplicates/find.ts'
import { Texts } from '../src/compute/near-duplicates/texts.ts'
import { wordsAt } from '../src/compute/near-duplicates/words-at.ts'
import { documentTexts } from '../src/engine/dedupe-text.ts'
import { recognise } from '../src/engine/intake.ts'
import { inlineSandbox } from './inline-parts.ts'
import { resumesOf } from './resumes.ts'
import type { Share } from './share.ts'

const LEAST = 0.5
const SEED = 20_220_522
/** Share of a copy's words that is exchanged, left out or put in anew. */
const EDITED = [0.01, 0.05, 0.1, 0.15] as const
/** Where template text has been seen to bring different people. */
const [TEMPLATE_FROM, TEMPLATE_TO] = [0.15, 0.25]

export interface NearDuplicateMeasures {
  /** Files of which enough text was read. */
  readonly texts: number
  readonly persons: number
  /** Pairs of different persons: those called alike, of all. */
  readonly strangers: Share
  /** Of these pairs, similarity in the range that templates reach, and above it but below the line. */
  readonly template: number
  readonly above: number
  readonly highest: number
  /** Pairs of one person that the index calls near duplicates, and that are called alike here. */
  readonly nearDuplicates: Share
  /** Copies planted, by share of words edited: found of those whose similarity is at the line or above it, and how many were planted. */
  readonly planted: readonly { readonly edited: number; readonly found: Share; readonly planted: number }[]
}

/** Real CVs beside one another, and copies of them with words edited by a seed. Counts only leave this function. */
export async function measureNearDuplicates(shared: string): Promise<NearDuplicateMeasures> {
  const { resumes, nearDuplicates: known } = resumesOf(shared)
  const read: { readonly path: string; readonly person: string; readonly text: string }[] = []
  const sandbox = inlineSandbox(catalog.readers)
  for (const { path, person, bytes, noTextLayer } of resumes) {
    if (noTextLayer) continue
    const text = await textOf(sandbox, path, bytes)
    if (text !== undefined) read.push({ path, person, text })
  }
  const sets = read.map(({ text }) => shinglesOf(text))
  const found = find(read.map(({ text }) => text))
  const areLinked = linking(found)
  const same = new Set(known.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
  const count = { strangers: 0, linked: 0, template: 0, above: 0, highest: 0, known: 0, knownFound: 0 }
  for (const [j, b] of read.entries())
    for (const [i, a] of read.slice(0, j).entries()) {
      const linked = areLinked(i, j)
      if (same.has(`${a.path} ${b.path}`)) {
        count.known++
        if (linked) count.knownFound++
      } else if (a.person !== b.person) {
        const similarity = jaccard(sets[i]!, sets[j]!)
        count.strangers++
        if (linked) count.linked++
        if (similarity >= TEMPLATE_FROM && similarity <= TEMPLATE_TO) count.template++
        if (similarity > TEMPLATE_TO && similarity < LEAST) count.above++
        count.highest = Math.max(count.highest, similarity)
      }
    }
  return {
    texts: read.length,
    persons: new Set(read.map((r) => r.person)).size,
    strangers: { n: count.linked, of: count.strangers },
    template: count.template,
    above: count.above,
    highest: count.highest,
    nearDuplicates: { n: count.knownFound, of: count.known },
    planted: EDITED.map((edited) =>
      plant(
        read.map((r) => r.text),
        edited,
      ),
    ),
  }
}

/** One edited copy of each text among the texts: which are found of those that are alike at all. */
function plant(texts: readonly string[], edited: number): NearDuplicateMeasures['planted'][number] {
  const random = seeded(SEED)
  const vocabulary = texts.flatMap((text) => wordsAt(text).words)
  const chance = (): number => random.below(2 ** 30) / 2 ** 30
  const copies = texts.map((text) =>
    text
      .split(/\s+/)
      .flatMap((word) => {
        if (chance() >= edited) return [word]
        const other = vocabulary[random.below(vocabulary.length)] as string
        const how = random.below(3)
        return how === 0 ? [other] : how === 1 ? [] : [word, other]
      })
      .join(' '),
  )
  const linked = linking(find([...texts, ...copies]))
  const wanted = texts.flatMap((text, i) => (jaccard(shinglesOf(text), shinglesOf(copies[i] as string)) >= LEAST ? [i] : []))
  return { edited, found: { n: wanted.filter((i) => linked(i, texts.length + i)).length, of: wanted.length }, planted: texts.length }
}

/** Are two texts called alike, or equal? Of equal texts the first stands for all. */
function linking({ pairs, firstEqual }: Found): (i: number, j: number) => boolean {
  const alike = new Set(Array.from(pairs.a, (a, k) => `${a} ${pairs.b[k]}`))
  return (i, j) => {
    const [x, y] = [firstEqual[i] as number, firstEqual[j] as number]
    return x === y || alike.has(`${Math.min(x, y)} ${Math.max(x, y)}`)
  }
}

function find(list: readonly string[]): Found {
  const texts = new Texts()
  for (const text of list) texts.add(text)
  const work = nearDuplicates(texts, LEAST)
  for (;;) {
    const next = work.next()
    if (next.done === true) return next.value
  }
}

async function textOf(sandbox: ReturnType<typeof inlineSandbox>, path: string, bytes: Uint8Array): Promise<string | undefined> {
  const name = basename(path)
  // What cannot be read, or has too little text, is measured where reading is.
  const reading = await Promise.resolve()
    .then(() => sandbox.read(recognise(catalog.readers, { bytes, name }).id, { bytes, name }))
    .then((given) => documentTexts(name, given))
    .catch(() => undefined)
  return reading?.map(({ text }) => text).join('\n')
}

/** Three words in a row, as strings: nothing of the product's hashing. */
function shinglesOf(text: string): ReadonlySet<string> {
  const { words } = wordsAt(text)
  return new Set(words.length < 3 ? [words.join(' ')] : words.slice(2).map((_, i) => words.slice(i, i + 3).join(' ')))
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((shingle) => b.has(shingle)).length
  return both / (a.size + b.size - both)
}

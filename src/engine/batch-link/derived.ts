import { NONE, type Records, type Spellings } from '../../compute/record-linkage/columns.ts'
import type { Part } from './blocks.ts'

const DECODER = new TextDecoder()

/** Names that begin with one letter and sound alike: the first letter and the next consonants, doubled ones once. */
export function soundKeys(records: Records, column: number): Part {
  return mapped(records, column, (text) => {
    const bare = text.replaceAll(' ', '')
    const sound = bare
      .slice(1)
      .replace(/ph/g, 'f')
      .replace(/ck|q|c/g, 'k')
      .replace(/z/g, 's')
      .replace(/[aeiouyhw]/g, '')
      .replace(/(.)\1+/g, '$1')
    return bare === '' ? undefined : `${bare[0]}${sound.slice(0, 3)}`
  })
}

/** Addresses and texts that begin with the same letters. */
export const beginningKeys = (records: Records, column: number): Part =>
  mapped(records, column, (text) => (text.length < 4 ? undefined : text.replaceAll(' ', '').slice(0, 6)))

/** Bands of a signature of the words: texts that share most words share a band. */
const BANDS = 8
const ROWS = 2
/** Longer texts are looked at in runs of three words: single words of a language stand in every one of them. */
const LONG = 30

/**
 * MinHash bands over words (A. Broder, "On the resemblance and containment of documents", 1997). With 8 bands of 2 rows, texts of
 * Jaccard similarity J share a band with probability 1 − (1 − J²)⁸: 90 % at 0.5, 99 % at 0.7.
 */
export function wordKeys(records: Records, column: number): Part {
  const spellings = records.columns[column]!.spellings
  const codes = spellings === undefined ? 0 : spellings.offsets.length - 1
  const starts = new Uint32Array(codes + 1)
  const keys: number[] = []
  const known = new Map<number, number>()
  for (let code = 0; code < codes; code++) {
    const words = textOf(spellings!, code).split(' ')
    if (words.length > 1) {
      const own = new Set(
        bandsOf(words).map((band) => {
          const key = known.get(band) ?? known.size
          known.set(band, key)
          return key
        }),
      )
      keys.push(...own)
    }
    starts[code + 1] = keys.length
  }
  return { column, several: { starts, keys: Uint32Array.from(keys) }, keys: known.size }
}

function bandsOf(words: readonly string[]): number[] {
  const run = words.length < LONG ? 1 : 3
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff)
  for (let w = 0; w + run <= words.length; w++) {
    const hash = hashOf(words.slice(w, w + run).join(' '))
    for (let r = 0; r < least.length; r++) {
      const value = mixed(hash ^ Math.imul(r + 1, 0x9e3779b1))
      if (value < least[r]!) least[r] = value
    }
  }
  return Array.from({ length: BANDS }, (_, band) => {
    let key = mixed(band + 1)
    for (let r = 0; r < ROWS; r++) key = mixed(key ^ least[band * ROWS + r]!)
    return key
  })
}

function mapped(records: Records, column: number, make: (text: string) => string | undefined): Part {
  const spellings = records.columns[column]!.spellings!
  const known = new Map<string, number>()
  const map = new Uint32Array(spellings.offsets.length - 1).fill(NONE)
  for (let code = 0; code < map.length; code++) {
    const key = make(textOf(spellings, code))
    if (key === undefined) continue
    const dense = known.get(key) ?? known.size
    known.set(key, dense)
    map[code] = dense
  }
  return { column, map, keys: known.size }
}

const textOf = ({ bytes, offsets }: Spellings, code: number): string => DECODER.decode(bytes.slice(offsets[code], offsets[code + 1]))

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** Murmur3's finaliser. */
function mixed(value: number): number {
  let h = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

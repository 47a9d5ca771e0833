import type { Random } from './random.ts'

const STREETS = [
  'Larkfinch',
  'Hollowbrook',
  'Tannery',
  'Quillmaker',
  'Saltgrass',
  'Weirside',
  'Cooper',
  'Lantern',
  'Thistledown',
  'Mulberry',
]
const KINDS = [
  ['Street', 'St'],
  ['Road', 'Rd'],
  ['Lane', 'Ln'],
  ['Avenue', 'Ave'],
] as const
const TOWNS = ['Elmhaven', 'Northmere', 'Sandreach', 'Oldquay', 'Millbeck'] as const

export interface Street {
  readonly long: string
  /** The same address as somebody else writes it. */
  readonly short: string
}

/** Invented addresses, each once. There is no such town, and no such postcode. */
export function streets(random: Random): () => Street {
  const taken = new Set<string>()
  return () => {
    for (;;) {
      const name = random.pick(STREETS)
      const [long, short] = random.pick(KINDS)
      const number = random.int(2, 240)
      const unit = random.int(1, 19)
      const town = random.pick(TOWNS)
      const code = `0000${random.int(1, 9)}`
      const key = `${number} ${name} ${long} ${town}`
      if (taken.has(key)) continue
      taken.add(key)
      return {
        long: `${number} ${name} ${long}, Unit ${unit}, ${town} ${code}`,
        short: `${number} ${name} ${short} #${unit}, ${town}, ${code}`,
      }
    }
  }
}

import type { AnyStatement } from '../src/model/statement.ts'
import { seeded, type Chance } from './chance.ts'

export interface Planted {
  readonly kind: 'phone' | 'wallet' | 'text'
  readonly a: string
  readonly b: string
}

export interface Population {
  readonly personas: readonly string[]
  readonly planted: readonly Planted[]
  readonly statements: number
  /** The same for the same persona, made anew at every call. Ids are `<persona>.<n>`. */
  statementsOf(persona: string): AnyStatement[]
}

/** One planted pair of each kind in so many personas. */
const ONE_IN = 200
/** Words of a passage, drawn from this many: no phrase of seven comes twice by chance. */
const WORDS = 60
const VOCABULARY = 4_000
const SYLLABLES = [
  'ba',
  'cor',
  'del',
  'fin',
  'gra',
  'hol',
  'jun',
  'kem',
  'lar',
  'mos',
  'nor',
  'pel',
  'qui',
  'ras',
  'sten',
  'tor',
  'vul',
  'wes',
  'yar',
  'zin',
] as const

/**
 * Invented people with a name, a mailbox, a number, a job and a passage of prose each, and pairs of different people who share
 * a number, a wallet or, nearly word for word, their prose. Five statements a persona, as the smallest package has.
 */
export function populationOf(count: number, seed: number): Population {
  const chance = seeded(seed)
  const personas = Array.from({ length: count }, (_, i) => `p-${i.toString(16).padStart(16, '0')}`)
  const vocabulary = Array.from(
    { length: VOCABULARY },
    (_, i) => `${SYLLABLES[i % 20]}${SYLLABLES[Math.floor(i / 20) % 20]}${SYLLABLES[Math.floor(i / 400) % 20]}`,
  )
  const planted: Planted[] = []
  const partner = new Map<string, Planted>()
  const drawn = chance.shuffled(personas.map((_, i) => i)).slice(0, Math.floor(count / ONE_IN) * 6)
  for (let i = 0; i + 1 < drawn.length; i += 2) {
    const pair: Planted = {
      kind: (['phone', 'wallet', 'text'] as const)[(i / 2) % 3] ?? 'text',
      a: personas[drawn[i] ?? 0] ?? '',
      b: personas[drawn[i + 1] ?? 0] ?? '',
    }
    planted.push(pair)
    partner.set(pair.b, pair)
    partner.set(pair.a, pair)
  }
  const number = (id: string): number => Number.parseInt(id.slice(2), 16)
  return {
    personas,
    planted,
    statements: count * 5,
    statementsOf: (id) => statements(id, { seed, vocabulary, pair: partner.get(id), number: number(id) }),
  }
}

interface Made {
  readonly seed: number
  readonly vocabulary: readonly string[]
  readonly pair: Planted | undefined
  readonly number: number
}

function statements(id: string, { seed, vocabulary, pair, number }: Made): AnyStatement[] {
  const chance = seeded(seed + 7 * number)
  const word = (of: Chance): string => vocabulary[of.below(vocabulary.length)] ?? ''
  const names = `${word(chance)} ${word(chance)}`
  const shared = pair === undefined ? undefined : Number.parseInt(pair.a.slice(2), 16)
  const prose = passage(seeded(seed + 7 * (pair?.kind === 'text' ? (shared ?? number) : number) + 3), word)
  // The second of two copies differs in one word.
  if (pair?.kind === 'text' && pair.b === id) prose[3] = word(chance)
  const phone = `+1${2_000_000_000 + (pair?.kind === 'phone' ? (shared ?? 0) : number)}`
  const year = 2008 + chance.below(10)
  const values: readonly (readonly [property: string, value: unknown])[] = [
    ['person-name', { full: names }],
    ['email', `${names.replace(' ', '.')}.${number}@example.com`],
    pair?.kind === 'wallet' ? ['wallet', { chain: 'evm', address: `0x${(shared ?? 0).toString(16).padStart(40, 'a')}` }] : ['phone', phone],
    [
      'job',
      {
        employer: `${word(chance)} ${word(chance)}`,
        title: 'Engineer',
        from: `${year}-0${1 + chance.below(9)}`,
        to: `${year + 3}-0${1 + chance.below(9)}`,
      },
    ],
    ['passage', { text: prose.join(' '), kind: 'paragraph' }],
  ]
  const artifact = number.toString(16).padStart(64, '0')
  return values.map(([property, value], n) => ({
    id: `${id}.${n}`,
    subject: id,
    property,
    value,
    basis: 'claimed',
    seenIn: { artifact, at: `line=${n + 1}`, role: 'resume' },
    held: '2026-01-01T00:00:00.000Z',
    readBy: 'bench@1',
  })) as unknown as AnyStatement[]
}

const passage = (chance: Chance, word: (of: Chance) => string): string[] => Array.from({ length: WORDS }, () => word(chance))

import type { Persona } from '../src/model/persona.ts'
import type { AnyStatement, PersonaId } from '../src/model/statement.ts'
import { seeded } from './chance.ts'
import { TEMPLATE } from './links-filled.ts'

/** Bullets of its résumé, and words of a bullet. */
const [BULLETS, WORDS, VOCABULARY] = [20, 18, 4_000]
const HELD = '2026-01-01T00:00:00.000Z'

/**
 * Somebody who has the mailbox of one who is there already, and the address of an office, the network of a campus and the page of a
 * template that very many have. The n-th is the same whatever the size of the index.
 */
export function newcomer(n: number, personas: number): { persona: Persona; statements: readonly AnyStatement[]; partner: PersonaId } {
  const id = `p-f${String(n).padStart(15, '0')}`
  const chance = seeded(7 + n)
  const other = 50 * (1 + (n % Math.floor(personas / 50 - 1))) + 2
  const values: readonly (readonly [property: string, value: unknown])[] = [
    ['person-name', { full: `Newcomer ${n}` }],
    ['email', `made${other}@example.com`],
    ['phone', `+1202556${String(n).padStart(7, '0')}`],
    ['postal-address', `office ${n % 10}`],
    ['device', { id: `newcomer-${n}`, kind: 'cookie', at: HELD }],
    ['network-address', { ip: `192.0.2.${n % 10}`, at: HELD }],
    ['passage', { text: TEMPLATE, kind: 'bullet' }],
    ...Array.from({ length: BULLETS }, () => {
      const text = Array.from({ length: WORDS }, () => `word${chance.below(VOCABULARY)}x`).join(' ')
      return ['passage', { text, kind: 'bullet' }] as const
    }),
  ]
  const statements = values.map(([property, value], i) => ({
    id: `${id}.${i}`,
    subject: id,
    property,
    value,
    basis: 'claimed',
    seenIn: { artifact: n.toString(16).padStart(64, 'f'), at: `line=${i + 1}`, role: 'resume' },
    held: HELD,
    readBy: 'bench@1',
  })) as unknown as AnyStatement[]
  const persona: Persona = {
    id,
    source: 'bench',
    received: '2026-02-01T00:00:00.000Z',
    status: 'open',
    requisition: undefined,
    retention: 'candidate-open',
    keepUntil: '2027-01-01T00:00:00.000Z',
  }
  return { persona, statements, partner: `p-${other.toString(16).padStart(16, '0')}` }
}

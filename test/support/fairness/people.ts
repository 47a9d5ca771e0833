import { digest, digest32 } from '../../../src/compute/digest.ts'
import { nameKey } from '../../../src/compute/name-key.ts'
import { statementOf } from '../../../src/engine/record.ts'
import type { AnyDraft, AnyStatement, Basis, Role } from '../../../src/model/statement.ts'
import type { Property, ValueOf } from '../../../src/model/vocabulary.ts'
import { nameOf, type Group } from './groups.ts'

/**
 * Invented applicants as statements, from templates with slots. What belongs to where somebody comes from (name, city, school,
 * postcode, telephone prefix, clock, font) is filled from a group; everything else follows from the applicant's number alone, so the
 * same number in two groups is the same persona moved as a whole.
 */
export interface Slots {
  name: string
  /** Local part of the mailbox: people make it of their name, so it moves with the whole persona and stays when only the name changes. */
  mailbox: string
  city: string
  school: string
  postcode: string
  phone: string
  offset: number
  font: string
}

export function slotsOf(group: Group, n: number): Slots {
  const city = group.cities[n % 3] as string
  const name = nameOf(group, n)
  return {
    name,
    mailbox: `${nameKey(name).replaceAll(' ', '.') || 'applicant'}.${n}`,
    city,
    school: `${group.cities[(n + 1) % 3] as string} Technical University`,
    // In the shape of the place: letters and digits differ by group, the number by applicant.
    postcode: `${group.code === 'GB' || group.code === 'NL' ? 'LS' : ''}${10_000 + Number(group.calling) * 7 + n}`,
    phone: `+${group.calling}${(5_550_000_000 + n).toString().slice(0, 10)}`,
    offset: group.offset,
    font: group.font,
  }
}

export interface Applicant {
  readonly id: string
  /** Number of the template it was made of; equal in every group. */
  readonly n: number
  readonly statements: readonly AnyStatement[]
}

const HELD = '2026-01-15T09:00:00.000Z'

/** Gathers drafts of one applicant into artifacts by role. */
export class Pen {
  readonly id: string
  readonly #drafts = new Map<string, AnyStatement>()
  #line = 0

  constructor(id: string) {
    this.id = id
  }

  write<P extends Property>(
    role: Role,
    property: P,
    value: ValueOf<P>,
    basis: Basis = role === 'code-account' ? 'observed' : 'claimed',
  ): this {
    this.#line += 1
    const draft = { about: 'self', property, value, basis, at: `line=${this.#line}` } as unknown as AnyDraft
    const made = statementOf(this.id, draft, { artifact: digest(`${this.id} ${role}`), role, held: HELD, readBy: 'test@1' })
    this.#drafts.set(made.id, made)
    return this
  }

  applicant(n: number): Applicant {
    return { id: this.id, n, statements: [...this.#drafts.values()] }
  }
}

/** Small and repeatable; one number, one stream. */
function stream(seed: string): (upTo: number) => number {
  let state = Number.parseInt(digest(seed).slice(0, 8), 16)
  return (upTo) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * upTo)
  }
}

const list = (text: string): readonly string[] => text.split(' ')
const VERBS = list(
  'Rebuilt Replaced Designed Shipped Measured Untangled Automated Mentored Documented Migrated Hardened Retired Simplified Tuned Traced Prototyped Budgeted Staffed Audited Packaged',
)
const THINGS = list(
  'invoices ledgers dispatches bookings manifests thermostats vouchers catalogues tariffs itineraries inspections subscriptions rosters meters archives blueprints timetables warranties claims sensors parcels mortgages prescriptions elevators turbines playlists lessons tickets harvests permits',
)
const PARTS = list(
  'queue parser cache gateway scheduler index pipeline exporter simulator sandbox broker ledger router notifier validator compiler planner sampler mirror watchdog',
)
const ENDS = list(
  'nightly weekly quietly twice yearly abroad offline remotely together alone reliably cheaply early safely daily openly swiftly evenly locally gradually',
)
const EMPLOYERS = list(
  'Norrport Lakeside Quillon Varnum Ostrava Tessell Bramwick Calder Dunmore Elling Farrow Garrick Hollin Istmere Jarrow Kestrel Lomond Merrow Nantwell Orrin Pellor Quenby Rostow Selby Tarn Ulven Vessey Wexcombe Yarrow Zellick',
)
const TRADES = list('Freight Energy Foods Insurance Textiles Optics Logistics Games Rail Paper Water Timber Media Finance Marine')
const TITLES = ['Software Engineer', 'Data Engineer', 'Frontend Developer', 'Platform Engineer', 'QA Engineer']
const SKILLS = list('Java Python SQL Linux Git Kubernetes TypeScript Terraform Kafka Spark React Go Rust Redis')

/** An honest applicant: nothing contradicts, nothing is shared. About twenty statements. */
export function honest(pen: Pen, n: number, slots: Slots): Pen {
  const pick = stream(`honest ${n}`)
  const of = (words: readonly string[]): string => words[pick(words.length)] as string
  pen
    .write('resume', 'person-name', { full: slots.name })
    .write('resume', 'email', `${slots.mailbox}@example.com`)
    .write('resume', 'phone', slots.phone)
    .write('resume', 'place', { text: slots.city, scope: 'residence' })
    .write('resume', 'postal-address', `${n + 1} Mill Lane, ${slots.postcode} ${slots.city}`)
    .write('resume', 'education', { school: slots.school, degree: 'BSc Computer Science', from: '2008', to: '2012' })
    .write('resume', 'document-metadata', {
      format: 'pdf',
      producer: 'LibreOffice 7.4',
      fonts: [slots.font],
      created: '2025-10-01T10:00:00.000Z',
      modified: '2025-10-01T10:00:00.000Z',
      pages: 2,
      words: 400,
    })
    .write('resume', 'document-author', { full: slots.name, field: 'author' })
    .write('resume', 'document-author-digest', { digest: digest32(nameKey(slots.name)), field: 'author' })
  let month = 2012 * 12 + 6 + pick(6)
  for (let i = 0; i < 3; i += 1) {
    const end = month + 14 + pick(30)
    const job = {
      employer: `${of(EMPLOYERS)} ${of(TRADES)}`,
      title: of(TITLES),
      from: yearMonth(month),
      to: i === 2 ? ('present' as const) : yearMonth(end),
    }
    pen.write('resume', 'job', job)
    pen.write('resume', 'passage', {
      text: `${of(VERBS)} ${3 + pick(90)} ${of(THINGS)} ${of(PARTS)}s so ${of(THINGS)} and ${of(THINGS)} could run ${of(ENDS)}; ${of(VERBS).toLowerCase()} a ${of(PARTS)} for ${of(EMPLOYERS)} ${of(ENDS)}.`,
      kind: 'bullet',
    })
    month = end + 1 + pick(3)
  }
  pen.write('resume', 'skill', { name: of(SKILLS), years: 2 + pick(5) })
  pen.write('application', 'application', { role: of(TITLES), at: `2026-01-${String(1 + pick(14)).padStart(2, '0')}T10:00:00.000Z` })
  pen.write('application', 'network-address', { ip: `2001:db8:${(n + 1).toString(16)}::1`, at: '2026-01-10T10:00:00.000Z' }, 'observed')
  pen.write('mail', 'mail', { from: `${slots.mailbox}@example.com`, date: '2026-01-10T10:00:00.000Z', offsetMinutes: slots.offset })
  return pen
}

const yearMonth = (months: number): string => `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`

/** The group's n-th honest applicant. */
export const honestOf = (group: Group, n: number): Applicant => honest(new Pen(idOf(n)), n, slotsOf(group, n)).applicant(n)

/** Ids follow from the number alone: they are the same in every group. */
export const idOf = (n: number): string => `p-${digest(`fairness ${n}`).slice(0, 16)}`

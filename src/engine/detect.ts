import { digest32 } from '../compute/digest.ts'
import type { Catalog } from '../kit/catalog.ts'
import { shippedNumbers, type Detector } from '../kit/detector.ts'
import type { Input, Relation, View } from '../kit/input.ts'
import { writeNumbers, type Numbers } from '../model/numbers.ts'
import { isNonEmpty, type AnyStatement, type PersonaId } from '../model/statement.ts'
import type { Finding, Outcome, Sighting } from '../model/finding.ts'
import type { Tx } from './ports.ts'
import { groupBySubject } from './relate.ts'
import { numbersInForce } from './thresholds/in-force.ts'

/** What every detector said about one persona. */
export interface Detection {
  readonly persona: PersonaId
  readonly outcomes: ReadonlyMap<string, Outcome>
  readonly findings: readonly Finding[]
  /** What those would have said that were asked by other numbers as well. Nothing of it is weighed or shown beside the findings. */
  readonly tried: ReadonlyMap<string, Tried>
}

interface Tried {
  readonly outcome: Outcome
  readonly findings: readonly Finding[]
}

/** Numbers by detector, where they are other than shipped. */
type ByDetector = ReadonlyMap<string, { readonly numbers: Numbers }>

/** By which numbers the detectors ask, and by which others they are asked beside it. */
export interface Asking {
  readonly active: ByDetector
  readonly shadow: ByDetector
}

/** The value of an input for one persona, absent with what is missing, or failed with why. */
type Built =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'missing'; readonly what: string }
  | { readonly kind: 'failed'; readonly error: string }

const runs = (detector: Detector): boolean => detector.status === 'stable' || detector.status === 'shadow'

/**
 * Runs every detector of the catalogue over these personas, by the numbers in force unless others are given. Pure in the statements,
 * derived rows and numbers it reads.
 */
export async function detect(
  tx: Tx,
  catalog: Pick<Catalog, 'detectors'>,
  personas: readonly PersonaId[],
  by?: Asking,
): Promise<readonly Detection[]> {
  const detectors = catalog.detectors.filter(runs)
  const asking = by ?? (await numbersInForce(tx, catalog))
  const statements = groupBySubject(await tx.statementsOf(personas))
  const relations = await relationRows(tx, detectors, statements)
  return personas.map((persona) => detectOne(persona, { detectors, asking }, statements.get(persona) ?? [], relations))
}

type RelationRows = ReadonlyMap<string, ReadonlyMap<PersonaId, readonly unknown[]> | { readonly failed: string }>

/**
 * One query a relation, whatever the number of personas and of detectors that need it, about those personas who have a statement
 * that it reads; the others lack the input whatever the query says.
 */
async function relationRows(
  tx: Tx,
  detectors: readonly Detector[],
  statements: ReadonlyMap<PersonaId, readonly AnyStatement[]>,
): Promise<RelationRows> {
  const properties = new Map([...statements].map(([persona, own]) => [persona, new Set<string>(own.map((s) => s.property))]))
  const needed = new Map<string, Relation<unknown>>()
  for (const detector of detectors)
    for (const input of Object.values(detector.needs)) if (input.kind === 'relation') needed.set(input.id, input)
  const all = new Map<string, Map<PersonaId, unknown[]> | { failed: string }>()
  for (const relation of needed.values()) {
    const asked = [...properties].flatMap(([persona, has]) => (relation.reads.some((property) => has.has(property)) ? [persona] : []))
    if (asked.length === 0) continue
    try {
      const byPersona = new Map<PersonaId, unknown[]>()
      for (const raw of await tx.relation(relation.sql, asked)) {
        const persona = String(raw['persona'])
        const rows = byPersona.get(persona) ?? []
        rows.push(relation.row(raw))
        byPersona.set(persona, rows)
      }
      all.set(relation.id, byPersona)
    } catch (error) {
      all.set(relation.id, { failed: messageOf(error) })
    }
  }
  return all
}

function detectOne(
  persona: PersonaId,
  { detectors, asking }: { readonly detectors: readonly Detector[]; readonly asking: Asking },
  statements: readonly AnyStatement[],
  relations: RelationRows,
): Detection {
  const byProperty = new Map<string, AnyStatement[]>()
  for (const s of statements) {
    const list = byProperty.get(s.property)
    if (list === undefined) byProperty.set(s.property, [s])
    else list.push(s)
  }
  const built = new Map<string, Built>()
  const outcomes = new Map<string, Outcome>()
  const findings: Finding[] = []
  const tried = new Map<string, Tried>()
  const input = (of: Input): Built => {
    const key = `${of.kind} ${of.id}`
    const known = built.get(key)
    if (known !== undefined) return known
    const fresh = of.kind === 'view' ? buildView(of, byProperty) : takeRows(of, persona, byProperty, relations)
    built.set(key, fresh)
    return fresh
  }
  for (const detector of detectors) {
    const said = ask(detector, persona, { input, numbers: asking.active.get(detector.id)?.numbers })
    outcomes.set(detector.id, said.outcome)
    findings.push(...said.findings)
    const other = asking.shadow.get(detector.id)
    if (other !== undefined) tried.set(detector.id, ask(detector, persona, { input, numbers: other.numbers }))
  }
  return { persona, outcomes, findings: dedupe(findings), tried }
}

interface Put {
  readonly input: (of: Input) => Built
  /** Undefined: as shipped. */
  readonly numbers: Numbers | undefined
}

function ask(detector: Detector, persona: PersonaId, put: Put): Tried {
  const outcome = run(detector, persona, put)
  const findings = outcome.kind === 'fired' ? outcome.findings.map((sighting) => findingOf(detector, persona, sighting, put.numbers)) : []
  return { outcome, findings: dedupe(findings) }
}

/** One detector on the inputs it asked for. Never throws: a fault is the outcome `failed`, with the reason. */
function run(detector: Detector, persona: PersonaId, { input, numbers }: Put): Outcome {
  const given: Record<string, unknown> = { subject: persona }
  const missing: string[] = []
  for (const [name, need] of Object.entries(detector.needs)) {
    const value = input(need)
    if (value.kind === 'failed') return { kind: 'failed', error: value.error }
    if (value.kind === 'missing') missing.push(value.what)
    else given[name] = value.value
  }
  if (isNonEmpty(missing)) return { kind: 'not-applicable', missing }
  try {
    const sightings = detector.detect(given, numbers ?? shippedNumbers(detector))
    return isNonEmpty(sightings) ? { kind: 'fired', findings: sightings } : { kind: 'quiet' }
  } catch (error) {
    return { kind: 'failed', error: messageOf(error) }
  }
}

function buildView(view: View<unknown>, byProperty: ReadonlyMap<string, readonly AnyStatement[]>): Built {
  const read = view.reads.flatMap((property) => byProperty.get(property) ?? [])
  try {
    // A view is given only statements of the properties it reads, so each is of the shape its `build` expects.
    const value = view.build(read as Parameters<typeof view.build>[0])
    return value === undefined ? { kind: 'missing', what: view.missing } : { kind: 'value', value }
  } catch (error) {
    return { kind: 'failed', error: messageOf(error) }
  }
}

function takeRows(
  relation: Relation<unknown>,
  persona: PersonaId,
  byProperty: ReadonlyMap<string, readonly AnyStatement[]>,
  relations: RelationRows,
): Built {
  if (!relation.reads.some((property) => byProperty.has(property))) return { kind: 'missing', what: relation.missing }
  const rows = relations.get(relation.id)
  if (rows === undefined) return { kind: 'failed', error: `relation ${relation.id} was not run` }
  if ('failed' in rows) return { kind: 'failed', error: rows.failed }
  return { kind: 'value', value: rows.get(persona) ?? [] }
}

/** The same persona, detector, version, numbers and evidence are the same finding, whatever its sentence says. */
export function findingId(
  persona: PersonaId,
  of: Pick<Finding, 'detector' | 'version' | 'numbers'> & { readonly because: readonly string[] },
): string {
  const moved = of.numbers === undefined ? [] : [writeNumbers(of.numbers)]
  return digest32([persona, of.detector, of.version, ...moved, ...[...of.because].sort()].join(' '))
}

function findingOf(detector: Detector, persona: PersonaId, sighting: Sighting, numbers: Numbers | undefined): Finding {
  const evidence = [...new Set(sighting.because.flatMap((value) => value.from))]
  if (!isNonEmpty(evidence)) throw new Error(`${detector.id} gave a finding without evidence`)
  const { version, family, strength, direction, room } = detector
  const id = findingId(persona, { detector: detector.id, version, numbers, because: evidence })
  const moved = numbers === undefined ? {} : { numbers }
  return {
    id,
    persona,
    detector: detector.id,
    version,
    ...moved,
    family,
    strength,
    direction,
    room,
    says: sighting.says,
    because: evidence,
  }
}

function dedupe(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((f) => [f.id, f])).values()]
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { digest, digest32 } from '../../src/compute/digest.ts'
import { nameKey } from '../../src/compute/name-key.ts'
import { detect } from '../../src/engine/detect.ts'
import type { Store, Tx } from '../../src/engine/ports.ts'
import { statementOf } from '../../src/engine/record.ts'
import { indexPersonas, relate } from '../../src/engine/relate.ts'
import type { Detector } from '../../src/kit/detector.ts'
import type { Outcome } from '../../src/model/finding.ts'
import { type AnyDraft, type AnyStatement, type PersonaId, ROLES, type Role } from '../../src/model/statement.ts'
import { isProperty } from '../../src/model/vocabulary.ts'
import { DISPOSITIONS } from '../../src/model/disposition.ts'
import { INDICATOR_KINDS, INDICATOR_STATES, type Indicator } from '../../src/model/indicator.ts'

/**
 * Case files: small stories in YAML beside a detector, run through the real record → relate → detect steps.
 *
 *     provenance: synthetic
 *     story: One sentence: who this is and why it must fire or stay quiet.
 *     expect: fires            # fires | quiet | not-applicable
 *     personas:                # the first one is the subject
 *       me:
 *         - { property: phone, value: "+12025550101" }
 *         - { property: commit, value: { …, sha: "c{n}", authored: "2020-01-01T00:00:00Z" }, role: code-account, times: 30, everyDays: 7 }
 *
 * Defaults: role `resume`, basis `claimed`, place `line=N`, one artifact for each persona and role; `artifact: name` puts a
 * statement in an artifact of its own. `times` repeats a statement: `{n}` becomes 0, 1, 2 … and with `everyDays` every
 * instant in the value moves on by that many days each time. `digest(Some Name)` becomes the digest of that name's key.
 */

const statement = z.strictObject({
  property: z.string().refine(isProperty, 'is no property of the vocabulary'),
  value: z.unknown(),
  original: z.string().optional(),
  role: z.enum(ROLES).default('resume'),
  basis: z.enum(['claimed', 'observed', 'listed', 'derived']).default('claimed'),
  at: z.string().optional(),
  artifact: z.string().optional(),
  times: z.int().min(1).max(20_000).default(1),
  everyDays: z.number().optional(),
})
type CaseStatement = z.infer<typeof statement>

const caseFile = z.strictObject({
  provenance: z.enum(['synthetic', 'published', 'captured-and-scrubbed']),
  /** Publication and month, where it is not synthetic. */
  reference: z.string().optional(),
  story: z.string().trim().min(20),
  expect: z.enum(['fires', 'quiet', 'not-applicable']),
  personas: z.record(z.string(), z.array(statement)).refine((p) => Object.keys(p).length > 0, 'names no persona'),
  /** What people decided, oldest first. */
  decisions: z.array(z.strictObject({ about: z.string(), kind: z.enum(DISPOSITIONS) })).default([]),
  /** Pairs that a person judged to be different people. */
  apart: z.array(z.tuple([z.string(), z.string()])).default([]),
  /** What lists say. */
  indicators: z
    .array(
      z.strictObject({
        kind: z.enum(INDICATOR_KINDS),
        key: z.string(),
        source: z.string().default('Example list'),
        state: z.enum(INDICATOR_STATES),
      }),
    )
    .default([]),
})

export interface Case {
  /** File name without ending: `quiet-omnibus-wallet`. */
  readonly name: string
  readonly path: string
  readonly text: string
  readonly story: string
  readonly expect: 'fires' | 'quiet' | 'not-applicable'
  /** Persona name → its statements. The first is the subject. */
  readonly personas: readonly (readonly [name: string, statements: readonly CaseStatement[]])[]
  readonly acts: Pick<z.infer<typeof caseFile>, 'decisions' | 'apart' | 'indicators'>
}

const ROOT = resolve(import.meta.dirname, '../..')

export function casesOf(detector: string): Case[] {
  const folder = join(ROOT, 'src/catalog/detectors', detector, 'cases')
  return readdirSync(folder)
    .filter((file) => /\.ya?ml$/.test(file))
    .sort()
    .map((file) => {
      const path = join(folder, file)
      const text = readFileSync(path, 'utf8')
      const checked = caseFile.safeParse(parse(text))
      if (!checked.success) throw new Error(`${path}: ${z.prettifyError(checked.error)}`)
      const { story, expect, personas, ...acts } = checked.data
      return { name: basename(file).replace(/\.ya?ml$/, ''), path, text, story, expect, personas: Object.entries(personas), acts }
    })
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/
const DAY = 86_400_000

/** A value with every text in it changed. */
function mapText(value: unknown, change: (text: string) => unknown): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapText(item, change))
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, mapText(v, change)]))
  return value
}

/** The statement once for each of `times`. */
function repeated(one: CaseStatement): CaseStatement[] {
  return Array.from({ length: one.times }, (_, n) => {
    const numbered = (text: string): string => {
      if (one.everyDays !== undefined && INSTANT.test(text)) return new Date(Date.parse(text) + n * one.everyDays * DAY).toISOString()
      return text.replaceAll('{n}', String(n))
    }
    return { ...one, value: mapText(one.value, numbered), ...(one.at === undefined ? {} : { at: numbered(one.at) }) }
  })
}

const withDigests = (value: unknown): unknown =>
  mapText(value, (text) => text.replace(/^digest\((.+)\)$/, (_, name: string) => digest32(nameKey(name))))

const HELD = '2026-01-15T09:00:00.000Z'

export interface BuiltPersona {
  readonly id: PersonaId
  readonly name: string
  readonly artifacts: readonly string[]
  readonly statements: readonly AnyStatement[]
}

/** The personas of a case as the engine would hold them. Ids follow from the case's path, so two builds are equal. */
function buildPersonas(story: Pick<Case, 'path' | 'personas'>): BuiltPersona[] {
  return story.personas.map(([name, statements]) => {
    const id = `p-${digest(`${story.path} ${name}`).slice(0, 16)}`
    const lines = new Map<string, number>()
    const built = statements.flatMap(repeated).map((one) => {
      const artifact = digest(`${id} ${one.artifact ?? one.role}`)
      const line = (lines.get(artifact) ?? 0) + 1
      lines.set(artifact, line)
      const { original } = one
      const draft = {
        about: 'self',
        property: one.property,
        value: withDigests(one.value),
        basis: one.basis,
        at: one.at ?? `line=${line}`,
        ...(original === undefined ? {} : { original }),
      }
      return statementOf(id, draft as AnyDraft, { artifact, role: one.role as Role, held: HELD, readBy: 'case@1' })
    })
    return { id, name, artifacts: [...lines.keys()], statements: [...new Map(built.map((s) => [s.id, s])).values()] }
  })
}

export interface CaseRun {
  /** Detector → what it said about the subject. */
  readonly outcomes: ReadonlyMap<string, Outcome>
  readonly personas: readonly BuiltPersona[]
  /** Every statement of the case's personas, those that the engine derived included. */
  readonly held: ReadonlySet<string>
}

/** A row of somebody's list. */
export const anIndicator = (id: string, row: Pick<Indicator, 'kind' | 'key' | 'source' | 'state'> & Partial<Indicator>): Indicator => ({
  id: digest32(`${id} ${row.kind} ${row.key} ${row.source}`),
  original: row.key,
  origin: undefined,
  reliability: 'B',
  credibility: '2',
  note: undefined,
  seen: HELD,
  expires: '2027-01-15T09:00:00.000Z',
  warning: undefined,
  artifact: digest('a list'),
  at: 'line=2',
  imported: HELD,
  decidedBy: undefined,
  decided: undefined,
  reason: undefined,
  ...row,
})

/** What people and lists said, in the order of the case. */
async function act(tx: Tx, { decisions, apart, indicators }: Case['acts'], personas: readonly BuiltPersona[]): Promise<void> {
  const idOf = (name: string): PersonaId => {
    const one = personas.find((p) => p.name === name)
    if (one === undefined) throw new Error(`there is no persona "${name}" in the case`)
    return one.id
  }
  for (const { about, kind } of decisions)
    await tx.addDisposition({ persona: idOf(about), kind, reason: 'as the case says', known: [], by: 'case', at: HELD })
  for (const names of apart) {
    const [persona = '', other = ''] = names.map(idOf).sort()
    await tx.replaceLinks([{ persona, other }], [{ persona, other, state: 'apart', bits: 0, evidence: [], against: [] }])
  }
  await tx.addIndicators(indicators.map((row, i) => anIndicator(`${i}`, row)))
}

/** What the detectors say about the subject of a case, in a tenant of its own. Drafts run too: their cases must hold as well. */
export async function runCase(
  store: Store,
  story: Pick<Case, 'path' | 'personas' | 'acts'>,
  detectors: readonly Detector[],
  tenant: string,
): Promise<CaseRun> {
  const personas = buildPersonas(story)
  const ids = personas.map((p) => p.id)
  const [subject] = ids
  if (subject === undefined) throw new Error(`${story.path} has no persona`)
  return store.tx(tenant, async (tx) => {
    for (const { id, name, artifacts, statements } of personas) {
      await tx.putPersona({
        id,
        source: name,
        received: HELD,
        status: 'open',
        requisition: undefined,
        retention: 'candidate-open',
        keepUntil: '2027-01-15T09:00:00.000Z',
      })
      for (const artifact of artifacts) {
        await tx.addArtifact({
          id: artifact,
          name: `${artifact.slice(0, 8)}.txt`,
          size: 1,
          received: HELD,
          reliability: 'F',
          credibility: '6',
        })
        await tx.addSubmission({ persona: id, artifact, parent: undefined, row: undefined })
      }
      await tx.addStatements(statements)
    }
    await indexPersonas(tx, ids)
    await relate(tx, ids)
    await act(tx, story.acts, personas)
    const running = detectors.map((d): Detector => (d.status === 'draft' || d.status === 'retired' ? { ...d, status: 'shadow' } : d))
    const [detection] = await detect(tx, { detectors: running }, [subject])
    if (detection === undefined) throw new Error(`${story.path}: the subject was not detected on`)
    const held = new Set((await tx.statementsOf(ids)).map((s) => s.id))
    return { outcomes: detection.outcomes, personas, held }
  })
}

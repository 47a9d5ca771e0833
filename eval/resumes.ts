import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { AnyStatement } from '../src/model/statement.ts'
import { CORPORA } from './corpora.ts'
import { isFlagged, openTenant, type Result } from './tenant.ts'
import { detectorRates, recommended, shareOf, type DetectorRate, type Recommended, type Share } from './share.ts'

const indexRow = z.object({ path: z.string(), person_group: z.string(), no_text_layer: z.enum(['True', 'False']) })
const pairRow = z.object({ a: z.string(), b: z.string() })

export interface Resume {
  readonly path: string
  readonly person: string
  readonly noTextLayer: boolean
  readonly bytes: Uint8Array
}

export function resumesOf(shared: string): {
  readonly resumes: readonly Resume[]
  readonly nearDuplicates: readonly (readonly [string, string])[]
} {
  const folder = join(shared, CORPORA.resumes.found)
  const rows = <T extends z.ZodType>(file: string, shape: T): z.output<T>[] =>
    z.array(shape).parse(parse(readFileSync(join(folder, file)), { columns: true, bom: true }))
  return {
    resumes: rows('files.csv', indexRow).map((r) => ({
      path: r.path,
      person: r.person_group,
      noTextLayer: r.no_text_layer === 'True',
      bytes: readFileSync(join(folder, r.path)),
    })),
    nearDuplicates: rows('near_duplicate_pairs.csv', pairRow).map((r) => [r.a, r.b] as const),
  }
}

export const VERDICTS = ['text', 'no-text', 'failed'] as const
export type Verdict = (typeof VERDICTS)[number]

/** How the identity channel answered for pairs of files; `not met` when the two share nothing that made it ask. */
export type Answers = Readonly<Record<'yes' | 'unknown' | 'no' | 'not met', number>>

export interface ResumeMeasures {
  readonly verdicts: Readonly<Record<'text' | 'no-text', Readonly<Record<Verdict, number>>>>
  readonly flaggedFiles: Share
  readonly flaggedPersons: Share
  readonly recommended: Recommended
  readonly rates: ReadonlyMap<string, DetectorRate>
  readonly flaggedBy: Readonly<Record<string, number>>
  readonly samePerson: Answers
  readonly differentPersons: Answers
}

/** Every CV a candidate of its own, all in one company. */
export async function measureResumes(
  shared: string,
): Promise<ResumeMeasures & { readonly statements: ReadonlyMap<string, readonly AnyStatement[]> }> {
  const { resumes, nearDuplicates } = resumesOf(shared)
  const tenant = await openTenant('resumes')
  const results = await tenant.screen(
    resumes.map((r) => ({ source: r.path, files: [{ path: r.path, name: basename(r.path), bytes: r.bytes }] })),
  )
  const statements = Map.groupBy(await tenant.statementsOf(results.flatMap((r) => r.persona ?? [])), (s) => s.subject)
  const bare = new Set([...statements].filter(([, of]) => of.some((s) => s.property === 'no-text-layer')).map(([persona]) => persona))
  const verdictOf = (r: Result): Verdict => (r.persona === undefined ? 'failed' : bare.has(r.persona) ? 'no-text' : 'text')
  const verdicts = { text: { text: 0, 'no-text': 0, failed: 0 }, 'no-text': { text: 0, 'no-text': 0, failed: 0 } }
  for (const [i, resume] of resumes.entries()) verdicts[resume.noTextLayer ? 'no-text' : 'text'][verdictOf(results[i] as Result)] += 1

  const persons = Map.groupBy(
    resumes.map((resume, i) => ({ resume, result: results[i] as Result })),
    ({ resume }) => resume.person,
  )
  const flagged = results.filter(isFlagged)
  const flaggedBy: Record<string, number> = {}
  for (const r of flagged)
    for (const id of new Set(r.findings.filter((f) => f.direction === 'raises').map((f) => f.detector)))
      flaggedBy[id] = (flaggedBy[id] ?? 0) + 1

  return {
    verdicts,
    flaggedFiles: shareOf(results, isFlagged),
    flaggedPersons: shareOf([...persons.values()], (files) => files.some(({ result }) => isFlagged(result))),
    recommended: recommended(results),
    rates: detectorRates(results),
    flaggedBy,
    ...(await identityAnswers(tenant, { resumes, results, nearDuplicates })),
    statements: new Map(results.map((r) => [r.source, statements.get(r.persona ?? '') ?? []])),
  }
}

interface Screened {
  readonly resumes: readonly Resume[]
  readonly results: readonly Result[]
  readonly nearDuplicates: readonly (readonly [string, string])[]
}

async function identityAnswers(
  tenant: Awaited<ReturnType<typeof openTenant>>,
  { resumes, results, nearDuplicates }: Screened,
): Promise<Pick<ResumeMeasures, 'samePerson' | 'differentPersons'>> {
  const personas = results.map((r) => r.persona)
  const answers = new Map((await tenant.pairs(personas.flatMap((p) => p ?? []))).map((p) => [`${p.persona} ${p.other}`, p.same]))
  const same = new Set(nearDuplicates.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
  const counts = { same: { yes: 0, unknown: 0, no: 0, 'not met': 0 }, different: { yes: 0, unknown: 0, no: 0, 'not met': 0 } }
  for (const [i, a] of resumes.entries()) {
    for (const [j, b] of resumes.entries()) {
      const [mine, theirs] = [personas[i], personas[j]]
      // Byte-equal files are one persona, which is not a question.
      if (j <= i || mine === undefined || theirs === undefined || mine === theirs) continue
      const one = a.person === b.person || same.has(`${a.path} ${b.path}`)
      counts[one ? 'same' : 'different'][answers.get(`${mine} ${theirs}`) ?? 'not met'] += 1
    }
  }
  return { samePerson: counts.same, differentPersons: counts.different }
}

import { systemChance } from '../src/adapters/chance/index.ts'
import { openEmbedded } from '../src/adapters/store-postgres/index.ts'
import { catalog } from '../src/catalog/index.gen.ts'
import type { Deps, PairRow, Store } from '../src/engine/ports.ts'
import type { ReceivedFile } from '../src/engine/intake.ts'
import { screen, type Candidate } from '../src/engine/screen.ts'
import type { Failure } from '../src/engine/read.ts'
import type { Assessment, Finding, OutcomeKind, Recommendation } from '../src/model/finding.ts'
import type { AnyStatement } from '../src/model/statement.ts'
import { artifactId, inlineSandbox, memoryBlobs, stoppedClock } from './inline-parts.ts'

const WATCH = { progress: () => undefined, signal: new AbortController().signal, width: 1 }

/** One candidate after the whole flow. `persona` is absent when nothing of it could be read. */
export interface Result {
  readonly source: string
  readonly persona: string | undefined
  readonly failures: readonly Failure[]
  readonly recommendation: Recommendation | undefined
  readonly outcomes: ReadonlyMap<string, OutcomeKind>
  readonly findings: readonly Finding[]
}

/** A company of its own: whoever is screened into it meets everybody else in it. */
export interface Tenant {
  screen(candidates: readonly { readonly source: string; readonly files: readonly ReceivedFile[] }[]): Promise<readonly Result[]>
  screenAs(candidates: readonly Candidate[]): Promise<readonly Result[]>
  statementsOf(personas: readonly string[], properties?: readonly string[]): Promise<readonly AnyStatement[]>
  pairs(personas: readonly string[]): Promise<readonly PairRow[]>
  /** Row of the table that a persona came from, first row 1. */
  rows(personas: readonly string[]): Promise<ReadonlyMap<string, number>>
}

let store: Promise<Store> | undefined
const openStore = (): Promise<Store> => (store ??= openEmbedded('memory'))

export async function closeStore(): Promise<void> {
  await (await store)?.close()
  store = undefined
}

export async function openTenant(id: string): Promise<Tenant> {
  const actor = { tenant: id, id: 'eval' }
  const deps: Deps = {
    store: await openStore(),
    blobs: memoryBlobs(),
    sandbox: inlineSandbox(catalog.readers),
    clock: stoppedClock,
    chance: systemChance,
  }
  const inTenant = <T>(work: Parameters<typeof deps.store.tx<T>>[1]): Promise<T> => deps.store.tx(id, work)
  const resultsOf = async (
    rows: readonly { source: string; persona: string | undefined; failures: readonly Failure[] }[],
  ): Promise<Result[]> => {
    const personas = [...new Set(rows.flatMap((r) => r.persona ?? []))]
    const { assessments, findings } = await inTenant(async (tx) => ({
      assessments: await tx.assessments(personas),
      findings: await tx.findings(personas),
    }))
    const assessed = new Map(assessments.map((a) => [a.persona, a]))
    const found = Map.groupBy(findings, (f) => f.persona)
    return rows.map((row) => resultOf(row, assessed, found))
  }
  return {
    async screen(candidates) {
      const given = candidates.map(({ source, files }) => ({ source, files, load: () => Promise.resolve({ files, failures: [] }) }))
      const { personas, failures } = await screen(deps, catalog, actor, { candidates: given, watch: WATCH })
      const read = new Set(personas.map((p) => p.persona))
      const rows = []
      for (const { source, files } of given) {
        const [first] = files
        // Equal bytes under two names are one persona, so the artifact tells whose it is, and not the source.
        const holders = first === undefined ? [] : await inTenant((tx) => tx.submissionsOf(artifactId(first.bytes)))
        const paths = new Set(files.map((f) => f.path))
        rows.push({
          source,
          persona: holders.map((h) => h.persona).find((id) => read.has(id)),
          failures: failures.filter((f) => paths.has(f.source)),
        })
      }
      return resultsOf(rows)
    },
    async screenAs(candidates) {
      const { personas, failures } = await screen(deps, catalog, actor, { candidates, watch: WATCH })
      return resultsOf(
        personas.map(({ persona, source }) => ({ persona, source, failures: failures.filter((f) => f.source.startsWith(source)) })),
      )
    },
    statementsOf: (personas, properties) => inTenant((tx) => tx.statementsOf(personas, properties)),
    pairs: (personas) => inTenant((tx) => tx.pairs(personas)),
    rows: (personas) =>
      inTenant(
        async (tx) => new Map((await tx.submissions(personas)).flatMap((s) => (s.row === undefined ? [] : [[s.persona, s.row] as const]))),
      ),
  }
}

function resultOf(
  row: Pick<Result, 'source' | 'persona' | 'failures'>,
  assessed: ReadonlyMap<string, Assessment>,
  found: ReadonlyMap<string, readonly Finding[]>,
): Result {
  const assessment = row.persona === undefined ? undefined : assessed.get(row.persona)
  return {
    ...row,
    recommendation: assessment?.recommendation,
    outcomes: new Map(Object.entries(assessment?.outcomes ?? {}).map(([id, outcome]) => [id, outcome.kind])),
    findings: row.persona === undefined ? [] : (found.get(row.persona) ?? []),
  }
}

/** Put before a person: the recommendations that cost an honest candidate something. */
export const isFlagged = (r: Pick<Result, 'recommendation'>): boolean => r.recommendation === 'review' || r.recommendation === 'escalate'

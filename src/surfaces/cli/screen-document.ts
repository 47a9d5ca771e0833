import type { Dossier, Evidence, ExplainedFinding } from '../../engine/dossier.ts'
import type { Failure } from '../../engine/read.ts'
import type { Screened } from '../../engine/screen.ts'
import type { Assessment, OutcomeKind } from '../../model/finding.ts'

/** The one document of `screen --json`; its shape is a promise (docs/guides/screen-json.md). */
export function screenDocument(screened: Screened, failures: readonly Failure[], found: readonly Dossier[]) {
  const dossiers = new Map(found.map((d) => [d.persona.id, d]))
  return {
    // The same content under two names is one persona and two entries: nothing that was handed in goes missing.
    screened: screened.personas.flatMap(({ persona, source }) => {
      const d = dossiers.get(persona)
      return d === undefined ? [] : [screenedDocument(d, source)]
    }),
    // Past personas of whom something is other than before, because of who came now; absent where there is none.
    ...(screened.woken.length === 0 ? {} : { woken: screened.woken.map(wokenDocument) }),
    failed: failures.map(({ source: path, code, title, detail }) => ({ source: path, code, title, detail })),
  }
}

function wokenDocument({ persona, before, after, fresh, gone }: Screened['woken'][number]) {
  return { persona, before: before ?? null, after, newFindings: fresh.map((f) => f.id), goneFindings: gone.map((f) => f.id) }
}

function screenedDocument(d: Dossier, source: string) {
  return {
    persona: d.persona.id,
    source,
    recommendation: d.assessment?.recommendation ?? 'ask',
    findings: d.findings.map(findingDocument),
    outcomes: countOutcomes(d.assessment),
  }
}

function findingDocument({ finding, card, evidence }: ExplainedFinding) {
  const { detector, version, family, strength, direction, room, says } = finding
  return { detector, version, family, strength, direction, room, says, next: card?.next ?? [], evidence: evidence.map(evidenceDocument) }
}

function evidenceDocument({ statement }: Evidence) {
  return {
    property: statement.property,
    value: statement.value,
    original: statement.original ?? null,
    basis: statement.basis,
    artifact: statement.seenIn.artifact,
    at: statement.seenIn.at,
  }
}

/** How many checks fired, stayed quiet, did not apply or failed. */
export function countOutcomes(assessment: Assessment | undefined): { fired: number; quiet: number; notApplicable: number; failed: number } {
  const count = (kind: OutcomeKind): number => Object.values(assessment?.outcomes ?? {}).filter((o) => o.kind === kind).length
  return { fired: count('fired'), quiet: count('quiet'), notApplicable: count('not-applicable'), failed: count('failed') }
}

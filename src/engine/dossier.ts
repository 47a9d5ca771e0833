import type { Catalog } from '../kit/catalog.ts'
import type { Detector } from '../kit/detector.ts'
import { notFound } from '../model/errors.ts'
import type { Assessment, Finding } from '../model/finding.ts'
import type { Artifact, Persona } from '../model/persona.ts'
import type { AnyStatement, PersonaId } from '../model/statement.ts'
import { newSince, standingOf, type Standing } from './disposition-standing.ts'
import type { Name } from './find/ports.ts'
import type { Submission } from './candidates-ports.ts'
import type { Tx } from './ports.ts'
import { groupBySubject } from './relate.ts'

/** A statement under a finding, with the artifact it stands in. `own` is false where it stands on another persona. */
export interface Evidence {
  readonly statement: AnyStatement
  readonly artifact: Artifact | undefined
  readonly own: boolean
}

export interface ExplainedFinding {
  readonly finding: Finding
  /** Absent when the catalogue no longer has the detector. */
  readonly card: Detector | undefined
  readonly evidence: readonly Evidence[]
}

/** Everything a person needs to look at one persona. */
export interface Dossier {
  readonly persona: Persona
  /** The name the candidate goes by, for people; no detector sees it. Absent when no document names one. */
  readonly name: string | undefined
  readonly assessment: Assessment | undefined
  readonly findings: readonly ExplainedFinding[]
  readonly submissions: readonly (Submission & { readonly file: Artifact | undefined })[]
  readonly statements: readonly AnyStatement[]
  readonly standing: Standing
  /** Ids of findings that were not there when the persona was decided on; none where nobody decided. */
  readonly news: ReadonlySet<string>
}

/** Dossiers in the order asked for; unknown ids are left out. */
export async function dossiers(tx: Tx, catalog: Catalog, personas: readonly PersonaId[]): Promise<readonly Dossier[]> {
  // At once what does not wait for another: each is a way to the database and back.
  const [statementRows, findings, submissions, assessmentRows, dispositions, personaRows] = await Promise.all([
    tx.statementsOf(personas),
    tx.findings(personas),
    tx.submissions(personas),
    tx.assessments(personas),
    tx.dispositions(personas),
    tx.personasOf(personas),
  ])
  const statements = groupBySubject(statementRows)
  const assessments = new Map(assessmentRows.map((a) => [a.persona, a]))
  const evidence = new Map((await tx.statements([...new Set(findings.flatMap((f) => f.because))])).map((s) => [s.id, s]))
  const artifactIds = new Set([...submissions.map((s) => s.artifact), ...[...evidence.values()].map((s) => s.seenIn.artifact)])
  const artifacts = new Map((await tx.artifacts([...artifactIds])).map((a) => [a.id, a]))
  const decisions = Map.groupBy(dispositions, (d) => d.persona)
  const known = new Map(personaRows.map((p) => [p.id, p]))
  const used = dispositions.length === 0 ? [] : await tx.numberSetsUsed()
  const cards = new Map(catalog.detectors.map((d) => [d.id as string, d]))
  const found: Dossier[] = []
  for (const id of personas) {
    const persona = known.get(id)
    if (persona === undefined) continue
    const own = statements.get(id) ?? []
    const standing = standingOf(persona, decisions.get(id) ?? [])
    const explained = findings
      // The sanctions room is not the hiring side's to see.
      .filter((f) => f.persona === id && f.room === 'identity')
      .map((finding) => explain(finding, cards.get(finding.detector), evidence, artifacts))
    found.push({
      persona,
      name: nameOf(own),
      assessment: assessments.get(id),
      findings: explained.toSorted(byWeight),
      submissions: submissions.filter((s) => s.persona === id).map((s) => ({ ...s, file: artifacts.get(s.artifact) })),
      statements: own,
      standing,
      news: new Set(
        standing.decided === undefined
          ? []
          : newSince(
              standing.decided,
              explained.map((e) => e.finding),
              used,
            ).map((f) => f.id),
      ),
    })
  }
  return found
}

export async function dossier(tx: Tx, catalog: Catalog, persona: PersonaId): Promise<Dossier> {
  const [one] = await dossiers(tx, catalog, [persona])
  if (one === undefined) throw notFound('persona', persona)
  return one
}

/** Findings of one detector, stored or not, each with the statements it rests on. */
export async function explained(tx: Tx, card: Detector, findings: readonly Finding[]): Promise<readonly ExplainedFinding[]> {
  const statements = await tx.statements([...new Set(findings.flatMap((f) => f.because))])
  const artifacts = await tx.artifacts([...new Set(statements.map((s) => s.seenIn.artifact))])
  const [byId, files] = [new Map(statements.map((s) => [s.id, s])), new Map(artifacts.map((a) => [a.id, a]))]
  return findings.map((finding) => explain(finding, card, byId, files))
}

function explain(
  finding: Finding,
  card: Detector | undefined,
  statements: ReadonlyMap<string, AnyStatement>,
  artifacts: ReadonlyMap<string, Artifact>,
): ExplainedFinding {
  const evidence = finding.because.flatMap((id) => {
    const statement = statements.get(id)
    return statement === undefined
      ? []
      : [{ statement, artifact: artifacts.get(statement.seenIn.artifact), own: statement.subject === finding.persona }]
  })
  return { finding, card, evidence }
}

const DIRECTIONS = ['raises', 'lowers', 'context']
const STRONGEST_FIRST = ['strong', 'moderate', 'weak']
function byWeight(a: ExplainedFinding, b: ExplainedFinding): number {
  const direction = DIRECTIONS.indexOf(a.finding.direction) - DIRECTIONS.indexOf(b.finding.direction)
  return (
    direction ||
    STRONGEST_FIRST.indexOf(a.finding.strength) - STRONGEST_FIRST.indexOf(b.finding.strength) ||
    (a.finding.id < b.finding.id ? -1 : 1)
  )
}

const NAMING_ROLES = ['application', 'resume', 'profile', 'code-account', 'cover-letter', 'mail', 'interview', 'photo', 'other']

/** The name that people are shown: the one of the application, else of the document that names a person best. */
export function nameAmong(names: readonly Name[]): string | undefined {
  const rank = ({ role }: Name): number => NAMING_ROLES.indexOf(role)
  return names.toSorted((a, b) => rank(a) - rank(b))[0]?.full
}

export const nameOf = (statements: readonly AnyStatement[]): string | undefined =>
  nameAmong(statements.flatMap((s) => (s.property === 'person-name' ? [{ full: s.value.full, role: s.seenIn.role }] : [])))

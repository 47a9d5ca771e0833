import { utf8ToBytes } from '@noble/hashes/utils.js'
import { digest } from '../compute/digest.ts'
import { conflict, notFound } from '../model/errors.ts'
import { MANIFEST_FILE, type ClockSource, type Manifest, type ManifestItem, type Redaction } from '../model/manifest.ts'
import { writeNumbers } from '../model/numbers.ts'
import type { Artifact } from '../model/persona.ts'
import type { ArtifactId, Instant, PersonaId } from '../model/statement.ts'
import type { Actor } from './access.ts'
import type { ExportLeave } from './cases/export-leave.ts'
import type { ExplainedCluster } from './cluster-dossier.ts'
import type { Dossier } from './dossier.ts'
import { exportReadMe } from './export-read-me.ts'
import { canonical, merkleRoot, signed, type Signer } from './manifest.ts'
import type { Submission } from './candidates-ports.ts'
import type { Deps } from './ports.ts'

/** Where an export is written; a name that is taken already is a fault. */
export interface ExportFolder {
  write(path: string, bytes: Uint8Array): Promise<void>
}

export interface ClusterExport {
  readonly cluster: ExplainedCluster
  readonly members: readonly Dossier[]
  /** What it is for, in the words of who exports it. */
  readonly purpose: string
  /** Of who exports it. */
  readonly role: string
  /** Undefined: nobody else has agreed, as on the command line. */
  readonly leave: ExportLeave | undefined
  readonly program: { readonly version: string; readonly catalogue: string }
  readonly signer: Signer
  readonly clock: ClockSource
}

/** For the people who decide and nobody else, until somebody with the right to says otherwise. */
const HANDLING = 'TLP:AMBER+STRICT'
const BY = 'bonafide'

/**
 * Writes a cluster with all that it rests on: the members' files as they were received, their statements, the links with their
 * evidence, what people judged, what happened to it, and the signed list of it all. The list comes last, after the log has it: a
 * folder without one was not finished, and no finished one is missing from the log.
 */
export async function exportCluster(
  deps: Pick<Deps, 'store' | 'blobs' | 'clock'>,
  actor: Actor,
  work: ClusterExport,
  out: ExportFolder,
): Promise<{ readonly manifest: Manifest; readonly sha256: string }> {
  const now = deps.clock.now()
  const { cluster, members } = work
  const ids = cluster.cluster.personas
  if (members.length !== ids.length) throw notFound('persona', ids.find((id) => !members.some((d) => d.persona.id === id)) ?? '')
  const { whole, redactions } = await filesOf(deps, actor, members)
  // Before the first byte is out: whoever breaks an export off has what came until then.
  const asked = work.leave === undefined ? {} : { case: work.leave.case, request: work.leave.request }
  await deps.store.tx(actor.tenant, (tx) =>
    tx.appendAudit(
      { actor: actor.id, action: 'export-begun', subject: cluster.cluster.id, detail: { personas: ids.length, ...asked } },
      now,
    ),
  )
  const items: ManifestItem[] = []
  for (const file of whole) items.push(await copied(deps, out, file, now))
  for (const made of [...recordsOf(work), readMe(work, redactions, now)]) items.push(await written(out, made, now))

  const root = merkleRoot(items)
  const manifest = signed(
    {
      manifest_id: `m-${digest(canonical([root, now, cluster.cluster.id])).slice(0, 16)}`,
      schema_version: 1,
      tenant: actor.tenant,
      case_id: work.leave?.case ?? null,
      subject: { kind: 'cluster', id: cluster.cluster.id, personas: [...ids] },
      created_at_utc: now,
      clock_source: work.clock,
      purpose: work.purpose,
      legal_basis: null,
      privilege_label: null,
      tlp: HANDLING,
      pap: null,
      prepared_by: { user: actor.id, role: work.role },
      approved_by: work.leave === undefined ? null : { user: work.leave.second, role: 'second person', at: work.leave.at },
      tool: { name: BY, version: work.program.version, catalogue_sha256: work.program.catalogue },
      prev_manifest_sha256: null,
      items,
      custody: [{ seq: 1, at_utc: now, action: 'copied', from: 'data folder', to: 'export', reason: work.purpose, hash_after: root }],
      redactions,
      totals: { count: items.length, bytes: items.reduce((sum, item) => sum + item.size, 0) },
      merkle_root: root,
      timestamp: null,
    },
    work.signer,
  )
  const text = canonical(manifest)
  const sha256 = digest(text)
  const { count, bytes } = manifest.totals
  await deps.store.tx(actor.tenant, (tx) =>
    tx.appendAudit(
      {
        actor: actor.id,
        action: 'exported',
        subject: cluster.cluster.id,
        detail: {
          manifest: sha256,
          key: work.signer.keyId,
          personas: ids.length,
          items: count,
          bytes,
          redactions: redactions.length,
          ...asked,
        },
      },
      now,
    ),
  )
  await out.write(MANIFEST_FILE, utf8ToBytes(text))
  return { manifest, sha256 }
}

interface OwnFile {
  readonly artifact: ArtifactId
  readonly file: Artifact
  readonly of: readonly PersonaId[]
}

/** The members' files. A table that others stand in as well stays out: their rows are no business of this export. */
async function filesOf(
  deps: Pick<Deps, 'store'>,
  actor: Actor,
  members: readonly Dossier[],
): Promise<{ readonly whole: readonly OwnFile[]; readonly redactions: Redaction[] }> {
  const ids = new Set(members.map((d) => d.persona.id))
  const byArtifact = Map.groupBy(
    members.flatMap((d) => d.submissions),
    (s) => s.artifact,
  )
  const whole: OwnFile[] = []
  const redactions: Redaction[] = []
  for (const [artifact, of] of [...byArtifact].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const others = of.some((s) => s.row !== undefined) ? await othersIn(deps, actor, artifact, ids) : 0
    const file = of.find((s) => s.file !== undefined)?.file
    if (file === undefined)
      throw conflict(`Nothing is known of the file ${artifact} any more. Run \`bonafide rebuild\`, then export again.`)
    if (others === 0) whole.push({ artifact, file, of: [...new Set(of.map((s) => s.persona))] })
    else
      redactions.push({
        sha256: artifact,
        original_filename: file.name,
        reason: `The table holds the rows of ${others} ${others === 1 ? 'applicant' : 'applicants'} who do not belong to this cluster. What stands in the members' rows is among the statements.`,
      })
  }
  return { whole, redactions }
}

async function othersIn(deps: Pick<Deps, 'store'>, actor: Actor, artifact: ArtifactId, members: ReadonlySet<PersonaId>): Promise<number> {
  const held: readonly Submission[] = await deps.store.tx(actor.tenant, (tx) => tx.submissionsOf(artifact))
  return new Set(held.filter((s) => s.row !== undefined && !members.has(s.persona)).map((s) => s.persona)).size
}

async function copied(deps: Pick<Deps, 'blobs'>, out: ExportFolder, own: OwnFile, now: Instant): Promise<ManifestItem> {
  const { artifact, file, of } = own
  // The store checks the bytes against their name; a damaged file throws here and the export stops (R-083).
  const bytes = await deps.blobs.get(artifact)
  const ending = /\.[a-z0-9]{1,8}$/.exec(file.name.toLowerCase())?.[0] ?? ''
  const id = `artifacts/${artifact}${ending}`
  await out.write(id, bytes)
  return {
    id,
    kind: 'file',
    title: 'a file as it was received',
    original_filename: wellFormed(file.name),
    collected_at_utc: file.received,
    collected_by: BY,
    method: 'copy',
    size: bytes.length,
    sha256: artifact,
    media_type: 'application/octet-stream',
    derived_from: [],
    subject_refs: [...of],
    personal_data_class: 'applicant',
    integrity_checks: [{ at: now, by: BY, result: 'SHA-256 is the one under which it was received' }],
  }
}

interface Made {
  readonly id: string
  readonly kind: ManifestItem['kind']
  readonly title: string
  readonly text: string
  readonly about: readonly PersonaId[]
  readonly from: readonly string[]
}

async function written(out: ExportFolder, made: Made, now: Instant): Promise<ManifestItem> {
  const bytes = utf8ToBytes(made.text)
  await out.write(made.id, bytes)
  return {
    id: made.id,
    kind: made.kind,
    title: made.title,
    original_filename: null,
    collected_at_utc: now,
    collected_by: BY,
    method: 'export',
    size: bytes.length,
    sha256: digest(made.text),
    media_type: made.id.endsWith('.json') ? 'application/json' : 'text/plain;charset=utf-8',
    derived_from: [...made.from],
    subject_refs: [...made.about],
    personal_data_class: 'applicant',
    integrity_checks: [],
  }
}

/** Everything that is no file of theirs, as canonical JSON: equal content has equal bytes. */
function recordsOf({ cluster, members, program }: ClusterExport): Made[] {
  const about = cluster.cluster.personas
  const record = (name: string, title: string, value: unknown, more: Partial<Made> = {}): Made => ({
    id: `${name}.json`,
    kind: 'record',
    title,
    text: canonical(writable(value)),
    about,
    from: [],
    ...more,
  })
  const versions = members.flatMap((d) =>
    d.findings.map(
      ({ finding }) => `${finding.detector}@${finding.version}${finding.numbers === undefined ? '' : ` ${writeNumbers(finding.numbers)}`}`,
    ),
  )
  const readers = members.flatMap((d) => d.statements.map((s) => s.readBy))
  return [
    record('cluster', 'the cluster and its members', {
      ...cluster.cluster,
      members: members.map((d) => ({ persona: d.persona.id, name: d.name, received: d.persona.received, status: d.persona.status })),
    }),
    record(
      'links',
      'the links between them, each with its evidence and what speaks against it',
      cluster.links.map((l) => l.link),
    ),
    record('hubs', 'values that so many hold that they join nobody', cluster.hubs),
    record('judgements', 'what people judged of pairs', cluster.judgements),
    record('events', 'what happened to the cluster, and why', cluster.events, { kind: 'log' }),
    record(
      'findings',
      'what was found about each member, and on which statements it rests',
      members.flatMap((d) => d.findings.map((f) => f.finding)),
    ),
    record('versions', 'which version of what read and found this', {
      program: program.version,
      catalogue: program.catalogue,
      detectors: distinct(versions),
      readers: distinct(readers),
    }),
    ...members.map(({ persona, statements }) =>
      record(`statements/${persona.id}`, 'what one persona’s files say, and where', statements, {
        kind: 'statement',
        about: [persona.id],
        from: distinct(statements.map((s) => s.seenIn.artifact)),
      }),
    ),
  ]
}

function readMe(work: ClusterExport, redactions: readonly Redaction[], now: Instant): Made {
  const about = work.cluster.cluster.personas
  return {
    id: 'read-me.txt',
    kind: 'record',
    title: 'what this is, in words',
    text: exportReadMe(work, redactions, now),
    about,
    from: ['links.json'],
  }
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].sort()

/** A half of a character, as broken files have them, has no spelling in canonical JSON; it is shown as what it is, unreadable. */
const wellFormed = (text: string): string => text.toWellFormed()

function writable(value: unknown): unknown {
  if (typeof value === 'string') return wellFormed(value)
  if (Array.isArray(value)) return value.map(writable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[wellFormed(key), writable(inner)]])),
  )
}

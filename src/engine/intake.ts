import { digest } from '../compute/digest.ts'
import { endsAsZip, startsAsZip } from '../compute/zip-marks.ts'
import type { Reader } from '../kit/reader.ts'
import { type AppError, emptyFile, notFound, tooLarge, unreadable, unsupported } from '../model/errors.ts'
import { RETENTION_CLASSES, type Persona } from '../model/persona.ts'
import type { ArtifactId, Instant, PersonaId } from '../model/statement.ts'
import type { Actor } from './access.ts'
import type { Deps, Tx } from './ports.ts'

/** Larger than any honest résumé, photo or export; larger files are refused before they are read. */
export const MOST_BYTES = 50 * 1024 * 1024
/** What a reader may look at to recognise a format. */
const HEAD = 64 * 1024
/** Nothing is known of the sender: reliability and credibility cannot be judged (Admiralty code, R-009). */
const UNJUDGED = { reliability: 'F', credibility: '6' } as const

export interface ReceivedFile {
  /** As the user wrote it; for people and for failure reports. */
  readonly path: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly options?: unknown
}

export const tooBig = (name: string, size: number): AppError =>
  tooLarge(
    `"${name}" is ${Math.round(size / 1_048_576)} MB; files up to ${MOST_BYTES / 1_048_576} MB are read. Ask for a smaller copy, such as one with smaller pictures.`,
  )

/** The reader whose format these bytes are. Throws what is wrong with the file, for the person who handed it in. */
export function recognise(readers: readonly Reader[], file: Pick<ReceivedFile, 'name' | 'bytes'>): Reader {
  const { bytes, name } = file
  if (bytes.length === 0) throw emptyFile(`"${name}" has no bytes. It may have been cut off on its way; ask for it again.`)
  if (bytes.length > MOST_BYTES) throw tooBig(name, bytes.length)
  if (!startsAsZip(bytes) && endsAsZip(bytes))
    throw unreadable(
      `"${name}" is two formats at once: behind what it shows stands a whole ZIP archive. Honest programs do not write such files; it was not opened. Ask for a copy saved anew.`,
    )
  const head = bytes.subarray(0, HEAD)
  const verdicts = readers.map((reader) => ({ reader, verdict: reader.recognise(head, name) }))
  const sure = verdicts.filter((v) => v.verdict === 'yes').map((v) => v.reader)
  if (sure.length > 1)
    throw unreadable(`"${name}" is two formats at once (${sure.map((r) => r.title).join(' and ')}). Ask for a plain copy.`)
  if (sure[0] !== undefined) return sure[0]
  const ending = /\.[a-z0-9]+$/i.exec(name)?.[0].toLowerCase() ?? ''
  const maybe = verdicts.filter((v) => v.verdict === 'maybe').map((v) => v.reader)
  const chosen = maybe.find((r) => r.extensions.includes(ending)) ?? (maybe.length === 1 ? maybe[0] : undefined)
  if (chosen !== undefined) return chosen
  const known = [...new Set(readers.flatMap((r) => r.extensions.filter((e) => !r.refuses?.includes(e))))].sort().join(', ')
  const lies = readers.some((r) => r.extensions.includes(ending))
    ? `does not hold what its ending "${ending}" says, nor anything else that can be read here; it may be damaged or misnamed. Ask for it again.`
    : 'is not a file that can be read here.'
  throw unsupported(`"${name}" ${lies} Readable are ${known}. Old Word files: save as DOCX or PDF.`)
}

/** The same artifacts give the same persona, whatever their order. */
const personaOfArtifacts = (artifacts: readonly ArtifactId[]): PersonaId =>
  `p-${digest([...new Set(artifacts)].sort().join(' ')).slice(0, 16)}`

/** The same row gives the same persona, in whatever export it stands. */
export const personaOfRow = (canonicalRow: string): PersonaId => `p-${digest(`row ${canonicalRow}`).slice(0, 16)}`

export function daysAfter(now: Instant, days: number): Instant {
  return new Date(Date.parse(now) + days * 86_400_000).toISOString()
}

export function newPersona(id: PersonaId, source: string, now: Instant, requisition?: string): Persona {
  const retention = 'candidate-open'
  return { id, source, received: now, status: 'open', requisition, retention, keepUntil: daysAfter(now, RETENTION_CLASSES[retention].days) }
}

/**
 * Takes a candidate's files in: bytes first, then one transaction with the persona, its artifacts and an audit row. When it
 * returns, nothing of it is lost by a crash. Twice the same files are one persona; a folder that has grown is the same one.
 */
export async function receive(
  deps: Deps,
  actor: Actor,
  candidate: {
    source: string
    files: readonly ReceivedFile[]
    to?: PersonaId
    requisition?: string
    /** In the same transaction: what is to be done about it. */
    also?: (tx: Tx, persona: PersonaId, artifacts: readonly ArtifactId[]) => Promise<void>
  },
): Promise<PersonaId> {
  const stored: { id: ArtifactId; file: ReceivedFile }[] = []
  for (const file of candidate.files) stored.push({ id: await deps.blobs.put(file.bytes), file })
  const now = deps.clock.now()
  return deps.store.tx(actor.tenant, async (tx) => {
    const id =
      candidate.to ??
      (await personaFor(
        tx,
        candidate.source,
        stored.map((s) => s.id),
      ))
    await tx.stay([id])
    const known = await tx.persona(id)
    if (candidate.to !== undefined && known === undefined) throw notFound('persona', id)
    const before = new Set((await tx.submissions([id])).map((s) => s.artifact))
    const fresh = stored.filter((s) => !before.has(s.id))
    if (known === undefined) await tx.putPersona(newPersona(id, candidate.source, now, candidate.requisition))
    else if (fresh.length > 0 || candidate.requisition !== undefined) {
      await tx.putPersona({
        ...known,
        status: 'open',
        requisition: candidate.requisition ?? known.requisition,
        retention: 'candidate-open',
        keepUntil: newPersona(id, known.source, now).keepUntil,
      })
    }
    for (const { id: artifact, file } of fresh) {
      await tx.addArtifact({ id: artifact, name: file.name, size: file.bytes.length, received: now, ...UNJUDGED })
      await tx.addSubmission({ persona: id, artifact, parent: undefined, row: undefined })
    }
    // A table that was read before is no news: its rows are personas already.
    const news = await areNews(
      tx,
      fresh.map((s) => s.id),
    )
    if (news) await tx.appendAudit({ actor: actor.id, action: 'received', subject: id, detail: { artifacts: fresh.map((s) => s.id) } }, now)
    await candidate.also?.(
      tx,
      id,
      stored.map((s) => s.id),
    )
    return id
  })
}

async function areNews(tx: Tx, artifacts: readonly ArtifactId[]): Promise<boolean> {
  for (const artifact of artifacts) if ((await tx.submissionsOf(artifact)).every((s) => s.row === undefined)) return true
  return false
}

/** A folder that has grown is the candidate of before: known by its source and one of its files. */
async function personaFor(tx: Tx, source: string, artifacts: readonly ArtifactId[]): Promise<PersonaId> {
  for (const artifact of artifacts) {
    for (const { persona, row } of await tx.submissionsOf(artifact)) {
      if (row === undefined && (await tx.persona(persona))?.source === source) return persona
    }
  }
  return personaOfArtifacts(artifacts)
}

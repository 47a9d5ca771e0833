import type { Enclosed, Reader, Reading } from '../kit/reader.ts'
import { AppError, asAppError, conflict, unsupported } from '../model/errors.ts'
import type { Persona } from '../model/persona.ts'
import type { AnyDraft, ArtifactId, PersonaId } from '../model/statement.ts'
import type { Actor } from './access.ts'
import { newPersona, personaOfRow, recognise, type ReceivedFile } from './intake.ts'
import type { ReadState, Submission } from './candidates-ports.ts'
import type { Deps, Tx } from './ports.ts'
import { statementsFor, type ReadingContext } from './record.ts'
import { canonicalJson } from './statement-id.ts'

/** A mail in a mail in a mail is enough; deeper nesting is a trick. */
const DEEPEST = 3
const MOST_ENCLOSED = 200
/** Kind of the note on a file of which an enclosed one was not taken; its `at` is the enclosed one's name. */
const NOT_TAKEN = 'not-taken'
const notTaken = (name: string): string =>
  `"${name}" was attached to a candidate's file; records of interviews and tables are only taken when handed in by themselves.`

export interface Failure {
  readonly source: string
  readonly code: string
  readonly title: string
  readonly detail: string
}

export interface ReadResult {
  /** Personas that now have statements: the one read for, or one a row. */
  readonly personas: readonly PersonaId[]
  readonly failures: readonly Failure[]
  /** Files that rows of a table name, by persona. */
  readonly references: readonly { readonly persona: PersonaId; readonly path: string; readonly at: string }[]
}

export const failureOf = (source: string, error: unknown): Failure => {
  const { code, title, detail } = asAppError(error)
  return { source, code, title, detail }
}

/**
 * Reads what was received for a persona and not read yet, in the sandbox, one transaction an artifact. A file that cannot
 * be read is recorded as unreadable, with the reason, and the others go on.
 */
export async function readSubmitted(
  deps: Deps,
  readers: readonly Reader[],
  actor: Actor,
  asked: { persona: PersonaId; paths: ReadonlyMap<ArtifactId, ReceivedFile> },
): Promise<ReadResult> {
  const all: OneRead[] = []
  let wave = await deps.store.tx(actor.tenant, (tx) => tx.submissions([asked.persona]))
  for (let depth = 0; wave.length > 0 && depth <= DEEPEST; depth++) {
    const ended = await Promise.allSettled(wave.map((submission) => readAnew(deps, readers, actor, { submission, paths: asked.paths })))
    // One that stops everything waits for those beside it: nobody closes the store under them.
    const read = ended.map((one) => {
      if (one.status === 'rejected') throw one.reason as Error
      return one.value
    })
    all.push(...read)
    wave = read.flatMap((one) => one.children)
  }
  return {
    personas: [...new Set(all.flatMap((one) => one.personas))],
    failures: all.flatMap((one) => one.failures),
    references: all.flatMap((one) => one.references),
  }
}

/** What was read before is not read again; its personas and its failure are told again. */
async function readAnew(
  deps: Deps,
  readers: readonly Reader[],
  actor: Actor,
  what: { submission: Submission; paths: ReadonlyMap<ArtifactId, ReceivedFile> },
): Promise<OneRead> {
  const { submission } = what
  const given = what.paths.get(submission.artifact)
  const known: OneRead = { personas: [submission.persona], references: [], children: [], failures: [] }
  if (submission.row !== undefined) return known
  const path = given?.path ?? (await deps.store.tx(actor.tenant, (tx) => pathOf(tx, submission, what.paths)))
  if (submission.read === undefined || worthAnotherTry(readers, submission.read))
    return readOne(deps, readers, actor, { submission, given, path })
  if (submission.read.error !== undefined) return { ...known, personas: [], failures: [{ source: path, ...submission.read.error }] }
  const failures = submission.read.notes.flatMap(({ kind, says, at }) =>
    kind === NOT_TAKEN ? [failureOf(within(path, at ?? '?'), unsupported(says))] : [],
  )
  const rows = (await deps.store.tx(actor.tenant, (tx) => tx.submissionsOf(submission.artifact))).filter((s) => s.row !== undefined)
  return { ...known, personas: rows.length === 0 ? known.personas : rows.map((s) => s.persona), failures }
}

/** What a file is called in a report: as it was handed in, or by the files it lay in (`mail.eml › letter.pdf`). */
async function pathOf(tx: Tx, submission: Submission, paths: ReadonlyMap<ArtifactId, ReceivedFile>): Promise<string> {
  const siblings = await tx.submissions([submission.persona])
  const names: string[] = []
  let at: Submission | undefined = submission
  for (let depth = 0; at !== undefined && depth <= DEEPEST; depth++) {
    const given: string | undefined = paths.get(at.artifact)?.path
    names.unshift(given ?? (await tx.artifacts([at.artifact]))[0]?.name ?? at.artifact)
    const { parent }: Submission = at
    at = given === undefined && parent !== undefined ? siblings.find((s) => s.artifact === parent) : undefined
  }
  return names.reduce(within)
}

const within = (outer: string, inner: string): string => `${outer} › ${inner}`

/** A newer reader may make sense of what an older one could not. What was read stays as it was read. */
const worthAnotherTry = (readers: readonly Reader[], state: ReadState): boolean =>
  state.outcome === 'unreadable' && !readers.some((r) => `${r.id}@${r.version}` === state.by)

interface OneRead {
  readonly personas: readonly PersonaId[]
  readonly references: ReadResult['references']
  readonly children: readonly Submission[]
  readonly failures: readonly Failure[]
}

async function readOne(
  deps: Deps,
  readers: readonly Reader[],
  actor: Actor,
  what: { submission: Submission; given: ReceivedFile | undefined; path: string },
): Promise<OneRead> {
  const { submission, path } = what
  const bytes = what.given?.bytes ?? (await deps.blobs.get(submission.artifact))
  const name =
    what.given?.name ?? (await deps.store.tx(actor.tenant, (tx) => tx.artifacts([submission.artifact])))[0]?.name ?? submission.artifact
  let by = 'none@0'
  let reading: Reading
  try {
    const reader = recognise(readers, { bytes, name })
    by = `${reader.id}@${reader.version}`
    if (submission.parent !== undefined && reader.ownRecord) throw unsupported(notTaken(name))
    reading = await deps.sandbox.read(reader.id, {
      bytes,
      name,
      ...(what.given?.options === undefined ? {} : { options: what.given.options }),
    })
    await meantForThisOne(deps, actor, submission, reading)
  } catch (error) {
    const fault = asAppError(error)
    // Ours or the machine's, not the file's: stop, so that a rerun reads it.
    if (fault.status >= 500 || fault.code === 'cancelled') throw fault
    const failed: OneRead = { personas: [], references: [], children: [], failures: [failureOf(path, fault)] }
    if (fault.code === 'refused-document' || fault.code === 'conflict') {
      await letGo(deps, actor, submission, fault.code)
      return failed
    }
    const state: ReadState = {
      by,
      role: 'other',
      outcome: 'unreadable',
      error: { code: fault.code, title: fault.title, detail: fault.detail },
      notes: [],
    }
    await deps.store.tx(actor.tenant, async (tx) => {
      await tx.markRead(submission.persona, submission.artifact, submission.row, state)
      await tx.appendAudit(
        { actor: actor.id, action: 'unreadable', subject: submission.persona, detail: { artifact: submission.artifact, code: fault.code } },
        deps.clock.now(),
      )
    })
    return failed
  }
  return record(deps, readers, actor, { submission, reading, by, path })
}

/** A record of ours that names its candidate is of that one alone, whoever it was handed in for. */
async function meantForThisOne(deps: Deps, actor: Actor, { persona }: Submission, { meantFor }: Reading): Promise<void> {
  if (meantFor === undefined || meantFor === persona) return
  const known = (await deps.store.tx(actor.tenant, (tx) => tx.persona(meantFor))) !== undefined
  throw conflict(
    known
      ? `The form says "candidate: ${meantFor}", and it was not handed in for that candidate, so nothing of it was kept. Hand it in with \`--to ${meantFor}\`; or, if that line is wrong, correct it.`
      : `The form says "candidate: ${meantFor}", and there is no such candidate here, so nothing of it was kept. Write the candidate's id there (\`bonafide show\` lists them) and hand the form in with \`--to\` and that id.`,
  )
}

/** Nothing stays of a document that must not be kept; a persona who handed in nothing else goes with it. */
async function letGo(deps: Deps, actor: Actor, { persona, artifact }: Submission, code: string): Promise<void> {
  const released = await deps.store.tx(actor.tenant, async (tx) => {
    const free = await tx.removeSubmission(persona, artifact)
    if ((await tx.submissions([persona])).length === 0) await forgetCarrier(tx, persona)
    await tx.appendAudit({ actor: actor.id, action: 'refused', subject: persona, detail: { code } }, deps.clock.now())
    return free
  })
  if (released) await deps.blobs.delete(artifact)
}

/** Nobody was ever meant by it; whoever handed it in still waits for what came of it. */
async function forgetCarrier(tx: Tx, persona: PersonaId): ReturnType<Tx['forget']> {
  await tx.freeRuns(persona)
  return tx.forget(persona)
}

async function record(
  deps: Deps,
  readers: readonly Reader[],
  actor: Actor,
  what: { submission: Submission; reading: Reading; by: string; path: string },
): Promise<OneRead> {
  const { submission, reading, by, path } = what
  const held = deps.clock.now()
  const context: ReadingContext = { artifact: submission.artifact, role: reading.role, held, readBy: by }
  const { enclosed, refused } = await storeEnclosed(deps, readers, reading.enclosed)
  const notes = [...reading.notes, ...refused.map((name) => ({ kind: NOT_TAKEN, says: notTaken(name), at: name }))]
  const state: ReadState = { by, role: reading.role, outcome: 'read', error: undefined, notes }
  let released: readonly ArtifactId[] = []
  const one = await deps.store.tx(actor.tenant, async (tx): Promise<OneRead> => {
    // Forgotten while the file was read: nothing of it is kept, nor what lay in it where nobody else has that.
    if ((await tx.stay([submission.persona])).length === 0) {
      const others = new Set((await tx.artifacts(enclosed.map(({ id }) => id))).map(({ id }) => id))
      released = enclosed.flatMap(({ id }) => (others.has(id) ? [] : [id]))
      return { personas: [], references: [], children: [], failures: [] }
    }
    const personaOf: ReadonlyMap<AnyDraft['about'], PersonaId> =
      reading.rows === undefined ? new Map([['self', submission.persona]]) : await rowPersonas(tx, submission, reading, held)
    const personas = [...personaOf.values()]
    const added = await tx.addStatements(statementsFor(personaOf, reading, context))
    if (reading.rows === undefined) await tx.markRead(submission.persona, submission.artifact, submission.row, state)
    else await tx.markRowsRead(submission.artifact, personas, state)
    const children: Submission[] = []
    for (const { id, piece } of enclosed) {
      const persona = personaOf.get(piece.about) ?? submission.persona
      await tx.addArtifact({ id, name: piece.name, size: piece.bytes.length, received: held, reliability: 'F', credibility: '6' })
      await tx.addSubmission({ persona, artifact: id, parent: submission.artifact, row: undefined })
      children.push({ persona, artifact: id, parent: submission.artifact, row: undefined, read: undefined })
    }
    // The table itself was received under a persona of its own; its rows are the applicants. One that lay among a candidate's
    // other files leaves that candidate alone.
    if (reading.rows !== undefined) {
      const alone = (await tx.submissions([submission.persona])).every((s) => s.artifact === submission.artifact)
      if (alone) ({ released } = await forgetCarrier(tx, submission.persona))
      else await tx.markRead(submission.persona, submission.artifact, submission.row, state)
    }
    if (added > 0)
      await tx.appendAudit(
        {
          actor: actor.id,
          action: 'read',
          subject: submission.persona,
          detail: { artifact: submission.artifact, by, statements: added, rows: reading.rows ?? null },
        },
        held,
      )
    const references = (reading.references ?? []).flatMap((named) => {
      const persona = personaOf.get(named.about)
      return persona === undefined ? [] : [{ persona, path: named.path, at: named.at }]
    })
    const failures = refused.map((name) => failureOf(within(path, name), unsupported(notTaken(name))))
    return { personas, references, children, failures }
  })
  // A table without applicants, and what lay in a file of somebody forgotten: nobody holds it any more.
  for (const id of released) await deps.blobs.delete(id)
  return one
}

/**
 * Only what some reader knows is kept: an enclosed logo in an exotic format is no reason to fail its letter. Of records that
 * only the company makes nothing is kept, so that the company can still hand in the same bytes.
 */
async function storeEnclosed(
  deps: Deps,
  readers: readonly Reader[],
  enclosed: readonly Enclosed[],
): Promise<{ readonly enclosed: readonly { id: ArtifactId; piece: Enclosed }[]; readonly refused: readonly string[] }> {
  const stored: { id: ArtifactId; piece: Enclosed }[] = []
  const refused: string[] = []
  for (const piece of enclosed.slice(0, MOST_ENCLOSED)) {
    try {
      if (recognise(readers, piece).ownRecord) {
        refused.push(piece.name)
        continue
      }
    } catch (error) {
      if (error instanceof AppError) continue
      throw error
    }
    stored.push({ id: await deps.blobs.put(piece.bytes), piece })
  }
  return { enclosed: stored, refused }
}

/** One persona a row, named by the row's content, so a later export of the same table meets the same personas. */
async function rowPersonas(
  tx: Tx,
  submission: Submission,
  reading: Reading,
  now: string,
): Promise<ReadonlyMap<`row:${number}`, PersonaId>> {
  const table = await tx.persona(submission.persona)
  const contents = new Map<string, unknown[]>()
  for (const draft of reading.statements) {
    const list = contents.get(draft.about) ?? []
    list.push([draft.property, draft.value])
    contents.set(draft.about, list)
  }
  const rows: { persona: Persona; row: number }[] = []
  for (let row = 1; row <= (reading.rows ?? 0); row++) {
    const content = contents.get(`row:${row}`)
    if (content === undefined) continue
    const id = personaOfRow(canonicalJson(content))
    rows.push({ row, persona: newPersona(id, table?.source ?? submission.artifact, now, table?.requisition) })
  }
  await tx.addRows(submission.artifact, rows)
  return new Map(rows.map(({ row, persona }) => [`row:${row}` as const, persona.id]))
}

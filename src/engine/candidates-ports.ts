import type { CaseId } from '../model/case.ts'
import type { Artifact, Persona, Requisition } from '../model/persona.ts'
import type { ArtifactId, Instant, PersonaId, Role } from '../model/statement.ts'

/** A file handed in for a persona. `row` where the artifact is a table of many applicants. */
export interface Submission {
  readonly persona: PersonaId
  readonly artifact: ArtifactId
  /** Artifact it was enclosed in (a mail's attachment), else undefined. */
  readonly parent: ArtifactId | undefined
  readonly row: number | undefined
  /** How the file was read; undefined until it was. */
  readonly read: ReadState | undefined
}

export interface ReadState {
  readonly by: string
  readonly role: Role
  readonly outcome: 'read' | 'unreadable'
  /** Error code, title and detail when unreadable; notes for people when read. */
  readonly error: { readonly code: string; readonly title: string; readonly detail: string } | undefined
  readonly notes: readonly { readonly kind: string; readonly says: string; readonly at?: string; readonly count?: number }[]
}

/** Who was handed in, with what, and for which opening. `Tx` has these. */
export interface CandidatesTx {
  addArtifact(artifact: Artifact): Promise<void>
  artifacts(ids: readonly ArtifactId[]): Promise<readonly Artifact[]>
  /** Adds, or replaces the mutable columns (status, requisition, retention, keepUntil). */
  putPersona(persona: Persona): Promise<void>
  persona(id: PersonaId): Promise<Persona | undefined>
  /** Those of them that there are, in order of id. */
  personasOf(ids: readonly PersonaId[]): Promise<readonly Persona[]>
  /** Those of them that there are, in order of id. Until the transaction ends none of these is forgotten. */
  stay(ids: readonly PersonaId[]): Promise<readonly PersonaId[]>
  /** The same for everybody whom a case is about; before the case is locked, as whoever forgets takes the persona first. */
  stayOfCase(id: CaseId): Promise<void>
  /**
   * Waits for whoever holds this one by `stay`, and for other forgetting; whoever asks for it from now on waits for this transaction.
   * The first lock that a transaction takes: no other that it waits for is then held by somebody who waits for it.
   */
  lockToForget(id: PersonaId): Promise<void>
  /** In order of id; from after `after`. */
  personas(page: { after?: PersonaId; limit: number }): Promise<readonly Persona[]>
  /** Kept until before this instant, on no legal hold, and in no open case of the identity room that somebody works on. */
  personasDue(before: Instant): Promise<readonly PersonaId[]>
  /** Twice the same adds nothing. */
  addSubmission(submission: Omit<Submission, 'read'>): Promise<void>
  /** Whom the rows of a table are about, each with its row. Who is known stays as they are; twice the same adds nothing. */
  addRows(table: ArtifactId, rows: readonly { readonly persona: Persona; readonly row: number }[]): Promise<void>
  submissions(of: readonly PersonaId[]): Promise<readonly Submission[]>
  submissionsOf(artifact: ArtifactId): Promise<readonly Submission[]>
  markRead(persona: PersonaId, artifact: ArtifactId, row: number | undefined, state: ReadState): Promise<void>
  /** All rows of a table that are about these. */
  markRowsRead(table: ArtifactId, personas: readonly PersonaId[], state: ReadState): Promise<void>
  putRequisition(requisition: Requisition): Promise<void>
  requisition(id: string): Promise<Requisition | undefined>
  requisitions(): Promise<readonly Requisition[]>
}

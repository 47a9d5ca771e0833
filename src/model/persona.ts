import type { ArtifactId, Instant, PersonaId, Role } from './statement.ts'

/** Why a record is kept and for how long. Days; legal bases are cited in docs/lawful-use.md. */
export const RETENTION_CLASSES = {
  'candidate-open': { days: 365, says: 'An application that is still open; renewed by new files.' },
  'candidate-cleared': { days: 180, says: 'A candidate whose application has ended without an open question.' },
  'ca-ads-4y': { days: 1461, says: 'Records of an automated-decision system, California (2 CCR 11013(c)).' },
  'sanctions-10y': { days: 3653, says: 'What the sanctions room holds, ten years (31 CFR 501.601).' },
  'log-6m-min': { days: 183, says: 'The log of what was done, without content; never cut shorter.' },
  'evidence-legal-hold': { days: 36_525, says: 'Held for a court or an authority; never swept.' },
} as const
export type RetentionClass = keyof typeof RETENTION_CLASSES

export interface Persona {
  readonly id: PersonaId
  /** Path of the file or folder that was first submitted, as the user wrote it. */
  readonly source: string
  readonly received: Instant
  readonly status: 'open' | 'withdrawn'
  readonly requisition: string | undefined
  readonly retention: RetentionClass
  /** Swept after this day. */
  readonly keepUntil: Instant
}

export interface Artifact {
  readonly id: ArtifactId
  /** File name as received, for people; never used as a path. */
  readonly name: string
  readonly size: number
  readonly received: Instant
  /** Admiralty code of the source: reliability A–F, credibility 1–6. A candidate's own file is F6: cannot be judged. */
  readonly reliability: string
  readonly credibility: string
}

/** A set of checks, questions and documents that is the same for every candidate on it. */
export interface Requisition {
  readonly id: string
  readonly title: string
  readonly documents: readonly Role[]
  readonly questions: readonly string[]
}

import type { Instant, PersonaId } from './statement.ts'
import type { RetentionClass } from './persona.ts'

/** Somebody's word that a persona's record must stay for a court or an authority. */
export interface Hold {
  readonly persona: PersonaId
  readonly by: string
  readonly at: Instant
  readonly reason: string
  /** What the record was kept as before, and until when; it is that again when the hold ends. */
  readonly before: { readonly retention: RetentionClass; readonly keepUntil: Instant }
}

/** Whether anybody is scored here. */
export interface ScoringState {
  readonly stopped: boolean
  /** Who turned the switch last, when and why; absent where nobody ever did. */
  readonly by?: string
  readonly at?: Instant
  readonly reason?: string
}

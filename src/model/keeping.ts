import type { Instant, PersonaId } from './statement.ts'

/** Somebody’s word that a persona’s record must stay for a court or an authority, whatever its class and time. */
export interface Hold {
  readonly persona: PersonaId
  readonly by: string
  readonly at: Instant
  readonly reason: string
}

/** Whether anybody is scored here. */
export interface ScoringState {
  readonly stopped: boolean
  /** Who turned the switch last, when and why; absent where nobody ever did. */
  readonly by?: string
  readonly at?: Instant
  readonly reason?: string
}

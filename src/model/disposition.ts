import type { Instant, PersonaId } from './statement.ts'

export const DISPOSITIONS = ['confirmed', 'cleared', 'inconclusive'] as const
export type DispositionKind = (typeof DISPOSITIONS)[number]

/**
 * What a person decided about a persona, with what was known then; only ever added, the last one stands. A cleared persona is
 * brought back only by evidence that is not in `known`.
 */
export interface Disposition {
  readonly seq: number
  readonly persona: PersonaId
  readonly kind: DispositionKind
  readonly reason: string
  /** Ids of the findings that stood when it was decided. */
  readonly known: readonly string[]
  readonly by: string
  readonly at: Instant
}

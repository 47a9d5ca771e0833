/**
 * What other systems may be told of, by an id and nothing more. Of the sanctions room and of quiet cases there is no kind, and of
 * nothing here can it be inferred that there is one.
 */
export const HOOK_EVENTS = {
  'intake.ended': 'what was handed in was read and assessed',
  'case.opened': 'a case of the identity room was opened',
  'case.decided': 'a decision was made in a case of the identity room',
  'ask.answered': 'a candidate answered what was asked',
  'appeal.opened': 'somebody asked for a correction or a review',
  'appeal.decided': 'a correction or a review was decided',
} as const
export type HookEvent = keyof typeof HOOK_EVENTS

/** Something that may concern a room others know nothing of. Both words are asked for, so that nobody forgets them. */
export interface Occurrence {
  readonly event: HookEvent
  /** Id of the run, case, ask or appeal. */
  readonly subject: string
  readonly room: 'identity' | 'sanctions'
  readonly quiet: boolean
}

export interface Endpoint {
  readonly id: string
  readonly url: string
  readonly events: readonly HookEvent[]
  /** `broken`: switched off because nothing arrived for too long. */
  readonly state: 'on' | 'off' | 'broken'
  readonly generation: number
  readonly lost: number
  readonly by: string
  readonly made: string
}

export interface Delivery {
  readonly id: string
  readonly endpoint: string
  readonly event: HookEvent
  readonly subject: string
  readonly at: string
  readonly state: 'waiting' | 'delivered' | 'given-up'
  readonly tries: number
  readonly answer: string | undefined
}

export interface HookSource {
  readonly id: string
  readonly name: string
  readonly state: 'on' | 'off'
  readonly generation: number
  readonly by: string
  readonly made: string
}

/** A report from outside, as it came. Nothing follows from it until a person reads it. */
export interface Tip {
  readonly id: string
  readonly source: string
  /** The persona it names, where it names one that we know. */
  readonly about: string | undefined
  readonly says: string
  readonly at: string
  /** `taken-up`: a case is open about it. */
  readonly state: 'new' | 'taken-up' | 'dismissed'
}

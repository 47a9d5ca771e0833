import type { Family } from './finding.ts'
import type { Instant, PersonaId, StatementId } from './statement.ts'

/**
 * A scored pair of personas: what the two have in common, what speaks against one operator behind both, and what a person
 * judged. Machines propose; only identifiers and content make a link, and names and dates alone make at most a proposal.
 */
export interface Link {
  /** In order of id: `persona < other`. */
  readonly persona: PersonaId
  readonly other: PersonaId
  /**
   * `linked`: rests on identifiers or content, or a person judged *same*. `proposed`: worth a person's look, joins nobody.
   * `apart`: a person judged *different*; never joined by a machine.
   */
  readonly state: LinkState
  /** Sum of the weights that count, in bits (log2 of odds): each family's own limit applied. */
  readonly bits: number
  /** What speaks for it, heaviest first. Hubs stand here too, with weight 0. */
  readonly evidence: readonly LinkEvidence[]
  /** What speaks against it; each sentence stands alone. */
  readonly against: readonly LinkDoubt[]
}
export type LinkState = 'linked' | 'proposed' | 'apart'

/** One thing that stands on both personas. */
export interface LinkEvidence {
  readonly kind: string
  readonly family: Family
  /** The shared value as it is shown to people: a number, an address, a passage's first words. */
  readonly value: string
  readonly mine: readonly StatementId[]
  readonly theirs: readonly StatementId[]
  /** How many personas hold it, these two included; 2 where it is held by nobody else. */
  readonly holders: number
  /** Days between the nearest uses on either side, where both are known. */
  readonly daysApart?: number
  /** What it adds, in bits; 0 for a hub and for what another piece of the same family says already. */
  readonly bits: number
  /** The weight in words; `none` for what adds nothing. */
  readonly weight: 'strong' | 'moderate' | 'weak' | 'none'
  /** One sentence: what is shared and why it weighs what it weighs. */
  readonly says: string
  /** The single fact that would take this piece away. */
  readonly removedBy: string
}

export interface LinkDoubt {
  readonly says: string
  readonly because: readonly StatementId[]
}

export const JUDGEMENTS = ['same', 'different', 'unsure'] as const
/** What a person says of a pair. *unsure* keeps it a proposal until something new comes. */
export type JudgementKind = (typeof JUDGEMENTS)[number]

/** One act of a person about a pair; only ever added. Taking one back is another row. */
export interface Judgement {
  readonly seq: number
  readonly persona: PersonaId
  readonly other: PersonaId
  /** `withdrawn` takes the pair's latest standing judgement back; what stood before it stands again. */
  readonly kind: JudgementKind | 'withdrawn'
  readonly reason: string
  readonly by: string
  readonly at: Instant
}

/** `c-` and 16 hexadecimal digits, made from the persona that was received first: later members leave it as it is. */
export type ClusterId = string

/** Personas joined by links. Derived; a pure function of statements and judgements. */
export interface Cluster {
  readonly id: ClusterId
  /** In the order in which they were received. At least two. */
  readonly personas: readonly PersonaId[]
}

export const CLUSTER_EVENTS = ['formed', 'grown', 'shrunk', 'merged', 'split', 'dissolved'] as const
/** What happened to clusters, as it was seen then; only ever added. */
export interface ClusterEvent {
  readonly seq: number
  readonly at: Instant
  readonly kind: (typeof CLUSTER_EVENTS)[number]
  /** Ids before and after; of a merge both old ids, of a split the old one and what became of it. */
  readonly before: readonly ClusterId[]
  readonly after: readonly ClusterId[]
  readonly joined: readonly PersonaId[]
  readonly left: readonly PersonaId[]
  /** In words for people: the link, judgement or removal that did it. */
  readonly reason: string
}

/** A value that so many hold that it belongs to an office, a network or a service: kept, shown, and joins nobody. */
export interface Hub {
  readonly kind: string
  readonly key: string
  readonly holders: number
  /** Why it is taken for a hub, in words, with the measured limit. */
  readonly reason: string
}

/** One refused topic: what it is called to people, why it is refused, and the names its fields go by (comma-separated lists). */
export interface RefusedTopicTerms {
  readonly title: string
  readonly why: string
  /** Refused wherever it stands in a key. */
  readonly any: readonly string[]
  /** Has an innocent meaning too: refused only when nothing but filler stands beside it. */
  readonly alone: readonly string[]
}

export type TermTable = Readonly<Record<string, RefusedTopicTerms>>

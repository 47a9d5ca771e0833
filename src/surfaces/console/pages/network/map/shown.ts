/** What the map is made of; the API's answers have this shape. */
export interface ShownLink {
  readonly persona: string
  readonly other: string
  readonly state: 'linked' | 'proposed' | 'apart'
  readonly bits: number
  readonly evidence: readonly { readonly kind: string; readonly value: string; readonly bits: number }[]
}
export interface ShownCluster {
  readonly cluster: string
  readonly personas: readonly string[]
  readonly links: readonly ShownLink[]
  readonly hubs: readonly { readonly kind: string; readonly key: string; readonly holders: number; readonly personas: readonly string[] }[]
}
export interface Shown {
  readonly clusters: readonly { readonly cluster: string; readonly personas: readonly string[] }[]
  /** Those whose inside is shown. */
  readonly opened: readonly ShownCluster[]
  /** Pairs that a person may have to judge; those between two clusters, or of somebody in none, are drawn too. */
  readonly links: readonly ShownLink[]
  /** Whether the shared values of opened clusters stand as nodes of their own. */
  readonly values: boolean
  label(node: NodeOf): string
}

export type NodeOf =
  | { readonly kind: 'cluster'; readonly cluster: string; readonly personas: readonly string[] }
  | { readonly kind: 'persona'; readonly persona: string }
  | { readonly kind: 'value'; readonly of: string; readonly value: string; readonly cluster: string }
  | { readonly kind: 'hub'; readonly of: string; readonly key: string; readonly cluster: string; readonly holders: number }
export type EdgeOf =
  | { readonly kind: 'link'; readonly persona: string; readonly other: string; readonly state: ShownLink['state'] }
  | { readonly kind: 'holds'; readonly of: 'value' | 'hub' }

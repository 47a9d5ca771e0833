import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'

/** What the panel is about. A shared value is never written into the address: it may be somebody's telephone. */
export type Chosen =
  | { readonly kind: 'cluster'; readonly cluster: string }
  | { readonly kind: 'persona'; readonly persona: string }
  | { readonly kind: 'link'; readonly persona: string; readonly other: string }
  | { readonly kind: 'hub'; readonly of: string; readonly key: string; readonly cluster?: string }
  | { readonly kind: 'value'; readonly of: string; readonly value: string; readonly cluster: string }

export type Addressed = Exclude<Chosen, { readonly kind: 'hub' | 'value' }>
export const isAddressed = (chosen: Chosen): chosen is Addressed => chosen.kind !== 'hub' && chosen.kind !== 'value'

/** As it stands in an address. */
export function written(chosen: Addressed): string {
  if (chosen.kind === 'cluster') return `cluster~${chosen.cluster}`
  if (chosen.kind === 'persona') return `persona~${chosen.persona}`
  return `link~${chosen.persona}~${chosen.other}`
}

function read(at: string | undefined): Chosen | undefined {
  const [kind, first, second] = at?.split('~') ?? []
  if (first === undefined || first === '') return undefined
  if (kind === 'cluster') return { kind, cluster: first }
  if (kind === 'persona') return { kind, persona: first }
  if (kind === 'link' && second !== undefined) return { kind, persona: first, other: second }
  return undefined
}

export const VIEWS = ['map', 'links', 'clusters', 'hubs'] as const
export type View = (typeof VIEWS)[number]

/** Which view is shown and what is chosen in it; both are kept in the address where they may be. */
export function useChosen() {
  const { view, at } = useSearch({ from: '/inside/network' })
  const navigate = useNavigate({ from: '/network' })
  const [unwritten, setUnwritten] = useState<Chosen>()
  const shown: View = VIEWS.find((one) => one === view) ?? 'map'
  const go = (to: { readonly view?: View; readonly at?: string | undefined }): void =>
    void navigate({
      search: (before) => Object.fromEntries(Object.entries({ ...before, ...to }).filter(([, value]) => value !== undefined)),
      replace: true,
      resetScroll: false,
    })
  return {
    view: shown,
    show: (next: View) => go({ view: next }),
    chosen: unwritten ?? read(at),
    choose(next: Chosen | undefined) {
      const addressed = next === undefined || isAddressed(next)
      setUnwritten(addressed ? undefined : next)
      if (addressed) go({ at: next === undefined ? undefined : written(next) })
    },
  }
}

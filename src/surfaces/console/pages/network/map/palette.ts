import type { NodeOf, ShownLink } from './shown.ts'

export interface Palette {
  readonly nodes: Readonly<Record<NodeOf['kind'], string>>
  readonly links: Readonly<Record<ShownLink['state'], string>>
  readonly holds: string
  readonly faded: string
  readonly chosen: string
  readonly ink: string
  /** Of the map, and of what lies over it. */
  readonly ground: string
  readonly paper: string
  readonly onCluster: string
  readonly font: string
}

/** The tokens of the theme that stands, for what is drawn outside the reach of style sheets. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element)
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  return {
    nodes: { cluster: token('c-accent'), persona: token('c-ink'), value: token('c-ask'), hub: token('c-review') },
    links: { linked: token('c-accent'), proposed: token('c-review'), apart: token('c-edge') },
    holds: token('c-edge'),
    faded: token('c-line'),
    chosen: token('c-escalate'),
    ink: token('c-ink'),
    ground: token('c-paper'),
    paper: token('c-raised'),
    onCluster: token('c-accent-ink'),
    font: token('font'),
  }
}

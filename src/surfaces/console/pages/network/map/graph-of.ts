import { UndirectedGraph } from 'graphology'
import { arranged } from './arrange.ts'
import { packed } from './pack.ts'
import type { EdgeOf, NodeOf, Shown, ShownCluster, ShownLink } from './shown.ts'

export interface NodeDrawn {
  readonly is: NodeOf
  x: number
  y: number
  readonly size: number
  readonly label: string
}
export interface EdgeDrawn {
  readonly is: EdgeOf
  readonly size: number
}
export type MapGraph = UndirectedGraph<NodeDrawn, EdgeDrawn>

/** Sizes in the units of the map; a candidate is 1 across and everything else stands to that. */
const SIZE = { persona: 0.5, value: 0.28, hub: 0.55, gap: 0.8 } as const
const clusterSize = (members: number): number => 0.5 + 0.32 * Math.sqrt(members)
/** Ten times as many holders are one step more. */
const hubSize = (holders: number): number => SIZE.hub + 0.22 * Math.log10(Math.max(1, holders))
/** Room around each node inside an opened cluster. */
const ROOM = 1.5
const LINE = { linked: 0.1, proposed: 0.09, apart: 0.06, holds: 0.04 } as const
/** The heaviest links are drawn so many times as thick as the lightest. */
const HEAVIEST_BITS = 16

/** Clusters first; what is opened shows its candidates, what they share and the hubs they have. */
export function graphOf(shown: Shown): MapGraph {
  const graph: MapGraph = new UndirectedGraph()
  const inside = new Map(shown.opened.map((cluster) => [cluster.cluster, insideOf(cluster, shown)]))
  const nodeOfPersona = new Map<string, string>()
  for (const { cluster, personas } of shown.clusters)
    for (const one of personas) nodeOfPersona.set(one, inside.has(cluster) ? `persona ${one}` : `cluster ${cluster}`)
  const alone = [...new Set(shown.links.flatMap(({ persona, other }) => [persona, other]))].filter((one) => !nodeOfPersona.has(one))
  const places = packed([
    ...shown.clusters.map(({ cluster, personas }) => radiusOf(inside.get(cluster)?.order) ?? clusterSize(personas.length) + SIZE.gap),
    ...alone.map(() => SIZE.persona + SIZE.gap),
  ])
  const add = (name: string, is: NodeOf, at: { readonly x: number; readonly y: number }, size: number): void =>
    void graph.addNode(name, { is, x: at.x, y: at.y, size, label: shown.label(is) })
  for (const [i, { cluster, personas }] of shown.clusters.entries()) {
    const centre = places[i] ?? { x: 0, y: 0 }
    const part = inside.get(cluster)
    if (part === undefined) add(`cluster ${cluster}`, { kind: 'cluster', cluster, personas }, centre, clusterSize(personas.length))
    else {
      arranged(part, (radiusOf(part.order) ?? 0) - ROOM)
      part.forEachNode((name, at) => graph.addNode(name, { ...at, x: centre.x + at.x, y: centre.y + at.y }))
      part.forEachEdge((name, line, from, to) => graph.addEdgeWithKey(name, from, to, line))
    }
  }
  for (const [i, persona] of alone.entries()) {
    nodeOfPersona.set(persona, `persona ${persona}`)
    add(`persona ${persona}`, { kind: 'persona', persona }, places[shown.clusters.length + i] ?? { x: 0, y: 0 }, SIZE.persona)
  }
  for (const link of shown.links) {
    const [from, to] = [nodeOfPersona.get(link.persona), nodeOfPersona.get(link.other)]
    if (from !== undefined && to !== undefined && from !== to) addLink(graph, link, [from, to])
  }
  return graph
}

const radiusOf = (order: number | undefined): number | undefined => (order === undefined ? undefined : ROOM * (1 + Math.sqrt(order)))

function addLink(graph: MapGraph, { persona, other, state, bits }: ShownLink, [from, to]: readonly [string, string]): void {
  const name = `link ${persona} ${other}`
  if (graph.hasEdge(name) || graph.hasEdge(from, to)) return
  const weight = 1 + 2 * Math.min(1, Math.max(0, bits) / HEAVIEST_BITS)
  graph.addEdgeWithKey(name, from, to, { is: { kind: 'link', persona, other, state }, size: LINE[state] * weight })
}

/** A cluster's candidates, their links, and what they have, not yet placed. */
function insideOf({ cluster, personas, links, hubs }: ShownCluster, { values, label }: Shown): MapGraph {
  const graph: MapGraph = new UndirectedGraph()
  const add = (name: string, is: NodeOf, size: number): void => {
    if (!graph.hasNode(name)) graph.addNode(name, { is, x: 0, y: 0, size, label: label(is) })
  }
  const holds = (persona: string, thing: string, of: 'value' | 'hub'): void => {
    const name = `holds ${persona} ${thing}`
    if (!graph.hasEdge(name)) graph.addEdgeWithKey(name, `persona ${persona}`, thing, { is: { kind: 'holds', of }, size: LINE.holds })
  }
  for (const persona of personas) add(`persona ${persona}`, { kind: 'persona', persona }, SIZE.persona)
  for (const link of links) {
    if (!graph.hasNode(`persona ${link.persona}`) || !graph.hasNode(`persona ${link.other}`)) continue
    addLink(graph, link, [`persona ${link.persona}`, `persona ${link.other}`])
    if (!values) continue
    for (const { kind, value, bits } of link.evidence) {
      // What adds nothing is a hub, and is drawn as one, or is said by another value.
      if (bits === 0) continue
      const thing = `value ${cluster} ${kind} ${value}`
      add(thing, { kind: 'value', of: kind, value, cluster }, SIZE.value)
      for (const persona of [link.persona, link.other]) holds(persona, thing, 'value')
    }
  }
  for (const { kind, key, holders, personas: of } of hubs) {
    const thing = `hub ${cluster} ${kind} ${key}`
    add(thing, { kind: 'hub', of: kind, key, cluster, holders }, hubSize(holders))
    for (const persona of of) if (graph.hasNode(`persona ${persona}`)) holds(persona, thing, 'hub')
  }
  return graph
}

import type { Attributes } from 'graphology-types'
import type { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'

/** Above so many nodes forces take longer than a click may; the most linked stand in the middle then. */
const MOST_BY_FORCE = 300
const ROUNDS = 150
const GOLDEN = Math.PI * (3 - Math.sqrt(5))

/** Gives the nodes of one cluster places around 0, 0, none farther than `radius`. The same nodes get the same places. */
export function arranged<N extends Attributes & { x: number; y: number }>(graph: UndirectedGraph<N>, radius: number): void {
  // A sunflower: even, without overlap, and where forces begin.
  const ordered = graph.nodes().toSorted((a, b) => graph.degree(b) - graph.degree(a))
  for (const [i, node] of ordered.entries())
    place(graph, node, { x: Math.sqrt(i) * Math.cos(i * GOLDEN), y: Math.sqrt(i) * Math.sin(i * GOLDEN) })
  if (graph.order > 2 && graph.order <= MOST_BY_FORCE)
    forceAtlas2.assign(graph as never, {
      iterations: ROUNDS,
      settings: { ...forceAtlas2.inferSettings(graph.order), linLogMode: false, gravity: 1 },
    })
  const [x, y] = (['x', 'y'] as const).map((axis) => graph.reduceNodes((sum, _, at) => sum + at[axis], 0) / Math.max(1, graph.order)) as [
    number,
    number,
  ]
  const farthest = graph.reduceNodes((most, _, at) => Math.max(most, Math.hypot(at.x - x, at.y - y)), 0)
  const scale = farthest === 0 ? 0 : Math.max(0, radius) / farthest
  graph.forEachNode((node, at) => place(graph, node, { x: (at.x - x) * scale, y: (at.y - y) * scale }))
}

function place<N extends Attributes & { x: number; y: number }>(
  graph: UndirectedGraph<N>,
  node: string,
  at: { readonly x: number; readonly y: number },
): void {
  graph.updateNodeAttributes(node, (before) => ({ ...before, ...at }))
}

import { Sigma } from 'sigma'
import type { Settings } from 'sigma/settings'
import type { EdgeDrawn, MapGraph, NodeDrawn } from './graph-of.ts'
import { drawHovered, drawName } from './labels.ts'
import type { Palette } from './palette.ts'
import { RingProgram } from './ring.ts'
import type { EdgeOf, NodeOf } from './shown.ts'

/** What is picked out: a node or a line of the map, by its name there. */
export type Picked = string | undefined

export interface MapView {
  show(graph: MapGraph): void
  paint(palette: Palette): void
  pick(name: Picked): void
  /** Looks at these nodes; at everything when none of them is there. */
  lookAt(nodes: readonly string[]): void
  zoom(by: 'closer' | 'farther'): void
  close(): void
  readonly sigma: Sigma<NodeDrawn, EdgeDrawn>
}

interface Opening {
  readonly graph: MapGraph
  readonly palette: Palette
  onNode(node: NodeOf): void
  onEdge(edge: EdgeOf, ends: readonly [NodeOf, NodeOf]): void
  onNothing(): void
}

/** Fewer units across than this would draw two candidates as large as plates. */
const LEAST_EXTENT = 5.5
const MOVE_MS = 350
/** Up to so many, every closed cluster has its name and number, also where labels are crowded. */
const FEW = 40

/** Whether this browser can draw it at all. */
export const canDraw = (): boolean => {
  const canvas = document.createElement('canvas')
  return (canvas.getContext('webgl2') ?? canvas.getContext('webgl')) !== null
}

const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Draws the map into an element that has a size, and tells what is pointed at. Throws where the browser has no WebGL. */
export function openMap(element: HTMLElement, opening: Opening): MapView {
  let { graph, palette } = opening
  let picked: Picked
  let near: ReadonlySet<string> | undefined

  /** How many a closed cluster holds; of anything else there is no number. */
  const membersOf = (node: string): number | undefined => {
    const { is } = graph.getNodeAttributes(node)
    return is.kind === 'cluster' ? is.personas.length : undefined
  }
  const settings: Partial<Settings<NodeDrawn, EdgeDrawn>> = {
    enableEdgeEvents: true,
    itemSizesReference: 'positions',
    zoomToSizeRatioFunction: (ratio) => ratio,
    minEdgeThickness: 1.4,
    labelFont: palette.font,
    labelSize: 12,
    labelWeight: '500',
    labelColor: { color: palette.ink },
    labelRenderedSizeThreshold: 7,
    labelDensity: 0.4,
    labelGridCellSize: 140,
    stagePadding: 24,
    minCameraRatio: 0.004,
    maxCameraRatio: 2,
    zIndex: true,
    nodeProgramClasses: { ring: RingProgram as never },
    defaultDrawNodeLabel: (context, data, own) => drawName(context, { ...data, members: membersOf(data['key']) }, own, palette),
    defaultDrawNodeHover: (context, data, own) => drawHovered(context, data, own, palette),
    nodeReducer(node, { is, x, y, size, label }) {
      const apart = near !== undefined && !near.has(node)
      return {
        x,
        y,
        size,
        label: apart ? null : label,
        type: is.kind === 'hub' ? 'ring' : 'circle',
        color: node === picked ? palette.chosen : apart ? palette.faded : palette.nodes[is.kind],
        highlighted: node === picked,
        forceLabel: near?.has(node) === true || (is.kind === 'cluster' && !apart && graph.order <= FEW),
        zIndex: apart ? 0 : 1,
      }
    },
    edgeReducer(edge, { is, size }) {
      const chosen = edge === picked
      const apart = near !== undefined && !chosen && !graph.extremities(edge).some((end) => end === picked)
      return {
        size: chosen ? size * 2.5 : size,
        color: chosen ? palette.chosen : apart ? palette.faded : is.kind === 'link' ? palette.links[is.state] : palette.holds,
        zIndex: chosen ? 2 : apart ? 0 : 1,
      }
    },
  }
  const sigma = new Sigma<NodeDrawn, EdgeDrawn>(graph as never, element, settings)

  let half = LEAST_EXTENT
  const frame = (): void => {
    half = graph.reduceNodes((most, _, { x, y, size }) => Math.max(most, Math.abs(x) + size, Math.abs(y) + size), LEAST_EXTENT)
    sigma.setCustomBBox({ x: [-half, half], y: [-half, half] })
  }
  const nearOf = (name: Picked): ReadonlySet<string> | undefined => {
    if (name === undefined) return undefined
    if (graph.hasNode(name))
      return graph.getNodeAttribute(name, 'is').kind === 'cluster' ? undefined : new Set([name, ...graph.neighbors(name)])
    return graph.hasEdge(name) ? new Set(graph.extremities(name)) : undefined
  }
  const attributesOf = (node: string): NodeOf => graph.getNodeAttribute(node, 'is')

  frame()
  sigma.refresh()
  // A panel that opens beside makes it narrower, of which the window knows nothing.
  const resized = new ResizeObserver(() => sigma.scheduleRefresh())
  resized.observe(element)
  sigma.on('clickNode', ({ node }) => opening.onNode(attributesOf(node)))
  sigma.on('clickEdge', ({ edge }) => {
    const [from, to] = graph.extremities(edge)
    opening.onEdge(graph.getEdgeAttribute(edge, 'is'), [attributesOf(from), attributesOf(to)])
  })
  sigma.on('clickStage', () => opening.onNothing())
  for (const event of ['enterNode', 'enterEdge'] as const) sigma.on(event, () => (element.style.cursor = 'pointer'))
  for (const event of ['leaveNode', 'leaveEdge'] as const) sigma.on(event, () => (element.style.cursor = ''))

  const pick = (name: Picked): void => {
    picked = name
    near = nearOf(name)
    sigma.refresh({ skipIndexation: true })
  }
  const move = { duration: calm() ? 0 : MOVE_MS }
  return {
    sigma,
    show(next) {
      graph = next
      near = nearOf(picked)
      sigma.setGraph(next as never)
      frame()
      sigma.refresh()
    },
    paint(next) {
      palette = next
      sigma.setSetting('labelColor', { color: next.ink })
      sigma.refresh({ skipIndexation: true })
    },
    pick,
    lookAt(nodes): void {
      const places = nodes.flatMap((node) => sigma.getNodeDisplayData(node) ?? [])
      if (places.length === 0) {
        void sigma.getCamera().animatedReset(move)
        return
      }
      const [x, y] = [spanOf(places.map((place) => place.x)), spanOf(places.map((place) => place.y))]
      // The whole map is one across for the camera.
      const ratio = Math.max(x.length, y.length) * 1.4 + LEAST_EXTENT / (2 * half)
      void sigma.getCamera().animate({ x: x.middle, y: y.middle, ratio: Math.min(1, ratio) }, move)
    },
    zoom: (by) => void (by === 'closer' ? sigma.getCamera().animatedZoom(move) : sigma.getCamera().animatedUnzoom(move)),
    close() {
      resized.disconnect()
      sigma.kill()
    },
  }
}

const spanOf = (of: readonly number[]) => ({ middle: (Math.min(...of) + Math.max(...of)) / 2, length: Math.max(...of) - Math.min(...of) })

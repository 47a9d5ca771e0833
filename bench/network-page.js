import Graph from 'graphology'
import { Sigma } from 'sigma'
import { graphOf } from '../src/surfaces/console/pages/network/map/graph-of.ts'
import { openMap } from '../src/surfaces/console/pages/network/map/map-view.ts'
import { paletteOf } from '../src/surfaces/console/pages/network/map/palette.ts'
import { madeClusters } from './network-made.ts'

// Runs in a browser; bench/network.ts builds it, opens it and calls what it leaves at `bench`.

/** Without a graphics card a frame of thousands of lines takes the better part of a second. */
const FRAMES = 12
/** A way over the map: in, across, and out again. */
const states = Array.from({ length: FRAMES }, (_, i) => {
  const part = i / FRAMES
  return {
    x: 0.5 + 0.3 * Math.sin(2 * Math.PI * part),
    y: 0.5 + 0.2 * Math.sin(4 * Math.PI * part),
    angle: 0,
    ratio: 0.08 + 0.92 * Math.abs(Math.cos(Math.PI * part)),
  }
})
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))

let shown
let made

/** The map as the console draws it. */
function ours(box) {
  const view = openMap(box, { graph: made, palette: paletteOf(box), onNode() {}, onEdge() {}, onNothing() {} })
  view.pick(made.nodes().find((node) => node.startsWith('persona')))
  return { sigma: view.sigma, close: view.close }
}

/** The same nodes and lines at the same places with the same sizes and colours, in Sigma with nothing set. */
function plain(box) {
  const graph = new Graph({ type: 'undirected' })
  const palette = paletteOf(box)
  made.forEachNode((node, { is, x, y, label }) =>
    graph.addNode(node, { x, y, label, size: is.kind === 'value' ? 3 : 5, color: palette.nodes[is.kind] }),
  )
  made.forEachEdge((edge, { is }, from, to) =>
    graph.addEdgeWithKey(edge, from, to, { size: 1, color: is.kind === 'link' ? palette.links[is.state] : palette.holds }),
  )
  const sigma = new Sigma(graph, box)
  return { sigma, close: () => sigma.kill() }
}

globalThis.bench = {
  /** Makes the graph; answers how large it is and how long that took, in milliseconds. */
  make(nodes) {
    const clusters = madeClusters(nodes)
    const start = performance.now()
    made = graphOf({
      clusters,
      opened: clusters,
      links: [],
      values: true,
      label: (node) => node.persona ?? node.value ?? node.key ?? node.cluster,
    })
    return { nodes: made.order, lines: made.size, took: performance.now() - start }
  },
  open(which) {
    const box = document.createElement('div')
    box.className = 'box'
    document.body.append(box)
    shown = { ...(which === 'ours' ? ours(box) : plain(box)), box }
  },
  close() {
    shown.close()
    shown.box.remove()
  },
  /** Milliseconds of each frame along the way: the camera moved, everything drawn, and drawing waited for. */
  async run() {
    const { sigma } = shown
    const times = []
    const pixel = new Uint8Array(4)
    const draw = (state) => {
      sigma.getCamera().setState(state)
      sigma.render()
      // Whoever reads a point back waits for all that was asked to be drawn before it.
      for (const gl of Object.values(sigma.webGLContexts)) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel)
    }
    // The first frame also compiles what draws.
    await frame()
    draw(states.at(-1))
    for (const state of states) {
      await frame()
      const start = performance.now()
      draw(state)
      times.push(performance.now() - start)
    }
    return times
  },
}

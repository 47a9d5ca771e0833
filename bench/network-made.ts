import type { ShownCluster, ShownLink } from '../src/surfaces/console/pages/network/map/shown.ts'

/** A generator with a seed (mulberry32): the same graph in every run. */
function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const KINDS = ['phone', 'email', 'wallet', 'text', 'device'] as const

/**
 * Opened clusters of invented candidates until the map holds so many nodes: most clusters small, a few of some hundred; members joined in
 * chains with some more links, each link resting on a shared value, now and then a hub that several have.
 */
export function madeClusters(nodes: number): readonly ShownCluster[] {
  const chance = chanceOf(5)
  const clusters: ShownCluster[] = []
  for (let left = nodes, n = 0; left > 4; n++) {
    const wanted = n % 50 === 0 ? 220 : 2 + Math.floor(14 * chance() ** 3)
    const size = Math.max(2, Math.min(wanted, Math.floor(left / 2)))
    const personas = Array.from({ length: size }, (_, i) => `p-${n}-${i}`)
    const links: ShownLink[] = personas.slice(1).map((other, i) => {
      const persona = personas[Math.max(0, i - Math.floor(6 * chance()))] ?? ''
      const value = { kind: KINDS[i % KINDS.length] ?? 'phone', value: `${n}-${i >> 1}`, bits: 4 + 8 * chance() }
      return { persona, other, state: chance() < 0.9 ? 'linked' : 'proposed', bits: value.bits, evidence: [value] }
    })
    const hubs = size < 6 ? [] : [{ kind: 'ip', key: `192.0.2.${n % 250}`, holders: 40 + n, personas: personas.slice(0, size >> 1) }]
    const values = new Set(links.flatMap(({ evidence }) => evidence.map(({ kind, value }) => `${kind} ${value}`))).size
    clusters.push({ cluster: `c-${n}`, personas, links, hubs })
    left -= size + values + hubs.length
  }
  return clusters
}

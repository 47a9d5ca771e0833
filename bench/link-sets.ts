import { UnionFind } from '../src/compute/union-find.ts'
import { accountsOf } from './accounts-made.ts'
import { seeded } from './chance.ts'
import { type Graph, labelPropagation } from './label-propagation.ts'
import { alternate, ratioOf, timed, type Measured } from './measure.ts'

const NODES = 1_000_000
const ROUNDS = 7
/** Union-find is over before a clock with a coarse step, or a collection of garbage, is fair to it. */
const AT_ONCE = 5

/** Sets of accounts from pairs, with union-find and with label propagation in DuckDB, over the same edges, on one thread each. */
export async function linkSets(): Promise<Measured[]> {
  const graph = operatorsJoined(NODES)
  const peer = await labelPropagation(graph, 1)
  let found = new Uint32Array()
  const times = await alternate(
    {
      'label propagation': () => timed(() => peer.label()),
      'union-find': async () => {
        const start = performance.now()
        for (let i = 0; i < AT_ONCE; i++) found = sets(graph)
        return (performance.now() - start) / AT_ONCE
      },
    },
    ROUNDS,
  )
  const labels = await peer.labels()
  peer.close()
  const equal = labels.every((label, node) => label === found[node])
  return [
    {
      job: 'link-sets',
      what: `label propagation in DuckDB SQL ÷ union-find, over ${NODES.toLocaleString('en')} accounts and ${graph.left.length.toLocaleString('en')} pairs, one thread each`,
      ...ratioOf(times, 'label propagation', 'union-find'),
      atLeast: 30,
      quality: equal ? `the same ${new Set(found).size.toLocaleString('en')} sets` : 'DIFFERENT sets',
    },
  ]
}

function sets({ nodes, left, right }: Graph): Uint32Array<ArrayBuffer> {
  const joined = new UnionFind(nodes)
  for (let i = 0; i < left.length; i++) joined.union(left[i] ?? 0, right[i] ?? 0)
  return Uint32Array.from(joined.components())
}

/** Each account beside two earlier ones of its operator. Numbers are dealt out by chance: those who belong together do not lie together. */
function operatorsJoined(nodes: number): Graph {
  const chance = seeded(1)
  const accounts = accountsOf(nodes, 1)
  const number = chance.shuffled(Array.from({ length: nodes }, (_, i) => i))
  const [left, right]: [number[], number[]] = [[], []]
  for (let operator = 0, first = 0; operator < accounts.operators; operator++) {
    const size = accounts.sizeOf(operator)
    for (let i = 1; i < size; i++)
      for (let edge = 0; edge < 2; edge++) {
        left.push(number[first + chance.below(i)] ?? 0)
        right.push(number[first + i] ?? 0)
      }
    first += size
  }
  return { nodes, left: Uint32Array.from(left), right: Uint32Array.from(right) }
}

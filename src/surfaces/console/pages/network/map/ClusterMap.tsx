import { Button, Switch } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Empty, Failed, Loading } from '../../../parts/states.tsx'
import { t } from '../../../texts/index.ts'
import type { Chosen } from '../chosen.ts'
import { useClusters, useLines, type Cluster, type Link } from '../linked.ts'
import { fewOf, kindInWords, nameOf } from '../words.ts'
import { Canvas } from './Canvas.tsx'
import { graphOf } from './graph-of.ts'
import css from './map.module.css'
import { canDraw } from './map-view.ts'
import type { EdgeOf, NodeOf } from './shown.ts'

const { map: words, ...n } = t.network
/** A value is a word on the map, not a text. */
const LONGEST_VALUE = 28

interface Shown {
  readonly opened: readonly Cluster[]
  readonly links: readonly Link[]
  readonly chosen: Chosen | undefined
  choose(next: Chosen | undefined): void
  open(cluster: string): void
}

/** Clusters first; one that is clicked opens. */
export function ClusterMap({ opened, links, chosen, choose, open }: Shown) {
  const [drawable] = useState(canDraw)
  const [values, setValues] = useState(true)
  const { query: list, rows: clusters } = useClusters()
  const lines = useLines(
    useMemo(
      () => [
        ...clusters.flatMap(({ personas }) => personas.slice(0, 2)),
        ...opened.flatMap(({ personas }) => personas),
        ...links.flatMap(({ persona, other }) => [persona, other]),
      ],
      [clusters, opened, links],
    ),
  )
  const graph = useMemo(
    () =>
      graphOf({
        clusters: withOpened(clusters, opened),
        opened,
        links,
        values,
        label(node) {
          if (node.kind === 'cluster') return fewOf(lines, node.personas, 1)
          if (node.kind === 'persona') return nameOf(lines, node.persona)
          if (node.kind === 'hub') return words.hub(kindInWords(node.of), node.holders)
          return node.value.length > LONGEST_VALUE ? `${node.value.slice(0, LONGEST_VALUE)}…` : node.value
        },
      }),
    [clusters, opened, links, values, lines],
  )
  const shown = chosen?.kind === 'cluster' ? opened.find(({ cluster }) => cluster === chosen.cluster) : undefined
  const looked = useMemo(() => shown?.personas.map((persona) => `persona ${persona}`), [shown])
  if (list.isPending) return <Loading />
  if (list.isError) return <Failed error={list.error} onRetry={() => void list.refetch()} />
  if (graph.order === 0) return <Empty {...n.empty} />
  if (!drawable) return <Empty {...words.none} />

  const onNode = (node: NodeOf): void => {
    if (node.kind === 'cluster') open(node.cluster)
    choose(chosenOf(node))
  }
  const onEdge = (edge: EdgeOf, ends: readonly [NodeOf, NodeOf]): void => {
    if (edge.kind === 'link') return choose({ kind: 'link', persona: edge.persona, other: edge.other })
    // A thin line says that somebody has a value: the value says which links rest on it.
    const thing = ends.find(({ kind }) => kind === 'value' || kind === 'hub')
    if (thing !== undefined) choose(chosenOf(thing))
  }
  return (
    <div className={css.map}>
      <Canvas
        label={words.label(clusters.length)}
        graph={graph}
        picked={nameIn(chosen)}
        lookAt={looked}
        onNode={onNode}
        onEdge={onEdge}
        onNothing={() => choose(undefined)}
      />
      <div className={css.bar}>
        <Legend />
        <Switch label={words.values} checked={values} onChange={(event) => setValues(event.currentTarget.checked)} size="sm" />
        {list.hasNextPage && (
          <Button variant="default" size="compact-sm" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {words.moreClusters}
          </Button>
        )}
      </div>
      <p className="soft small">{words.hint}</p>
    </div>
  )
}

function Legend() {
  return (
    <ul className={css.legend} aria-label={words.legend}>
      {Object.entries(words.kinds).map(([kind, says]) => (
        <li key={kind} data-of={kind}>
          <i aria-hidden />
          {says}
        </li>
      ))}
      {Object.entries(words.lines).map(([line, says]) => (
        <li key={line} data-line={line}>
          <i aria-hidden />
          {says}
        </li>
      ))}
    </ul>
  )
}

/** One that somebody came for by its address may stand on a later page of the list. */
function withOpened(clusters: readonly Pick<Cluster, 'cluster' | 'personas'>[], opened: readonly Cluster[]) {
  const here = new Set(clusters.map(({ cluster }) => cluster))
  return [...clusters, ...opened.filter(({ cluster }) => !here.has(cluster))]
}

function chosenOf(node: NodeOf): Chosen {
  switch (node.kind) {
    case 'cluster':
      return { kind: 'cluster', cluster: node.cluster }
    case 'persona':
      return { kind: 'persona', persona: node.persona }
    case 'hub':
      return { kind: 'hub', of: node.of, key: node.key, cluster: node.cluster }
    default:
      return { kind: 'value', of: node.of, value: node.value, cluster: node.cluster }
  }
}

/** The name that a node or line has in the graph. */
function nameIn(chosen: Chosen | undefined): string | undefined {
  switch (chosen?.kind) {
    case 'cluster':
      return `cluster ${chosen.cluster}`
    case 'persona':
      return `persona ${chosen.persona}`
    case 'link':
      return `link ${[chosen.persona, chosen.other].toSorted().join(' ')}`
    case 'hub':
      return chosen.cluster === undefined ? undefined : `hub ${chosen.cluster} ${chosen.of} ${chosen.key}`
    case 'value':
      return `value ${chosen.cluster} ${chosen.of} ${chosen.value}`
    default:
      return undefined
  }
}

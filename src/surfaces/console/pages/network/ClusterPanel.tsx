import { Button } from '@mantine/core'
import { Recommendation } from '../../parts/Recommendation.tsx'
import { Failed, Loading } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import type { Chosen } from './chosen.ts'
import { ExportCluster } from './ExportCluster.tsx'
import { History } from './History.tsx'
import { useCluster, useLines, type Cluster } from './linked.ts'
import { LinkRows } from './LinkRows.tsx'
import { More } from './More.tsx'
import css from './network.module.css'
import { kindInWords, nameOf, sharedBy } from './words.ts'

const n = t.network
const FIRST = 12

interface Shown {
  readonly cluster: string
  /** Whether it is open on the map, and how that is changed; absent where there is no map. */
  readonly onMap?: { readonly opened: boolean; turn(): void } | undefined
  choose(next: Chosen): void
}

/** A cluster in words: who is in it, by what, and what happened to it. */
export function ClusterPanel({ cluster, onMap, choose }: Shown) {
  const found = useCluster(cluster)
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  return <Opened cluster={found.data} onMap={onMap} choose={choose} />
}

function Opened({ cluster, onMap, choose }: Omit<Shown, 'cluster'> & { readonly cluster: Cluster }) {
  const { personas, links, hubs, events } = cluster
  const lines = useLines([...personas, ...events.flatMap(({ joined, left }) => [...joined, ...left])])
  return (
    <>
      <header className={css.head}>
        <p className="mono soft">{cluster.cluster}</p>
        <h2>{n.cluster.title(personas.length, sharedBy(links))}</h2>
        <p className="soft">{n.cluster.honest}</p>
        <div className={css.acts}>
          {onMap !== undefined && (
            <Button variant="default" onClick={onMap.turn}>
              {onMap.opened ? n.cluster.shut : n.cluster.open}
            </Button>
          )}
          <ExportCluster cluster={cluster.cluster} personas={personas} />
        </div>
      </header>
      <section>
        <h3>{n.cluster.links}</h3>
        <LinkRows links={links} lines={lines} onChoose={({ persona, other }) => choose({ kind: 'link', persona, other })} />
      </section>
      <section>
        <h3>{n.cluster.members}</h3>
        <More
          className={css.members}
          of={personas}
          first={FIRST}
          draw={(persona) => (
            <li key={persona}>
              <button type="button" className={css.plain} onClick={() => choose({ kind: 'persona', persona })}>
                {nameOf(lines, persona)}
              </button>
              <Recommendation of={lines.get(persona)?.recommendation} />
            </li>
          )}
        />
      </section>
      {hubs.length > 0 && (
        <section>
          <h3>{n.cluster.hubs}</h3>
          <More
            className={css.rows}
            of={hubs}
            first={FIRST}
            draw={(hub) => (
              <li key={`${hub.kind} ${hub.key}`}>
                <b>{kindInWords(hub.kind)}</b> <span className="soft">{n.holders(hub.holders)}</span>
                <p className="soft small">{hub.reason}</p>
              </li>
            )}
          />
        </section>
      )}
      <History events={events} lines={lines} />
    </>
  )
}

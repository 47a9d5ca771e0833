import { Link as To } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Paged } from '../../api/pages.ts'
import type { TableColumn } from '../../parts/DataTable.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { Listed } from '../../parts/Listed.tsx'
import { Masked } from '../../parts/Masked.tsx'
import { t } from '../../texts/index.ts'
import { written, type Addressed, type Chosen } from './chosen.ts'
import { useClusters, useHubs, useLines, useLinks, type ClusterLine, type Hub, type Lines, type Link } from './linked.ts'
import css from './network.module.css'
import { State } from './State.tsx'
import { fewOf, kindInWords, pairOf, reasonOf, weightOf } from './words.ts'

/** The map in words: the same, for the keyboard, for readers of the screen, and to be taken out. */

const n = t.network
type Choose = (next: Chosen) => void

interface Of<Row> {
  readonly name: 'links' | 'clusters' | 'hubs'
  readonly columns: readonly TableColumn<Row>[]
  readonly list: Paged<Row>
  readonly empty: { readonly title: string; readonly says: string }
  readonly id: (row: Row) => string
  readonly open: (row: Row) => void
}

function List<Row extends object>({ name, columns, list, empty, id, open }: Of<Row>) {
  return (
    <div className={css.list}>
      <Listed
        of={list.query}
        empty={empty}
        label={n.views[name]}
        columns={columns}
        rows={list.rows}
        id={id}
        open={open}
        onEnd={list.onEnd}
      />
      {list.rows.length > 0 && <ExportButton name={name} columns={columns} rows={list.rows} />}
    </div>
  )
}

/** A row leads to the panel; its address can be sent to a colleague. */
function Leads({ to, says }: { readonly to: Addressed; readonly says: string }) {
  return (
    <To to="/network" search={(before) => ({ ...before, at: written(to) })} replace resetScroll={false}>
      {says}
    </To>
  )
}

const linkOf = ({ persona, other }: Link): Addressed => ({ kind: 'link', persona, other })

const linkColumns = (lines: Lines): readonly TableColumn<Link>[] => [
  {
    head: n.heads.who,
    width: 'minmax(140px, 1.4fr)',
    value: (link) => pairOf(lines, link),
    draw: (link) => <Leads to={linkOf(link)} says={pairOf(lines, link)} />,
  },
  { head: n.heads.weight, width: '84px', value: (link) => n.weightWord[weightOf(link)] },
  { head: n.heads.state, width: '176px', value: ({ state }) => n.state[state], draw: ({ state }) => <State of={state} /> },
  { head: n.heads.why, width: 'minmax(90px, 2fr)', value: reasonOf },
  { head: n.heads.against, width: '60px', value: ({ against }) => (against.length === 0 ? '' : String(against.length)) },
]

export function LinksList({ choose }: { readonly choose: Choose }) {
  const list = useLinks()
  const ids = useMemo(() => list.rows.flatMap(({ persona, other }) => [persona, other]), [list.rows])
  const lines = useLines(ids)
  const columns = useMemo(() => linkColumns(lines), [lines])
  return (
    <List
      name="links"
      columns={columns}
      list={list}
      empty={n.empty}
      id={({ persona, other }) => `${persona} ${other}`}
      open={(link) => choose(linkOf(link))}
    />
  )
}

const clusterOf = ({ cluster }: ClusterLine): Addressed => ({ kind: 'cluster', cluster })

const clusterColumns = (lines: Lines): readonly TableColumn<ClusterLine>[] => [
  {
    head: n.heads.who,
    width: 'minmax(160px, 3fr)',
    value: ({ personas }) => fewOf(lines, personas),
    draw: (row) => <Leads to={clusterOf(row)} says={fewOf(lines, row.personas)} />,
  },
  { head: n.heads.size, width: '110px', value: ({ personas }) => String(personas.length) },
  { head: n.heads.id, width: '160px', value: ({ cluster }) => cluster, draw: ({ cluster }) => <span className="mono">{cluster}</span> },
]

export function ClustersList({ choose }: { readonly choose: Choose }) {
  const list = useClusters()
  const ids = useMemo(() => list.rows.flatMap(({ personas }) => personas.slice(0, 2)), [list.rows])
  const lines = useLines(ids)
  const columns = useMemo(() => clusterColumns(lines), [lines])
  return (
    <List
      name="clusters"
      columns={columns}
      list={list}
      empty={n.empty}
      id={({ cluster }) => cluster}
      open={(row) => choose(clusterOf(row))}
    />
  )
}

const hubColumns = (choose: Choose): readonly TableColumn<Hub>[] => [
  {
    head: n.heads.value,
    width: 'minmax(170px, 1.5fr)',
    value: ({ key }) => key,
    draw: (hub) => (
      <button type="button" className={css.cover} onClick={() => choose(hubOf(hub))}>
        <Masked value={hub.key} />
      </button>
    ),
  },
  { head: n.heads.kind, width: 'minmax(120px, 1fr)', value: ({ kind }) => kindInWords(kind) },
  { head: n.heads.holders, width: '90px', value: ({ holders }) => String(holders) },
  { head: n.heads.reason, width: 'minmax(160px, 2fr)', value: ({ reason }) => reason },
]
const hubOf = ({ kind, key }: Hub): Chosen => ({ kind: 'hub', of: kind, key })

export function HubsList({ choose }: { readonly choose: Choose }) {
  const list = useHubs()
  const columns = useMemo(() => hubColumns(choose), [choose])
  return (
    <List
      name="hubs"
      columns={columns}
      list={list}
      empty={n.noHubs}
      id={({ kind, key }) => `${kind} ${key}`}
      open={(hub) => choose(hubOf(hub))}
    />
  )
}

import { SegmentedControl } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useMay } from '../../api/session.ts'
import { useShortcuts } from '../../frame/keyboard.ts'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { t } from '../../texts/index.ts'
import { useChosen, VIEWS, type View } from './chosen.ts'
import { useLinks, useOpened, type Link } from './linked.ts'
import { ClustersList, HubsList, LinksList } from './Lists.tsx'
import { ClusterMap } from './map/ClusterMap.tsx'
import css from './network.module.css'
import { Panel } from './Panel.tsx'

const n = t.network

/** Who shares what with whom: a map, the same as lists, and beside them why. */
export function Network() {
  const { view, show, chosen, choose } = useChosen()
  const may = useMay()
  const [openIds, setOpenIds] = useState<readonly string[]>([])
  const asked = chosen?.kind === 'cluster' ? chosen.cluster : undefined
  const open = (cluster: string): void => setOpenIds((before) => (before.includes(cluster) ? before : [...before, cluster]))
  const shut = (cluster: string): void => setOpenIds((before) => before.filter((one) => one !== cluster))
  // Whoever comes by a cluster's address comes to see into it.
  useEffect(() => {
    if (asked !== undefined) open(asked)
  }, [])
  const opened = useOpened(openIds)
  const { rows: listed } = useLinks()
  const links = useMemo(() => once([...opened.flatMap((one) => one.links), ...listed]), [opened, listed])
  useShortcuts([{ keys: 'Escape', says: n.close, run: () => choose(undefined) }])
  const views = VIEWS.filter((one) => one !== 'hubs' || may('link:judge'))
  const onMap =
    view === 'map'
      ? (cluster: string) => {
          const isOpen = openIds.includes(cluster)
          return { opened: isOpen, turn: () => (isOpen ? shut : open)(cluster) }
        }
      : undefined
  return (
    <>
      <PageHeader title={n.title} says={n.says}>
        <SegmentedControl
          aria-label={n.views.label}
          data={views.map((value) => ({ value, label: n.views[value] }))}
          value={view}
          onChange={(next) => show(next as View)}
        />
      </PageHeader>
      <div className={css.page} data-beside={chosen !== undefined || undefined}>
        {view === 'map' && <ClusterMap opened={opened} links={listed} chosen={chosen} choose={choose} open={open} />}
        {view === 'links' && <LinksList choose={choose} />}
        {view === 'clusters' && <ClustersList choose={choose} />}
        {view === 'hubs' && <HubsList choose={choose} />}
        {chosen !== undefined && <Panel chosen={chosen} opened={opened} links={links} onMap={onMap} choose={choose} />}
      </div>
    </>
  )
}

/** A pair can come with its cluster and in the list. */
const once = (links: readonly Link[]): readonly Link[] =>
  Object.values(Object.fromEntries(links.map((link) => [`${link.persona} ${link.other}`, link]))).toSorted((a, b) => b.bits - a.bits)

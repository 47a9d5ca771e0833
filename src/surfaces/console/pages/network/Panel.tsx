import { CloseButton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { t } from '../../texts/index.ts'
import { isAddressed, written, type Chosen } from './chosen.ts'
import { ClusterPanel } from './ClusterPanel.tsx'
import { useHubs, type Cluster, type Link } from './linked.ts'
import { LinkPanel } from './LinkPanel.tsx'
import css from './network.module.css'
import { HubPanel, PersonaPanel, ValuePanel } from './ThingPanels.tsx'

const { panel: words } = t.network

interface Shown {
  readonly chosen: Chosen
  readonly opened: readonly Cluster[]
  readonly links: readonly Link[]
  readonly onMap: ((cluster: string) => { readonly opened: boolean; turn(): void }) | undefined
  choose(next: Chosen | undefined): void
}

/** What stands beside the map or the list: what was chosen there, with all it rests on. */
export function Panel(shown: Shown) {
  const { chosen, choose } = shown
  const panel = useRef<HTMLElement>(null)
  const about = isAddressed(chosen) ? written(chosen) : chosen.kind
  useEffect(() => {
    // On a telephone it stands under the map; whoever reads by ear is led to it too.
    panel.current?.scrollTo({ top: 0 })
    panel.current?.focus({ preventScroll: matchMedia('(min-width: 1100px)').matches })
  }, [about])
  return (
    <section ref={panel} className={`card ${css.panel}`} aria-label={words.label} tabIndex={-1}>
      <CloseButton className={css.close} aria-label={t.network.close} onClick={() => choose(undefined)} />
      <Inside {...shown} />
    </section>
  )
}

function Inside({ chosen, opened, links, onMap, choose }: Shown) {
  switch (chosen.kind) {
    case 'cluster':
      return <ClusterPanel key={chosen.cluster} cluster={chosen.cluster} onMap={onMap?.(chosen.cluster)} choose={choose} />
    case 'persona':
      return <PersonaPanel persona={chosen.persona} links={links} choose={choose} />
    case 'link':
      return <LinkPanel key={`${chosen.persona} ${chosen.other}`} persona={chosen.persona} other={chosen.other} />
    case 'value': {
      const cluster = opened.find((one) => one.cluster === chosen.cluster)
      return cluster === undefined ? null : <ValuePanel of={chosen.of} value={chosen.value} cluster={cluster} choose={choose} />
    }
    default:
      return <HubOf chosen={chosen} opened={opened} />
  }
}

function HubOf({ chosen, opened }: { readonly chosen: Chosen & { readonly kind: 'hub' }; readonly opened: readonly Cluster[] }) {
  const listed = useHubs(chosen.cluster === undefined)
  const here = opened.find(({ cluster }) => cluster === chosen.cluster)?.hubs
  const hub = (here ?? listed.rows).find(({ kind, key }) => kind === chosen.of && key === chosen.key)
  return hub === undefined ? null : <HubPanel hub={hub} holders={here?.find((one) => one === hub)?.personas ?? []} />
}

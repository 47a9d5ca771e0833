import { ActionIcon, Tooltip, useComputedColorScheme } from '@mantine/core'
import IconFocusCentered from '@tabler/icons-react/icons/IconFocusCentered'
import IconMinus from '@tabler/icons-react/icons/IconMinus'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import { useEffect, useRef } from 'react'
import { t } from '../../../texts/index.ts'
import type { MapGraph } from './graph-of.ts'
import css from './map.module.css'
import { openMap, type MapView, type Picked } from './map-view.ts'
import { paletteOf } from './palette.ts'
import type { EdgeOf, NodeOf } from './shown.ts'

const { map: words } = t.network

interface Drawn {
  readonly label: string
  readonly graph: MapGraph
  readonly picked: Picked
  /** Nodes that are brought to the middle when others are to be looked at. */
  readonly lookAt: readonly string[] | undefined
  onNode(node: NodeOf): void
  onEdge(edge: EdgeOf, ends: readonly [NodeOf, NodeOf]): void
  onNothing(): void
}

/** The drawing itself. Whoever does not use a mouse has the lists, which hold the same. */
export function Canvas(drawn: Drawn) {
  const { label, graph, picked, lookAt } = drawn
  const box = useRef<HTMLDivElement>(null)
  const view = useRef<MapView>(undefined)
  const latest = useRef(drawn)
  latest.current = drawn
  const scheme = useComputedColorScheme('light')

  useEffect(() => {
    if (box.current === null) return undefined
    const opened = openMap(box.current, {
      graph: latest.current.graph,
      palette: paletteOf(box.current),
      onNode: (node) => latest.current.onNode(node),
      onEdge: (edge, ends) => latest.current.onEdge(edge, ends),
      onNothing: () => latest.current.onNothing(),
    })
    view.current = opened
    return () => {
      opened.close()
      view.current = undefined
    }
  }, [])
  useEffect(() => {
    view.current?.show(graph)
    view.current?.pick(picked)
  }, [graph, picked])
  useEffect(() => {
    if (lookAt !== undefined) view.current?.lookAt(lookAt)
  }, [lookAt])
  useEffect(() => {
    if (box.current !== null) view.current?.paint(paletteOf(box.current))
  }, [scheme])

  const buttons = [
    [words.closer, IconPlus, () => view.current?.zoom('closer')],
    [words.farther, IconMinus, () => view.current?.zoom('farther')],
    [words.whole, IconFocusCentered, () => view.current?.lookAt([])],
  ] as const
  return (
    <div className={css.stage}>
      <div ref={box} className={css.canvas} role="img" aria-label={label} />
      <div className={css.buttons}>
        {buttons.map(([says, Icon, onClick]) => (
          <Tooltip key={says} label={says} position="left">
            <ActionIcon variant="default" size="lg" aria-label={says} onClick={onClick}>
              <Icon size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ))}
      </div>
    </div>
  )
}

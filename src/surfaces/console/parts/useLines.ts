import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import { useShortcuts, type Shortcut } from '../frame/keyboard.ts'
import { t } from '../texts/index.ts'

interface Lines {
  readonly count: number
  /** Pixels, before a line was drawn. */
  readonly height: number
  open(index: number): void
  readonly more?: readonly (Omit<Shortcut, 'run'> & { run(index: number): void })[]
}

/** A long list of which only what is seen is drawn, walked with `j` and `k`. */
export function useLines({ count, height, open, more = [] }: Lines) {
  const list = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(-1)
  const lines = useVirtualizer({ count, getScrollElement: () => list.current, estimateSize: () => height, overscan: 10 })
  const go = (to: number): void => {
    const next = Math.max(0, Math.min(count - 1, to))
    setAt(next)
    lines.scrollToIndex(next, { align: 'auto' })
  }
  const chosen = at < count ? at : count - 1
  useShortcuts([
    { keys: 'j', says: t.keys.next, run: () => go(chosen + 1) },
    { keys: 'k', says: t.keys.previous, run: () => go(chosen - 1) },
    { keys: 'Enter', says: t.keys.open, run: () => chosen >= 0 && open(chosen) },
    ...more.map(({ keys, says, run }) => ({ keys, says, run: () => chosen >= 0 && run(chosen) })),
  ])
  return { list, lines, chosen }
}

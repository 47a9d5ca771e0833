import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { t } from '../../texts/index.ts'

interface Shown<T> {
  readonly of: readonly T[]
  /** So many stand open. */
  readonly first: number
  readonly draw: (item: T) => ReactNode
  readonly className?: string | undefined
}

/** The first lines of a list, and the rest when it is asked for. */
export function More<T>({ of, first, draw, className }: Shown<T>) {
  const [all, setAll] = useState(false)
  const shown = all ? of : of.slice(0, first)
  return (
    <>
      <ul className={className}>{shown.map(draw)}</ul>
      {shown.length < of.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t.network.more(of.length - shown.length)}
        </Button>
      )}
    </>
  )
}

import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { t } from '../texts/index.ts'
import css from './blocks.module.css'

interface Shown {
  readonly opened: boolean
  onClose(): void
  readonly title: string
  readonly children: ReactNode
}

/** One line of a table in full, or a longer piece of work, beside the page. */
export function Side({ opened, onClose, title, children }: Shown) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="min(600px, 100vw)"
      title={title}
      classNames={{ title: css.title ?? '' }}
      closeButtonProps={{ 'aria-label': t.keys.close }}
    >
      {children}
    </Drawer>
  )
}

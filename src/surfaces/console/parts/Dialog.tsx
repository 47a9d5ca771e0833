import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { t } from '../texts/index.ts'
import css from './blocks.module.css'

interface Shown {
  readonly opened: boolean
  onClose(): void
  readonly title: string
  readonly children: ReactNode
}

/** One question or one act, over the page. What is in it begins anew each time it is opened. */
export function Dialog({ opened, onClose, title, children }: Shown) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      classNames={{ title: css.title ?? '' }}
      size={520}
      centered
      closeButtonProps={{ 'aria-label': t.keys.close }}
    >
      {children}
    </Modal>
  )
}

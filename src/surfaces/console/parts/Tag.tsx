import type { ReactNode } from 'react'
import css from './blocks.module.css'

/** A standing in a word; its colour only repeats it. */
export function Tag({ tone, children }: { readonly tone?: 'good' | 'wait' | 'look' | 'bad' | undefined; readonly children: ReactNode }) {
  return (
    <span className={css.tag} data-tone={tone}>
      {children}
    </span>
  )
}

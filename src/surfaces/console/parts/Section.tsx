import { useId, type ReactNode } from 'react'
import css from './blocks.module.css'

interface Shown {
  readonly title: string
  readonly says?: string
  /** What can be done with the whole of it, at the right. */
  readonly acts?: ReactNode
  readonly children?: ReactNode
}

/** A part of a page with a heading of its own. */
export function Section({ title, says, acts, children }: Shown) {
  const id = useId()
  return (
    <section className="card" aria-labelledby={id}>
      <header className={css.head}>
        <div>
          <h2 id={id}>{title}</h2>
          {says !== undefined && <p className="soft">{says}</p>}
        </div>
        {acts !== undefined && <div className={css.acts}>{acts}</div>}
      </header>
      {children}
    </section>
  )
}

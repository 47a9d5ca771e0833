import { useEffect, type ReactNode } from 'react'
import { t } from '../texts/index.ts'
import css from './alone.module.css'
import { Mark } from './Mark.tsx'

interface Card {
  readonly title: string
  readonly says?: string
  /** For text that is read and not only filled in. */
  readonly wide?: true
  readonly children: ReactNode
}

/** A page for whoever is not signed in: one card, and nothing around it. */
export function Alone({ title, says, wide, children }: Card) {
  useEffect(() => {
    document.title = `${title} · ${t.name}`
  }, [title])
  return (
    <main className={css.alone}>
      <div className={css.brand}>
        <Mark size={28} />
        {t.name}
      </div>
      <section className={`card ${css.card}`} data-wide={wide}>
        <h1>{title}</h1>
        {says !== undefined && <p className="soft">{says}</p>}
        {children}
      </section>
    </main>
  )
}

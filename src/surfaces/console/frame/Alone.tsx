import type { ReactNode } from 'react'
import { t } from '../texts/index.ts'
import css from './alone.module.css'
import { Mark } from './Mark.tsx'

/** A page for whoever is not signed in: one card, and nothing around it. */
export function Alone({ title, says, children }: { readonly title: string; readonly says?: string; readonly children: ReactNode }) {
  return (
    <main className={css.alone}>
      <div className={css.brand}>
        <Mark size={28} />
        {t.name}
      </div>
      <section className={`card ${css.card}`}>
        <h1>{title}</h1>
        {says !== undefined && <p className="soft">{says}</p>}
        {children}
      </section>
    </main>
  )
}

import { Loader } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'
import { problemOf } from '../../api/problem.ts'
import { Mark } from '../../frame/Mark.tsx'
import { Failed } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import css from './person.module.css'

interface Shown {
  readonly title: string
  readonly says?: string
  readonly children?: ReactNode
}

/** A page for the person concerned: wide enough to read, with nothing else around it. */
export function PersonPage({ title, says, children }: Shown) {
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <main className={css.page}>
      <header className={css.top}>
        <Mark size={24} />
        <p className="soft small">{t.concerned.safe}</p>
      </header>
      <h1>{title}</h1>
      {says !== undefined && <p className={css.lead}>{says}</p>}
      {children}
    </main>
  )
}

export function NoLink() {
  return <PersonPage {...t.concerned.noLink} />
}

export function Opening() {
  return (
    <PersonPage title={t.concerned.opening}>
      <Loader size="sm" aria-label={t.states.loading} />
    </PersonPage>
  )
}

/** A link that is used, over, or never was: one answer. Anything else is said in the service's own words. */
export function NotOpened({ error, onRetry }: { readonly error: unknown; onRetry(): void }) {
  if (problemOf(error).code === 'gone') return <PersonPage {...t.concerned.gone} />
  return (
    <main className={css.page}>
      <Failed error={error} onRetry={onRetry} />
    </main>
  )
}

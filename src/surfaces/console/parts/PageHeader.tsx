import { useEffect, type ReactNode } from 'react'
import { t } from '../texts/index.ts'
import css from './parts.module.css'

interface Heading {
  readonly title: string
  readonly says?: string
  /** What can be done here, at the right. */
  readonly children?: ReactNode
}

/** The head of every page; names the browser's tab too. */
export function PageHeader({ title, says, children }: Heading) {
  useEffect(() => {
    document.title = `${title} · ${t.name}`
  }, [title])
  return (
    <header className={css.header}>
      <div>
        <h1>{title}</h1>
        {says !== undefined && <p className="soft">{says}</p>}
      </div>
      {children !== undefined && <div className={css.actions}>{children}</div>}
    </header>
  )
}

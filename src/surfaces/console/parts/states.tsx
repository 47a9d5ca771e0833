import { Button, Skeleton } from '@mantine/core'
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconInbox from '@tabler/icons-react/icons/IconInbox'
import type { ReactNode } from 'react'
import { problemOf } from '../api/problem.ts'
import { t } from '../texts/index.ts'
import css from './parts.module.css'

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f']

/** In place of a list or page that is on its way. */
export function Loading() {
  return (
    <div className={css.loading} role="status">
      <span className="unseen">{t.states.loading}</span>
      {ROWS.map((row) => (
        <Skeleton key={row} height={44} radius="md" />
      ))}
    </div>
  )
}

/** In place of a list that has nothing: says why that is, and what to do. */
export function Empty({ title, says, children }: { readonly title: string; readonly says: string; readonly children?: ReactNode }) {
  return (
    <section className={css.state}>
      <IconInbox size={28} stroke={1.4} aria-hidden />
      <h2>{title}</h2>
      <p className="soft">{says}</p>
      {children}
    </section>
  )
}

/** In place of what could not be fetched: the service's own words, and a way on. */
export function Failed({ error, onRetry }: { readonly error: unknown; onRetry?(): void }) {
  const { title, detail, status } = problemOf(error)
  return (
    <section className={css.state} role="alert">
      <IconAlertTriangle size={28} stroke={1.4} aria-hidden />
      <h2>{title}</h2>
      <p className="soft">{status === 403 ? t.problems.forbidden : detail}</p>
      {onRetry !== undefined && (
        <Button variant="default" onClick={onRetry}>
          {t.states.retry}
        </Button>
      )}
    </section>
  )
}

/** Under a form that the service refused. */
export function Refused({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined) return null
  const { title, detail } = problemOf(error)
  return (
    <p className={css.refused} role="alert">
      <b>{title}.</b> {detail}
    </p>
  )
}

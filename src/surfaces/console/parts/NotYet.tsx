import type { ReactNode } from 'react'
import { PageHeader } from './PageHeader.tsx'
import { Failed, Loading } from './states.tsx'

interface Asked {
  readonly isError: boolean
  readonly error: unknown
  refetch(): unknown
}

/** In place of a whole page that is on its way or could not be fetched: what it is, and the way back, stand already. */
export function NotYet({ title, asked, children }: { readonly title: string; readonly asked: Asked; readonly children: ReactNode }) {
  return (
    <>
      {children}
      <PageHeader title={title} />
      {asked.isError ? <Failed error={asked.error} onRetry={() => void asked.refetch()} /> : <Loading />}
    </>
  )
}

import { FileInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { Alone } from '../../frame/Alone.tsx'
import { Loading, Refused } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'

interface Opening {
  readonly secret: string
  readonly title: string
  readonly error: unknown
  readonly ready: boolean
  readonly children: () => ReactNode
}

/** A page behind a one-time link: what is wrong with the link in plain words, or the page. */
export function BehindLink({ secret, title, error, ready, children }: Opening) {
  if (secret === '') return <Alone title={t.name} says={t.person.noLink} children={null} />
  return (
    <Alone title={title} wide>
      {error !== null ? <Refused error={error} /> : ready ? children() : <Loading />}
    </Alone>
  )
}

export function AddFiles({ files, onFiles }: { readonly files: readonly File[]; onFiles(files: File[]): void }) {
  return <FileInput label={t.person.files} multiple clearable value={[...files]} onChange={onFiles} placeholder={t.person.files} />
}

import { Button } from '@mantine/core'
import IconDownload from '@tabler/icons-react/icons/IconDownload'
import { useMutation } from '@tanstack/react-query'
import { t } from '../texts/index.ts'
import { save } from './save.ts'
import { done, failed } from './toast.tsx'

interface Fetched {
  readonly says: string
  /** Of the file, with its ending. */
  readonly name: string
  readonly type: string
  fetch(): Promise<Uint8Array>
}

/** Saves a file that the service makes. That it was taken out is written into the log. */
export function FetchedFile({ says, name, type, fetch }: Fetched) {
  const get = useMutation({
    mutationFn: fetch,
    onSuccess(bytes) {
      save(name, new Blob([Uint8Array.from(bytes)], { type }))
      done(t.fetched(name))
    },
    onError: failed,
  })
  return (
    <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} loading={get.isPending} onClick={() => get.mutate()}>
      {says}
    </Button>
  )
}

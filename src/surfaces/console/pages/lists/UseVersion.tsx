import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Refused } from '../../parts/states.tsx'
import { done } from '../../parts/toast.tsx'
import { rooms } from '../../texts/index.ts'
import { dayOf, type Version } from './list-lines.ts'
import css from './lists.module.css'

const words = rooms.list

interface Asked {
  readonly list: string
  /** That is to be put in force; undefined: nothing is asked. */
  readonly version: Version | undefined
  /** In force until then. */
  readonly before: string | undefined
  onClose(): void
}

/** Says what follows before it is done; the version before is put back by one click. */
export function UseVersion({ list, version, before, onClose }: Asked) {
  const client = useQueryClient()
  const look = (): Promise<void> => client.invalidateQueries({ queryKey: ['screening'] })
  const put = (hash: string) => call('POST /api/lists/:list/use', { params: { list }, body: { version: hash } })
  const use = useMutation({
    mutationFn: put,
    async onSuccess({ subjects, opened }) {
      onClose()
      done(
        words.used(subjects, opened),
        before === undefined
          ? undefined
          : async () => {
              await put(before)
              done(words.back2)
              await look()
            },
      )
      await look()
    },
  })
  return (
    <Dialog opened={version !== undefined} onClose={onClose} title={words.useTitle}>
      {version !== undefined && (
        <div className={css.form}>
          <p>
            <b>{dayOf(version)}</b> <span className="mono">{rooms.short(version.version)}</span>
          </p>
          <p className="soft">{words.useSays}</p>
          <Refused error={use.error} />
          <div className={css.buttons}>
            <Button loading={use.isPending} onClick={() => use.mutate(version.version)} data-autofocus>
              {words.use}
            </Button>
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  )
}

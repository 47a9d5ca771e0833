import { Button, Modal, Textarea } from '@mantine/core'
import IconFolderPlus from '@tabler/icons-react/icons/IconFolderPlus'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import { Refused } from '../../parts/states.tsx'
import { done } from '../../parts/toast.tsx'
import { rooms, t } from '../../texts/index.ts'
import type { Match } from './match.ts'
import css from './match.module.css'

const words = rooms.match.openCase

/** A case of this room about the match. */
export function OpenCase({ match: { match, about, subject } }: { readonly match: Match }) {
  const client = useQueryClient()
  const [opened, setOpened] = useState(false)
  const [says, setSays] = useState('')
  const open = useMutation({
    mutationFn: () =>
      call('POST /api/matches/:match/cases', { params: { match }, body: { says, personas: about === 'persona' ? [subject] : [] } }),
    async onSuccess({ id }) {
      setOpened(false)
      setSays('')
      done(words.opened(id))
      await client.invalidateQueries({ queryKey: ['cases'] })
    },
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    open.mutate()
  }
  return (
    <>
      <Button variant="default" leftSection={<IconFolderPlus size={16} aria-hidden />} onClick={() => setOpened(true)}>
        {words.title}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={words.title}
        closeButtonProps={{ 'aria-label': t.keys.close }}
        centered
      >
        <form className={css.form} onSubmit={submit}>
          <p className="soft">{words.says}</p>
          <Textarea
            label={words.what}
            required
            withAsterisk={false}
            autosize
            minRows={2}
            maxLength={5_000}
            value={says}
            onChange={(event) => setSays(event.currentTarget.value)}
            data-autofocus
          />
          <Refused error={open.error} />
          <Button type="submit" loading={open.isPending}>
            {words.go}
          </Button>
        </form>
      </Modal>
    </>
  )
}

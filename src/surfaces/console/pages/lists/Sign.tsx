import { Button, Modal, Textarea } from '@mantine/core'
import IconSignature from '@tabler/icons-react/icons/IconSignature'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import { FreshSignIn, useFresh } from '../../parts/FreshSignIn.tsx'
import { Refused } from '../../parts/states.tsx'
import { done } from '../../parts/toast.tsx'
import { rooms, t } from '../../texts/index.ts'
import type { Report } from './list-lines.ts'
import css from './lists.module.css'

const words = rooms.list

/** A person signs that a version of a list was worked, with what they looked at. */
export function Sign({ report: { list, version } }: { readonly report: Report }) {
  const client = useQueryClient()
  const fresh = useFresh()
  const [opened, setOpened] = useState(false)
  const [reason, setReason] = useState('')
  const sign = useMutation({
    mutationFn: () => call('POST /api/list-reports/:list/:version/sign', { params: { list, version }, body: { reason } }),
    async onSuccess() {
      setOpened(false)
      done(words.signedNow)
      await client.invalidateQueries({ queryKey: ['screening'] })
    },
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    sign.mutate()
  }
  return (
    <>
      <Button className={css.start} leftSection={<IconSignature size={16} aria-hidden />} onClick={() => setOpened(true)}>
        {words.sign}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={words.signTitle}
        closeButtonProps={{ 'aria-label': t.keys.close }}
        centered
      >
        {fresh ? (
          <form className={css.form} onSubmit={submit}>
            <p className="soft">{words.signSays}</p>
            <Textarea
              label={words.why}
              required
              withAsterisk={false}
              autosize
              minRows={3}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              data-autofocus
            />
            <Refused error={sign.error} />
            <Button type="submit" loading={sign.isPending}>
              {words.sign}
            </Button>
          </form>
        ) : (
          <FreshSignIn />
        )}
      </Modal>
    </>
  )
}

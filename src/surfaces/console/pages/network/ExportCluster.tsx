import { Button, Modal, Textarea } from '@mantine/core'
import IconDownload from '@tabler/icons-react/icons/IconDownload'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import { useMay } from '../../api/session.ts'
import { save } from '../../parts/save.ts'
import { Refused } from '../../parts/states.tsx'
import { done } from '../../parts/toast.tsx'
import { t } from '../../texts/index.ts'
import css from './network.module.css'

const { export: words } = t.network

/** Takes a cluster out with its evidence, for a purpose that is written down. */
export function ExportCluster({ cluster }: { readonly cluster: string }) {
  const may = useMay()('cluster:export')
  const [opened, setOpened] = useState(false)
  const [purpose, setPurpose] = useState('')
  const take = useMutation({
    mutationFn: () => call('POST /api/clusters/:cluster/export', { params: { cluster }, body: { purpose } }),
    onSuccess(bytes) {
      save(`${cluster}.tar`, new Blob([Uint8Array.from(bytes)], { type: 'application/x-tar' }))
      setOpened(false)
      done(words.saved)
    },
  })
  if (!may) return null
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    take.mutate()
  }
  return (
    <>
      <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={() => setOpened(true)}>
        {words.button}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={words.title}
        closeButtonProps={{ 'aria-label': t.keys.close }}
        centered
      >
        <form className={css.judge} onSubmit={submit}>
          <p>{words.says}</p>
          <Textarea
            label={words.purpose}
            description={words.hint}
            required
            withAsterisk={false}
            autosize
            minRows={2}
            minLength={3}
            maxLength={2_000}
            data-autofocus
            value={purpose}
            onChange={(event) => setPurpose(event.currentTarget.value)}
          />
          <Refused error={take.error} />
          <Button type="submit" loading={take.isPending}>
            {words.go}
          </Button>
        </form>
      </Modal>
    </>
  )
}

import { Button, Checkbox, Textarea } from '@mantine/core'
import IconEye from '@tabler/icons-react/icons/IconEye'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useMay } from '../../api/session.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Refused } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import type { Dossier } from './dossier.ts'
import css from './persona.module.css'

type Group = Dossier['masked'][number]

/** Shows hidden fields on demand, group by group, with a reason that is written down. */
export function Unmask({ dossier: { persona, masked } }: { readonly dossier: Dossier }) {
  const [opened, setOpened] = useState(false)
  const may = useMay()
  if (masked.length === 0 || !may('persona:unmask')) return null
  return (
    <>
      <Button variant="default" leftSection={<IconEye size={16} aria-hidden />} onClick={() => setOpened(true)}>
        {t.unmask.button}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t.unmask.title}>
        <Asking persona={persona} masked={masked} onShown={() => setOpened(false)} />
      </Dialog>
    </>
  )
}

function Asking({ persona, masked, onShown }: { readonly persona: string; readonly masked: readonly Group[]; onShown(): void }) {
  const client = useQueryClient()
  const [fields, setFields] = useState<string[]>([])
  const [reason, setReason] = useState('')
  const show = useMutation({
    mutationFn: () => call('POST /api/personas/:persona/unmask', { params: { persona }, body: { fields: fields as Group[], reason } }),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: keys.dossier(persona) })
      onShown()
    },
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    show.mutate()
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <p className="soft">{t.unmask.says}</p>
      <Checkbox.Group value={fields} onChange={setFields} aria-label={t.unmask.title}>
        <div className={css.choices}>
          {masked.map((group) => (
            <Checkbox key={group} value={group} label={t.unmask.groups[group]} />
          ))}
        </div>
      </Checkbox.Group>
      <Textarea
        label={t.unmask.why}
        required
        withAsterisk={false}
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Refused error={show.error} />
      <Button type="submit" loading={show.isPending} disabled={fields.length === 0}>
        {t.unmask.go}
      </Button>
    </form>
  )
}

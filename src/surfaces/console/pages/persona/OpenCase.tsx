import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import { Refused } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import css from './persona.module.css'

/** Opens a case about a candidate about whom there is none. */
export function OpenCase({ persona, onOpened }: { readonly persona: string; onOpened(): void }) {
  const [says, setSays] = useState('')
  const open = useMutation({ mutationFn: () => call('POST /api/cases', { body: { says, personas: [persona] } }), onSuccess: onOpened })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    open.mutate()
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <Textarea
        label={t.purpose.caseSays}
        required
        withAsterisk={false}
        autosize
        minRows={2}
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
      />
      <Refused error={open.error} />
      <Button type="submit" loading={open.isPending}>
        {t.purpose.openCase}
      </Button>
    </form>
  )
}

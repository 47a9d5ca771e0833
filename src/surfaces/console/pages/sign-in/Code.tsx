import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import { Alone } from '../../frame/Alone.tsx'
import { CodeField } from '../../parts/fields.tsx'
import { Refused } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import css from '../../frame/form.module.css'

/** The second factor: a code of the authenticator app, or a recovery code. */
export function Code({ half, onDone }: { readonly half: string; onDone(): void }) {
  const [code, setCode] = useState('')
  const finish = useMutation({
    mutationFn: () => call('POST /api/sign-in/code', { body: { half, code: code.trim() } }),
    onSuccess: onDone,
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    finish.mutate()
  }
  return (
    <Alone title={t.signIn.codeTitle} says={t.signIn.codeSays}>
      <form className={css.form} onSubmit={submit}>
        <CodeField label={t.signIn.code} autoFocus value={code} onChange={setCode} />
        <Refused error={finish.error} />
        <Button type="submit" loading={finish.isPending} fullWidth>
          {t.signIn.go}
        </Button>
      </form>
    </Alone>
  )
}

import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import { useMe } from '../../api/session.ts'
import css from '../../parts/blocks.module.css'
import { SecretField } from '../../parts/fields.tsx'
import { Section } from '../../parts/Section.tsx'
import { Refused } from '../../parts/states.tsx'
import { done } from '../../parts/toast.tsx'
import { t } from '../../texts/index.ts'

/** A new password in place of the present one. Whoever has none is not asked for one. */
export function Password() {
  const me = useMe()
  const [opened, setOpened] = useState(false)
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useMutation({
    mutationFn: () => call('POST /api/me/password', { body: { current, next } }),
    onSuccess() {
      setOpened(false)
      setCurrent('')
      setNext('')
      done(t.account.password.changed)
    },
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    change.mutate()
  }
  const open = (
    <Button variant="default" onClick={() => setOpened(!opened)} aria-expanded={opened}>
      {t.account.password.change}
    </Button>
  )
  return (
    <Section title={t.account.password.title} says={t.account.password.says} acts={open}>
      {opened && (
        <form className={css.form} onSubmit={submit}>
          {/* For password managers, which want to know whose it is. */}
          <input type="text" autoComplete="username" value={me.email} readOnly hidden />
          <SecretField is="current-password" label={t.account.password.current} value={current} onChange={setCurrent} />
          <SecretField is="new-password" label={t.enter.password} says={t.enter.passwordHint} value={next} onChange={setNext} />
          <Refused error={change.error} />
          <div>
            <Button type="submit" loading={change.isPending}>
              {t.account.password.change}
            </Button>
          </div>
        </form>
      )}
    </Section>
  )
}

import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import css from '../../parts/blocks.module.css'
import { Section } from '../../parts/Section.tsx'
import { Refused } from '../../parts/states.tsx'
import { done } from '../../parts/toast.tsx'
import { t } from '../../texts/index.ts'

/** Notes that an application is known to be in order, to see later what became of it. Nobody who decides is told. */
export function Planted() {
  const [persona, setPersona] = useState('')
  const plant = useMutation({
    mutationFn: () => call('POST /api/oversight/planted', { body: { persona: persona.trim() } }),
    onSuccess() {
      setPersona('')
      done(t.planted.done)
    },
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    plant.mutate()
  }
  return (
    <Section title={t.planted.title} says={t.planted.says}>
      <form className={css.form} onSubmit={submit}>
        <TextInput
          label={t.planted.persona}
          description={t.planted.personaSays}
          required
          withAsterisk={false}
          maxLength={100}
          value={persona}
          onChange={(event) => setPersona(event.currentTarget.value)}
        />
        <Refused error={plant.error} />
        <div>
          <Button type="submit" variant="default" loading={plant.isPending}>
            {t.planted.go}
          </Button>
        </div>
      </form>
    </Section>
  )
}

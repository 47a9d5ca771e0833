import { Anchor, Button, Radio, Textarea } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useMay } from '../../api/session.ts'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Failed, Loading, Refused } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import { OpenCase } from './OpenCase.tsx'
import css from './persona.module.css'
import { purposesOf, type Purpose } from './purposes.ts'

interface Prompt {
  readonly persona: string
  /** The case from which somebody came here. */
  readonly about: string | undefined
  onStated(): void
}

/** Asks what the dossier is opened for, before anything of it is fetched. */
export function PurposePrompt({ persona, about, onStated }: Prompt) {
  const may = useMay()
  const choices = useQuery({
    queryKey: keys.purposes(persona),
    queryFn: () => purposesOf(persona, may('case:read')),
  })
  return (
    <div className={css.prompt}>
      <PageHeader title={t.purpose.title} says={t.purpose.says} />
      {choices.isPending ? (
        <Loading />
      ) : choices.isError ? (
        <Failed error={choices.error} onRetry={() => void choices.refetch()} />
      ) : choices.data.length > 0 ? (
        <Stating persona={persona} about={about} choices={choices.data} onStated={onStated} />
      ) : (
        <section className={`card ${css.form}`}>
          <p>{t.purpose.none}</p>
          {may('case:work') && <OpenCase persona={persona} onOpened={() => void choices.refetch()} />}
        </section>
      )}
      <Anchor component={Link} to="/candidates">
        {t.purpose.cancel}
      </Anchor>
    </div>
  )
}

function Stating({ persona, about, choices, onStated }: Prompt & { readonly choices: readonly Purpose[] }) {
  const [chosen, setChosen] = useState((choices.find(({ id }) => id === about) ?? choices[0])?.id ?? '')
  const [reason, setReason] = useState<string>(about === undefined ? '' : t.purpose.caseReason)
  const state = useMutation({
    async mutationFn() {
      const purpose = choices.find(({ id }) => id === chosen)
      if (purpose === undefined) return
      const { kind, id } = purpose
      await call('POST /api/personas/:persona/purposes', { params: { persona }, body: { kind, id, reason } })
    },
    onSuccess: onStated,
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    state.mutate()
  }
  return (
    <form className={`card ${css.form}`} onSubmit={submit}>
      <Radio.Group label={t.purpose.kind} value={chosen} onChange={setChosen}>
        <div className={css.choices}>
          {choices.map(({ kind, id, says }) => (
            <Radio key={id} value={id} label={says} description={t.purpose[kind]} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t.purpose.why}
        description={t.purpose.whyHint}
        required
        withAsterisk={false}
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Refused error={state.error} />
      <Button type="submit" loading={state.isPending} data-autofocus>
        {t.purpose.go}
      </Button>
    </form>
  )
}

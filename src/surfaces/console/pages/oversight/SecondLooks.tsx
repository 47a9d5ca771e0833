import { Button, Radio } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type SyntheticEvent } from 'react'
import type { AnswerOf, InputOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import css from '../../parts/blocks.module.css'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Section } from '../../parts/Section.tsx'
import { Empty, Failed, Loading, Refused } from '../../parts/states.tsx'
import { done } from '../../parts/toast.tsx'
import { t } from '../../texts/index.ts'

type Blind = AnswerOf<'GET /api/oversight/second-looks'>['items'][number]
type Kind = InputOf<'POST /api/oversight/second-looks'>['body']['kind']
const KINDS: readonly Kind[] = ['cleared', 'inconclusive', 'confirmed']

/** Decisions drawn by lot, without what was decided: what would you have said? */
export function SecondLooks() {
  const waiting = useQuery({ queryKey: keys.secondLooks, queryFn: () => call('GET /api/oversight/second-looks', {}) })
  return (
    <div className={css.narrow}>
      <PageHeader title={t.secondLooks.title} says={t.secondLooks.says} />
      {waiting.isPending ? (
        <Loading />
      ) : waiting.isError ? (
        <Failed error={waiting.error} onRetry={() => void waiting.refetch()} />
      ) : waiting.data.items.length === 0 ? (
        <Empty {...t.secondLooks.empty} />
      ) : (
        <div className={css.stack}>
          {waiting.data.items.map((blind) => (
            <Look key={`${blind.case} ${blind.decided}`} blind={blind} />
          ))}
        </div>
      )}
    </div>
  )
}

function Look({ blind }: { readonly blind: Blind }) {
  const client = useQueryClient()
  const [kind, setKind] = useState<Kind>()
  const look = useMutation({
    async mutationFn() {
      if (kind !== undefined) await call('POST /api/oversight/second-looks', { body: { case: blind.case, decided: blind.decided, kind } })
    },
    async onSuccess() {
      done(t.secondLooks.said)
      await client.invalidateQueries({ queryKey: keys.secondLooks })
    },
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    look.mutate()
  }
  const open = (
    <Button
      variant="default"
      renderRoot={(props) => (
        <Link {...props} to="/candidates/$persona" params={{ persona: blind.persona }} search={{ case: blind.case }} />
      )}
    >
      {t.secondLooks.open}
    </Button>
  )
  return (
    <Section title={t.secondLooks.case(blind.case)} acts={open}>
      <form className={css.form} onSubmit={submit}>
        <Radio.Group label={t.secondLooks.ask} value={kind ?? null} onChange={(value) => setKind(value as Kind)}>
          <div className={`${css.form} ${css.under}`}>
            {KINDS.map((one) => (
              <Radio key={one} value={one} label={t.persona.decided[one]} description={t.secondLooks.kinds[one]} />
            ))}
          </div>
        </Radio.Group>
        <Refused error={look.error} />
        <div>
          <Button type="submit" loading={look.isPending} disabled={kind === undefined}>
            {t.secondLooks.go}
          </Button>
        </div>
      </form>
    </Section>
  )
}

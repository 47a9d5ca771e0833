import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState, type SyntheticEvent } from 'react'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { usePages } from '../../api/pages.ts'
import { queries } from '../../api/queries.ts'
import type { TableColumn } from '../../parts/DataTable.tsx'
import { Listed } from '../../parts/Listed.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Side } from '../../parts/Side.tsx'
import { Refused } from '../../parts/states.tsx'
import { done } from '../../parts/toast.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import css from '../reviews/review.module.css'

const words = t.ways
const heads = words.columns

type Way = AnswerOf<'GET /api/other-ways'>['items'][number]

const COLUMNS: readonly TableColumn<Way>[] = [
  {
    head: heads.wish,
    width: 'minmax(240px, 3fr)',
    value: ({ wish }) => wish,
    draw: ({ way, wish }) => (
      <Link to="/other-ways" search={{ way }}>
        {wish}
      </Link>
    ),
  },
  { head: heads.who, width: 'minmax(150px, 1fr)', value: ({ persona }) => persona },
  { head: heads.came, width: '130px', value: ({ at }) => at, draw: ({ at }) => <When at={at} as="ago" /> },
]

/** What candidates asked to have done another way. Nothing of it is exported or seen by who reviews. */
export function OtherWays() {
  const { way: open } = useSearch({ from: '/inside/other-ways' })
  const navigate = useNavigate()
  const { query, rows, onEnd } = usePages({ key: keys.otherWays, ask: (page) => call('GET /api/other-ways', { query: page }) })
  const shown = rows.find((row) => row.way === open)
  const show = (way: string | undefined): void =>
    void navigate({ to: '/other-ways', search: way === undefined ? {} : { way }, replace: true })
  return (
    <>
      <PageHeader title={words.title} says={words.says} />
      <Listed
        of={query}
        empty={words.empty}
        label={words.title}
        columns={COLUMNS}
        rows={rows}
        id={(row) => row.way}
        open={({ way }) => show(way)}
        onEnd={onEnd}
      />
      <Side opened={shown !== undefined} onClose={() => show(undefined)} title={words.head}>
        {shown !== undefined && <Answering key={shown.way} way={shown} onDone={() => show(undefined)} />}
      </Side>
    </>
  )
}

function Answering({ way, onDone }: { readonly way: Way; onDone(): void }) {
  const [says, setSays] = useState('')
  const answer = useMutation({
    mutationFn: () => call('POST /api/other-ways/:way/answer', { params: { way: way.way }, body: { says } }),
    async onSuccess() {
      done(words.done)
      onDone()
      await queries.invalidateQueries({ queryKey: keys.otherWays })
    },
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    answer.mutate()
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <blockquote className={css.statement}>{way.wish}</blockquote>
      <p className="soft small">
        <span className="mono">{way.persona}</span>, <When at={way.at} />
      </p>
      <Textarea
        label={words.answer}
        description={words.answerHint}
        required
        withAsterisk={false}
        autosize
        minRows={3}
        maxLength={5_000}
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
        data-autofocus
      />
      <Refused error={answer.error} />
      <Button type="submit" loading={answer.isPending}>
        {words.go}
      </Button>
    </form>
  )
}

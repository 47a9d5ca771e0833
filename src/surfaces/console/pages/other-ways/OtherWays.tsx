import { Button, Drawer, Textarea } from '@mantine/core'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState, type SyntheticEvent } from 'react'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { queries } from '../../api/queries.ts'
import { DataTable, type TableColumn } from '../../parts/DataTable.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Empty, Failed, Loading, Refused } from '../../parts/states.tsx'
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

const PAGE = 100

/** What candidates asked to have done another way. Nothing of it is exported or seen by who reviews. */
export function OtherWays() {
  const { way: open } = useSearch({ from: '/inside/other-ways' })
  const navigate = useNavigate()
  const ways = useInfiniteQuery({
    queryKey: keys.otherWays,
    queryFn: ({ pageParam }) =>
      call('GET /api/other-ways', { query: { limit: PAGE, ...(pageParam === undefined ? {} : { after: pageParam }) } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
  const rows = useMemo(() => ways.data?.pages.flatMap((page) => page.items) ?? [], [ways.data])
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = ways
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage()
  }, [isFetchingNextPage, fetchNextPage])
  const shown = rows.find((row) => row.way === open)
  const show = (way: string | undefined): void =>
    void navigate({ to: '/other-ways', search: way === undefined ? {} : { way }, replace: true })
  return (
    <>
      <PageHeader title={words.title} says={words.says} />
      {ways.isPending ? (
        <Loading />
      ) : ways.isError ? (
        <Failed error={ways.error} onRetry={() => void ways.refetch()} />
      ) : rows.length === 0 ? (
        <Empty {...words.empty} />
      ) : (
        <DataTable
          label={words.title}
          columns={COLUMNS}
          rows={rows}
          id={(row) => row.way}
          open={({ way }) => show(way)}
          onEnd={hasNextPage ? more : undefined}
        />
      )}
      <Drawer
        opened={shown !== undefined}
        onClose={() => show(undefined)}
        position="right"
        size="min(520px, 100vw)"
        title={words.head}
        closeButtonProps={{ 'aria-label': t.keys.close }}
      >
        {shown !== undefined && <Answering key={shown.way} way={shown} onDone={() => show(undefined)} />}
      </Drawer>
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

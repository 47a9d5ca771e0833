import { Button, SegmentedControl, Select } from '@mantine/core'
import IconSearch from '@tabler/icons-react/icons/IconSearch'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMe } from '../../api/session.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { Listed } from '../../parts/Listed.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { rooms } from '../../texts/index.ts'
import { useLists } from '../lists/list-lines.ts'
import { columnsFor } from './columns.tsx'
import { STATES, useMatches } from './match-lines.ts'
import { useWho } from './people.ts'
import css from './screening.module.css'

const words = rooms.screening
const STATE_CHOICES = [{ value: '', label: words.waiting }, ...STATES.map((value) => ({ value, label: words.states[value] }))]
const WHOSE = [
  { value: 'all', label: words.whose.all },
  { value: 'mine', label: words.whose.mine },
]

/** What waits for an answer, what is due first in front. */
export function Screening() {
  const { state, list, whose = 'all' } = useSearch({ from: '/inside/sanctions/screening' })
  const navigate = useNavigate()
  const { account } = useMe()
  const lists = useLists()
  const matches = useMatches({
    ...(state === undefined ? {} : { state }),
    ...(list === undefined ? {} : { list }),
    ...(whose === 'mine' ? { owner: account } : {}),
  })
  const columns = columnsFor(useWho())
  const rows = matches.data?.items ?? []
  const choose = (change: { readonly state?: string; readonly list?: string; readonly whose?: string }): void => {
    const next = { state, list, whose, ...change }
    void navigate({
      to: '/screening',
      search: Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== '' && value !== 'all')),
      replace: true,
    })
  }
  const filtered = state !== undefined || list !== undefined || whose === 'mine'
  return (
    <>
      <PageHeader title={words.title} says={words.says}>
        <Button component={Link} to="/screening/name" variant="default" leftSection={<IconSearch size={16} aria-hidden />}>
          {words.one}
        </Button>
        <ExportButton name="matches" columns={columns} rows={rows} />
      </PageHeader>
      <div className={css.bar}>
        <SegmentedControl aria-label={words.filter.owner} data={WHOSE} value={whose} onChange={(value) => choose({ whose: value })} />
        <Select
          aria-label={words.filter.state}
          data={STATE_CHOICES}
          value={state ?? ''}
          onChange={(value) => choose({ state: value ?? '' })}
          allowDeselect={false}
        />
        <Select
          aria-label={words.filter.list}
          placeholder={words.filter.list}
          data={(lists.data?.items ?? []).map((one) => ({ value: one.list, label: one.title }))}
          value={list ?? null}
          onChange={(value) => choose({ list: value ?? '' })}
          clearable
        />
      </div>
      {matches.data?.more === true && <p className="soft small">{words.more}</p>}
      <Listed
        of={matches}
        empty={filtered ? words.filtered : words.empty}
        label={words.title}
        columns={columns}
        rows={rows}
        id={(row) => row.match}
        open={({ match }) => void navigate({ to: '/screening/$match', params: { match } })}
      />
    </>
  )
}

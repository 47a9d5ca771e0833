import { Kbd, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import IconSearch from '@tabler/icons-react/icons/IconSearch'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useShortcuts } from '../../frame/keyboard.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { Listed } from '../../parts/Listed.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { t } from '../../texts/index.ts'
import { FirstRun } from '../start/FirstRun.tsx'
import { isSearch, useCandidates, useFound, type Candidate, type Filter } from './candidate-lines.ts'
import css from './candidates.module.css'
import { COLUMNS } from './columns.tsx'

/** A search is written down, so one is made when the typing pauses and not at each letter. */
const PAUSE_MS = 450

const RECOMMENDATIONS = (['escalate', 'review', 'ask', 'clear'] as const).map((value) => ({ value, label: t.recommendation[value].word }))
const STANDINGS = (['open', 'withdrawn'] as const).map((value) => ({ value, label: t.candidates.standing[value] }))

export function Candidates() {
  const filter = useSearch({ from: '/inside/candidates' }) as Filter
  const navigate = useNavigate()
  const box = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), PAUSE_MS)
  useShortcuts([{ keys: '/', says: t.keys.search, run: () => box.current?.focus() }])
  const all = useCandidates(filter)
  const found = useFound(text)
  const searching = isSearch(text)
  const rows: readonly Candidate[] = searching ? (found.data?.items ?? []) : all.rows
  const choose = (name: keyof Filter, value: string | null): void =>
    void navigate({
      to: '/candidates',
      search: Object.fromEntries(Object.entries({ ...filter, [name]: value ?? undefined }).filter(([, v]) => v !== undefined)),
      replace: true,
    })
  const shown = searching ? found : all.query
  return (
    <>
      <PageHeader title={t.candidates.title} says={t.candidates.says}>
        <ExportButton name="candidates" columns={COLUMNS} rows={rows} />
      </PageHeader>
      <div className={css.bar}>
        <TextInput
          ref={box}
          className={css.search}
          type="search"
          autoFocus={location.hash === '#search'}
          aria-label={t.candidates.search}
          placeholder={t.candidates.search}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={typed === '' ? <Kbd size="xs">/</Kbd> : undefined}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
        <Select
          aria-label={t.candidates.filter.recommendation}
          placeholder={t.candidates.filter.recommendation}
          data={RECOMMENDATIONS}
          value={filter.recommendation ?? null}
          onChange={(value) => choose('recommendation', value)}
          clearable
          disabled={searching}
        />
        <Select
          aria-label={t.candidates.filter.standing}
          placeholder={t.candidates.filter.standing}
          data={STANDINGS}
          value={filter.status ?? null}
          onChange={(value) => choose('status', value)}
          clearable
          disabled={searching}
        />
      </div>
      {searching && found.data?.more === true && <p className="soft small">{t.candidates.tooMany}</p>}
      {shown.isSuccess && rows.length === 0 && !searching && Object.keys(filter).length === 0 ? (
        <FirstRun />
      ) : (
        <Listed
          of={shown}
          empty={searching ? t.candidates.nobody : t.candidates.empty}
          label={t.candidates.title}
          columns={COLUMNS}
          rows={rows}
          id={(row) => row.persona}
          open={({ persona }) => void navigate({ to: '/candidates/$persona', params: { persona } })}
          onEnd={searching ? undefined : all.onEnd}
        />
      )}
    </>
  )
}

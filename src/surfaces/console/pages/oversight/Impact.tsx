import { ActionIcon, Button, NumberInput, TextInput } from '@mantine/core'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import IconX from '@tabler/icons-react/icons/IconX'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import css from '../../parts/blocks.module.css'
import type { Column } from '../../parts/csv.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { Section } from '../../parts/Section.tsx'
import { Refused } from '../../parts/states.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { t } from '../../texts/index.ts'
import { percent, shareSays } from './figures.ts'
import own from './oversight.module.css'

interface Counted {
  readonly key: number
  readonly group: string
  readonly applicants: number | ''
  readonly selected: number | ''
}
type Rated = AnswerOf<'POST /api/oversight/impact'>['groups'][number]

const w = t.oversight.impact
const COLUMNS: readonly Column<Rated>[] = [
  { head: w.group, value: ({ group }) => group },
  { head: w.applicants, value: ({ applicants }) => String(applicants) },
  { head: w.rate, value: ({ selected }) => (selected === undefined ? w.tooFew : percent(selected.rate)) },
  { head: w.ratio, value: ({ ratio }) => ratio?.toFixed(2) },
]
const START: readonly Counted[] = [1, 2].map((key) => ({ key, group: '', applicants: '', selected: '' }))

/** Selection rates of groups from counts that somebody else made. Nothing of it is kept, here or on the service. */
export function Impact() {
  const [rows, setRows] = useState(START)
  const rate = useMutation({
    mutationFn: () =>
      call('POST /api/oversight/impact', {
        body: {
          groups: rows.map(({ group, applicants, selected }) => ({
            group: group.trim(),
            applicants: Number(applicants),
            selected: Number(selected),
          })),
        },
      }),
  })
  const set = (key: number, to: Partial<Counted>): void => setRows(rows.map((row) => (row.key === key ? { ...row, ...to } : row)))
  const count = (value: string | number): number | '' => (value === '' ? '' : Number(value))
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    rate.mutate()
  }
  return (
    <Section title={w.title} says={w.says}>
      <form className={css.form} onSubmit={submit}>
        <ul className={own.groups}>
          {rows.map(({ key, group, applicants, selected }, i) => (
            <li key={key}>
              <TextInput
                label={w.group}
                aria-label={`${w.group} ${i + 1}`}
                required
                withAsterisk={false}
                maxLength={200}
                value={group}
                onChange={(event) => set(key, { group: event.currentTarget.value })}
              />
              <NumberInput
                label={w.applicants}
                aria-label={`${w.applicants} ${i + 1}`}
                required
                withAsterisk={false}
                min={0}
                allowDecimal={false}
                hideControls
                value={applicants}
                onChange={(value) => set(key, { applicants: count(value) })}
              />
              <NumberInput
                label={w.selected}
                aria-label={`${w.selected} ${i + 1}`}
                required
                withAsterisk={false}
                min={0}
                allowDecimal={false}
                hideControls
                value={selected}
                onChange={(value) => set(key, { selected: count(value) })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`${w.remove} ${i + 1}`}
                disabled={rows.length === 1}
                onClick={() => setRows(rows.filter((row) => row.key !== key))}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
        <div className={css.acts}>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setRows([...rows, { key: (rows.at(-1)?.key ?? 0) + 1, group: '', applicants: '', selected: '' }])}
          >
            {w.add}
          </Button>
          <Button type="submit" loading={rate.isPending}>
            {w.go}
          </Button>
        </div>
        <Refused error={rate.error} />
      </form>
      {rate.data !== undefined && <Rates groups={rate.data.groups} />}
    </Section>
  )
}

function Rates({ groups }: { readonly groups: readonly Rated[] }) {
  const small = groups.some(({ selected }) => selected === undefined)
  return (
    <div className={own.rates} role="status">
      <header className={css.head}>
        <h3>{w.result}</h3>
        <ExportButton name="selection-rates" columns={COLUMNS} rows={groups} />
      </header>
      <ul className={css.lines}>
        {groups.map(({ group, applicants, selected, ratio, underFourFifths }) => (
          <li key={group}>
            <div>
              <b>{group}</b>
              <p className="soft small">{selected === undefined ? w.suppressed(applicants) : shareSays(selected)}</p>
            </div>
            {selected !== undefined && <span className={own.rate}>{percent(selected.rate)}</span>}
            {ratio !== undefined && (
              <Tag tone={underFourFifths === true ? 'look' : 'good'}>
                {underFourFifths === true ? w.under : w.over} ({ratio.toFixed(2)})
              </Tag>
            )}
          </li>
        ))}
      </ul>
      <p className="soft small">{w.fourFifths}</p>
      {small && <p className="soft small">{w.whySuppressed}</p>}
    </div>
  )
}

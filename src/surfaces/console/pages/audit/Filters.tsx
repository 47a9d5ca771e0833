import { Button, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import css from '../../parts/blocks.module.css'
import { t } from '../../texts/index.ts'
import own from './audit.module.css'
import type { LogFilter } from './log.ts'

interface Asked {
  readonly filter: LogFilter
  /** Of the accounts that the reader knows by name. */
  readonly names: ReadonlyMap<string, string>
  onChange(filter: LogFilter): void
}

/** A filter is asked for when the typing pauses. */
const PAUSE_MS = 400

const without = (filter: { [name in keyof LogFilter]: string | undefined }): LogFilter =>
  Object.fromEntries(Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''))

export function Filters({ filter, names, onChange }: Asked) {
  const [typed, setTyped] = useState(filter)
  const tell = useDebouncedCallback(onChange, PAUSE_MS)
  const set = (name: keyof LogFilter, value: string): void => {
    const next = without({ ...typed, [name]: value.trim() })
    setTyped(without({ ...typed, [name]: value }))
    tell(next)
  }
  const text = (name: 'action' | 'subject' | 'actor') => (
    <TextInput
      label={t.audit.filters[name]}
      placeholder={t.audit.placeholders[name]}
      value={typed[name] ?? ''}
      onChange={(event) => set(name, event.currentTarget.value)}
    />
  )
  const day = (name: 'from' | 'to') => (
    <TextInput
      label={t.audit.filters[name]}
      type="date"
      value={typed[name] ?? ''}
      onChange={(event) => set(name, event.currentTarget.value)}
    />
  )
  return (
    <search className={`${css.bar} ${own.filters}`} aria-label={t.audit.filters.label}>
      {names.size > 1 ? (
        <Select
          label={t.audit.filters.actor}
          placeholder={t.audit.anybody}
          data={[...names].map(([value, label]) => ({ value, label }))}
          value={typed.actor ?? null}
          onChange={(value) => set('actor', value ?? '')}
          clearable
          searchable
        />
      ) : (
        text('actor')
      )}
      {text('action')}
      {text('subject')}
      {day('from')}
      {day('to')}
      {Object.keys(typed).length > 0 && (
        <Button
          variant="subtle"
          onClick={() => {
            setTyped({})
            onChange({})
          }}
        >
          {t.audit.filters.none}
        </Button>
      )}
    </search>
  )
}

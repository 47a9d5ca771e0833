import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import IconSearch from '@tabler/icons-react/icons/IconSearch'
import { useState } from 'react'
import { Failed } from '../../parts/states.tsx'
import { When } from '../../parts/When.tsx'
import { rooms, t } from '../../texts/index.ts'
import { isSearch, useFound } from '../candidates/candidate-lines.ts'
import css from './interviews.module.css'

/** A search is written down, so one is made when the typing pauses. */
const PAUSE_MS = 450
const words = rooms.interviews

/** Whom the talk is with. */
export function FindCandidate({ onChoose }: { onChoose(persona: string): void }) {
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), PAUSE_MS)
  const found = useFound(text)
  const items = isSearch(text) ? (found.data?.items ?? []) : []
  return (
    <section className={`card ${css.form}`} aria-labelledby="who">
      <h2 id="who">{words.who}</h2>
      <TextInput
        aria-label={words.who}
        description={words.whoHint}
        type="search"
        autoComplete="off"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {found.isError && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      {isSearch(text) && found.isSuccess && items.length === 0 && <p className="soft">{words.noOne}</p>}
      <ul className={css.found}>
        {items.map(({ persona, name, received }) => (
          <li key={persona}>
            <button type="button" onClick={() => onChoose(persona)}>
              <b>{name ?? t.candidates.noName}</b>{' '}
              <span className="soft small">
                {t.persona.received} <When at={received} as="day" />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

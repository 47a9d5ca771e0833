import { Button, FileInput, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import css from '../../parts/blocks.module.css'
import { Failed, Loading, Refused } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import { hasEnded } from '../intake/runs.ts'
import { lookAgain, useRun, useTouched, type Imported } from './indicator.ts'
import { Settle } from './Settle.tsx'
import { Touched } from './Touched.tsx'

const w = t.indicators.import
const RELIABILITY = ['A', 'B', 'C', 'D', 'E', 'F'] as const
const CREDIBILITY = ['1', '2', '3', '4', '5', '6'] as const

/** The end of a day in the reader's own zone. */
const endOf = (day: string): string => new Date(`${day}T23:59:59`).toISOString()

/** Takes in somebody's list. All of it waits; whom it would touch is shown before anybody accepts anything. */
export function Import({ onDone }: { onDone(): void }) {
  const [file, setFile] = useState<File | null>(null)
  const [source, setSource] = useState('')
  const [reliability, setReliability] = useState<string | null>('F')
  const [credibility, setCredibility] = useState<string | null>('6')
  const [expires, setExpires] = useState('')
  const take = useMutation({
    async mutationFn(from: File): Promise<Imported> {
      const bytes = new Uint8Array(await from.arrayBuffer())
      return call('POST /api/indicators/import', {
        query: {
          source: source.trim(),
          reliability: (reliability ?? 'F') as (typeof RELIABILITY)[number],
          credibility: (credibility ?? '6') as (typeof CREDIBILITY)[number],
          ...(expires === '' ? {} : { expires: endOf(expires) }),
        },
        files: [{ name: from.name, bytes }],
      })
    },
    onSuccess: lookAgain,
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (file !== null) take.mutate(file)
  }
  if (take.data !== undefined) return <Result run={take.data.run} source={source.trim()} onDone={onDone} />
  return (
    <form className={css.form} onSubmit={submit}>
      <p className="soft">{w.says}</p>
      <FileInput
        label={w.file}
        description={w.fileSays}
        placeholder={w.choose}
        required
        withAsterisk={false}
        accept=".csv,.json,text/csv,application/json"
        value={file}
        onChange={setFile}
      />
      <TextInput
        label={w.source}
        description={w.sourceSays}
        required
        withAsterisk={false}
        maxLength={120}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <Select
        label={w.reliability}
        data={RELIABILITY.map((value) => ({ value, label: w.reliabilities[value] }))}
        value={reliability}
        onChange={setReliability}
        allowDeselect={false}
      />
      <Select
        label={w.credibility}
        data={CREDIBILITY.map((value) => ({ value, label: w.credibilities[value] }))}
        value={credibility}
        onChange={setCredibility}
        allowDeselect={false}
      />
      <TextInput
        label={w.expires}
        description={w.expiresSays}
        type="date"
        value={expires}
        onChange={(event) => setExpires(event.currentTarget.value)}
      />
      <Refused error={take.error} />
      <Button type="submit" loading={take.isPending} disabled={file === null}>
        {w.go}
      </Button>
    </form>
  )
}

interface Taken {
  readonly run: string
  readonly source: string
  onDone(): void
}

/** What came of it once the list is read: how much waits, what was left out, whom it would touch. */
function Result({ run: id, source, onDone }: Taken) {
  const reading = useRun(id)
  const run = reading.data
  const read = run !== undefined && hasEnded(run)
  const found = useTouched(source, read)
  if (reading.isError) return <Failed error={reading.error} onRetry={() => void reading.refetch()} />
  if (!read) return <Loading />
  return (
    <div className={css.stack}>
      <div role="status">
        <h3>{run.state === 'done' ? w.taken(run.done) : w.stopped}</h3>
        <p className="soft">{w.takenSays}</p>
      </div>
      {found.isError ? (
        <Failed error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data === undefined ? (
        <Loading />
      ) : (
        <Touched found={found.data} />
      )}
      {run.failures.length > 0 && (
        <section>
          <h3>{w.leftOut}</h3>
          <ul className={css.points}>
            {run.failures.map(({ title, detail }) => (
              <li key={`${title} ${detail}`}>{detail}</li>
            ))}
          </ul>
        </section>
      )}
      {run.done > 0 ? (
        <>
          <Settle named={{ source }} onDone={onDone} />
          <Button variant="subtle" onClick={onDone}>
            {w.later}
          </Button>
        </>
      ) : (
        <Button onClick={onDone}>{t.keys.close}</Button>
      )}
    </div>
  )
}

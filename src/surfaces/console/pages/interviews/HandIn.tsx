import { Button, FileInput } from '@mantine/core'
import IconUpload from '@tabler/icons-react/icons/IconUpload'
import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type SyntheticEvent } from 'react'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useMay } from '../../api/session.ts'
import { Refused } from '../../parts/states.tsx'
import { rooms } from '../../texts/index.ts'
import css from './interviews.module.css'

const words = rooms.interviews
type Run = AnswerOf<'GET /api/runs/:run'>

/** Reading takes a second or two, and news of runs may be late. */
const LOOKED_MS = 1_500
const ended = ({ state }: Pick<Run, 'state'>): boolean => state === 'done' || state === 'failed' || state === 'stopped'

/** The filled sheet becomes part of the candidate's file. */
export function HandIn({ persona }: { readonly persona: string }) {
  const may = useMay()
  const [file, setFile] = useState<File | null>(null)
  const hand = useMutation({
    async mutationFn(sheet: File) {
      const bytes = new Uint8Array(await sheet.arrayBuffer())
      return call('POST /api/submissions', { query: { as: 'one', to: persona }, files: [{ name: sheet.name, bytes }] })
    },
  })
  const run = hand.data?.taken[0]?.run
  const reading = useQuery({
    queryKey: keys.run(run ?? ''),
    queryFn: run === undefined ? skipToken : () => call('GET /api/runs/:run', { params: { run } }),
    refetchInterval: ({ state: { data } }) => (data !== undefined && ended(data) ? false : LOOKED_MS),
  })
  if (!may('persona:submit')) return null
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (file !== null) hand.mutate(file)
  }
  return (
    <form className={`card ${css.form}`} onSubmit={submit} aria-labelledby="hand">
      <h2 id="hand">{words.handTitle}</h2>
      <p className="soft">{words.handSays}</p>
      <FileInput
        label={words.file}
        placeholder={words.choose}
        accept=".yml,.yaml"
        clearable
        clearButtonProps={{ 'aria-label': words.change }}
        value={file}
        onChange={(chosen) => {
          setFile(chosen)
          hand.reset()
        }}
      />
      <Refused error={hand.error ?? reading.error} />
      <Button
        type="submit"
        variant="default"
        loading={hand.isPending}
        disabled={file === null}
        leftSection={<IconUpload size={16} aria-hidden />}
        className={css.start}
      >
        {words.hand}
      </Button>
      {hand.isSuccess && (
        <Outcome
          persona={persona}
          failures={hand.data.failures}
          run={run === undefined ? undefined : reading.data}
          waits={run !== undefined}
        />
      )}
    </form>
  )
}

interface Became {
  readonly persona: string
  readonly failures: Run['failures']
  readonly run: Run | undefined
  readonly waits: boolean
}

/** What became of the sheet: read, or what of it could not be taken and why, in the reader's own words. */
function Outcome({ persona, failures, run, waits }: Became) {
  const wrong = [...failures, ...(run?.failures ?? [])]
  const working = waits && (run === undefined || !ended(run))
  return (
    <div role="status" className={css.outcome}>
      {working ? (
        <p>{words.working}…</p>
      ) : wrong.length > 0 ? (
        <>
          <p className={css.wrong}>
            <b>{words.refused}</b>
          </p>
          <ul>
            {wrong.map(({ source, title, detail }) => (
              <li key={`${source} ${detail}`}>
                <b>{title}.</b> {detail}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>
          {run?.state === 'stopped' ? words.stopped : words.taken}{' '}
          <Link to="/candidates/$persona" params={{ persona }}>
            {words.open}
          </Link>
        </p>
      )}
    </div>
  )
}

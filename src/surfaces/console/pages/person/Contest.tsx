import { Button, Checkbox, Radio, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import { Refused } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import { chosenFiles } from './files.ts'
import { AddFiles } from './AddFiles.tsx'
import type { Explained } from './ExplanationShown.tsx'
import css from './person.module.css'

const words = t.concerned.contest

interface Shown {
  readonly link: string
  readonly points: Explained['against']
  /** They were told no once. */
  readonly again: boolean
  onSent(due: string): void
}

/** The person says what is wrong, once a link, by the numbers of the points and in their own words. */
export function Contest({ link, points, again, onSent }: Shown) {
  const [kind, setKind] = useState('')
  const [wrong, setWrong] = useState<string[]>([])
  const [statement, setStatement] = useState('')
  const [files, setFiles] = useState<readonly File[]>([])
  const send = useMutation({
    mutationFn: async () =>
      call('POST /api/person/review', { fields: { link, kind, statement, wrong: wrong.join(',') }, files: await chosenFiles(files) }),
    onSuccess: ({ due }) => onSent(due),
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    send.mutate()
  }
  return (
    <form className={`card ${css.part} ${css.contest}`} onSubmit={submit}>
      <h2>{words.title}</h2>
      <p>{again ? words.again : words.says}</p>
      <Radio.Group label={words.kind} value={kind} onChange={setKind}>
        <div className={css.choices}>
          {(['correction', 'appeal'] as const).map((value) => (
            <Radio key={value} value={value} label={words.kinds[value].word} description={words.kinds[value].says} />
          ))}
        </div>
      </Radio.Group>
      {points.length > 0 && (
        <Checkbox.Group label={words.points} description={words.pointsHint} value={wrong} onChange={setWrong}>
          <div className={css.choices}>
            {points.map(({ number, title }) => (
              <Checkbox key={number} value={String(number)} label={`${t.concerned.explanation.point(number)}. ${title}`} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      <Textarea
        size="md"
        label={words.statement}
        required
        withAsterisk={false}
        autosize
        minRows={4}
        maxLength={5_000}
        value={statement}
        onChange={(event) => setStatement(event.currentTarget.value)}
      />
      <AddFiles files={files} onFiles={setFiles} />
      <Refused error={send.error} />
      <Button type="submit" size="md" loading={send.isPending} disabled={kind === ''}>
        {words.go}
      </Button>
    </form>
  )
}

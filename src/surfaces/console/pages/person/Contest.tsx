import { Button, Radio, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import { Refused } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import css from '../../frame/form.module.css'
import { AddFiles } from './BehindLink.tsx'
import { chosenFiles } from './files.ts'

const KINDS = ['correction', 'appeal'] as const

/** Says what is wrong, once: of the points that were marked, or of all. */
export function Contest({ link, wrong }: { readonly link: string; readonly wrong: readonly number[] }) {
  const [kind, setKind] = useState<string>(KINDS[0])
  const [statement, setStatement] = useState('')
  const [files, setFiles] = useState<readonly File[]>([])
  const send = useMutation({
    mutationFn: async () =>
      call('POST /api/person/review', {
        fields: { link, kind, statement, ...(wrong.length === 0 ? {} : { wrong: wrong.toSorted((a, b) => a - b).join(',') }) },
        files: await chosenFiles(files),
      }),
  })
  if (send.isSuccess)
    return (
      <p role="status">
        <b>{t.person.contested(send.data.due.slice(0, 10))}</b>
      </p>
    )
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    send.mutate()
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <h2>{t.person.contestTitle}</h2>
      <Radio.Group label={t.person.kind} value={kind} onChange={setKind}>
        <div className={css.ways}>
          {KINDS.map((one) => (
            <Radio key={one} value={one} label={t.person.kinds[one]} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t.person.statement}
        required
        withAsterisk={false}
        autosize
        minRows={5}
        maxLength={5_000}
        value={statement}
        onChange={(event) => setStatement(event.currentTarget.value)}
      />
      <AddFiles files={files} onFiles={setFiles} />
      <Refused error={send.error} />
      <Button type="submit" loading={send.isPending}>
        {t.person.contest}
      </Button>
    </form>
  )
}

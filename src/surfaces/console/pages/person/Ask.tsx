import { Button, Textarea } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import { Refused } from '../../parts/states.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import css from '../../frame/form.module.css'
import { AddFiles, BehindLink } from './BehindLink.tsx'
import { chosenFiles } from './files.ts'
import { useSecret } from './useSecret.ts'

/** The neutral question that somebody was asked, and their answer to it. */
export function Ask() {
  const link = useSecret()
  const ask = useQuery({
    queryKey: ['ask', link],
    queryFn: () => call('POST /api/person/ask', { body: { link } }),
    enabled: link !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <BehindLink secret={link} title={t.person.askTitle} error={ask.error} ready={ask.isSuccess}>
      {() =>
        ask.data !== undefined && (
          <>
            <p className="soft">{t.person.askSays}</p>
            <p>{ask.data.question}</p>
            {ask.data.documents.length > 0 && (
              <p className="soft">
                {t.person.documents}: {ask.data.documents.join(', ')}
              </p>
            )}
            <p className="soft">
              {t.person.until} <When at={ask.data.until} as="day" />
            </p>
            <Answer link={link} />
            <AnotherWay link={link} />
          </>
        )
      }
    </BehindLink>
  )
}

function Answer({ link }: { readonly link: string }) {
  const [text, setText] = useState('')
  const [files, setFiles] = useState<readonly File[]>([])
  const send = useMutation({
    mutationFn: async () => call('POST /api/person/ask/answer', { fields: { link, text }, files: await chosenFiles(files) }),
  })
  if (send.isSuccess)
    return (
      <div role="status">
        <h2>{t.person.sent}</h2>
        <p className="soft">{t.person.sentSays}</p>
      </div>
    )
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    send.mutate()
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <Textarea
        label={t.person.answer}
        required
        withAsterisk={false}
        autosize
        minRows={5}
        maxLength={5_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <AddFiles files={files} onFiles={setFiles} />
      <Refused error={send.error} />
      <Button type="submit" loading={send.isPending}>
        {t.person.send}
      </Button>
    </form>
  )
}

function AnotherWay({ link }: { readonly link: string }) {
  const [wish, setWish] = useState('')
  const ask = useMutation({ mutationFn: () => call('POST /api/person/ask/another-way', { body: { link, wish } }) })
  if (ask.isSuccess) return <p role="status">{t.person.wished}</p>
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    ask.mutate()
  }
  return (
    <details>
      <summary>{t.person.otherWay}</summary>
      <form className={css.form} onSubmit={submit}>
        <p className="soft small">{t.person.otherWaySays}</p>
        <Textarea
          label={t.person.wish}
          required
          withAsterisk={false}
          autosize
          minRows={2}
          maxLength={5_000}
          value={wish}
          onChange={(event) => setWish(event.currentTarget.value)}
        />
        <Refused error={ask.error} />
        <Button type="submit" variant="default" loading={ask.isPending}>
          {t.person.askOtherWay}
        </Button>
      </form>
    </details>
  )
}

import { Button, Textarea } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import { Refused } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import { AnotherWay } from './AnotherWay.tsx'
import { dayOf } from './ExplanationShown.tsx'
import { chosenFiles } from './files.ts'
import { AddFiles } from './AddFiles.tsx'
import { useSecret } from './useSecret.ts'
import { NoLink, NotOpened, Opening, PersonPage } from './PersonPage.tsx'
import css from './person.module.css'

const words = t.concerned.question

/** The question that the person's link was made for, and their answer: once, in their own words, with files where they have any. */
export function YourQuestion() {
  const link = useSecret()
  const [sent, setSent] = useState(false)
  const asked = useQuery({
    queryKey: ['person', 'ask', link],
    queryFn: () => call('POST /api/person/ask', { body: { link } }),
    enabled: link !== '' && !sent,
    // What is read stays on the page while it is answered.
    staleTime: Infinity,
    retry: false,
  })
  if (link === '') return <NoLink />
  if (sent) return <PersonPage {...words.sent} />
  if (asked.isPending) return <Opening />
  if (asked.isError) return <NotOpened error={asked.error} onRetry={() => void asked.refetch()} />
  const { question, documents, until } = asked.data
  return (
    <PersonPage title={words.title} says={words.says}>
      <section className={`card ${css.question}`}>
        <p>{question}</p>
        {documents.length > 0 && (
          <>
            <p className="soft">{words.add}:</p>
            <ul className={css.points}>
              {documents.map((kind) => (
                <li key={kind}>{t.concerned.documents[kind]}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      <Answer link={link} until={dayOf(until)} onSent={() => setSent(true)} />
      <AnotherWay link={link} />
    </PersonPage>
  )
}

function Answer({ link, until, onSent }: { readonly link: string; readonly until: string; onSent(): void }) {
  const [text, setText] = useState('')
  const [files, setFiles] = useState<readonly File[]>([])
  const send = useMutation({
    mutationFn: async () => call('POST /api/person/ask/answer', { fields: { link, text }, files: await chosenFiles(files) }),
    onSuccess: onSent,
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    send.mutate()
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <Textarea
        size="md"
        label={words.answer}
        description={`${words.answerHint} ${words.until} ${until}.`}
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
      <Button type="submit" size="md" loading={send.isPending}>
        {words.go}
      </Button>
    </form>
  )
}

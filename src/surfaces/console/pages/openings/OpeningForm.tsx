import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import css from '../../parts/blocks.module.css'
import { ReasonBox } from '../../parts/ReasonBox.tsx'
import { Refused } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import { ASKED_FOR, idOf, putOpening, type Opening, type Papers } from './opening.ts'

interface Asked {
  /** Absent: a new one. */
  readonly opening?: Opening
  /** Somebody has applied already, so a change is explained. */
  readonly hasCandidates?: boolean
  onDone(id: string): void
}

/** What every candidate of an opening is asked for, written once for all of them. */
export function OpeningForm({ opening, hasCandidates = false, onDone }: Asked) {
  const [title, setTitle] = useState(opening?.title ?? '')
  const [id, setId] = useState<string>()
  const [documents, setDocuments] = useState<readonly string[]>(opening?.documents ?? ['resume'])
  const [questions, setQuestions] = useState(opening?.questions.join('\n') ?? '')
  const [reason, setReason] = useState('')
  const called = opening?.id ?? id ?? idOf(title)
  const put = useMutation({
    mutationFn: () =>
      putOpening(called, {
        title: title.trim(),
        documents: documents as Papers[],
        questions: questions.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])),
        ...(reason.trim() === '' ? {} : { reason }),
      }),
    onSuccess: () => onDone(called),
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    put.mutate()
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <TextInput
        label={t.openings.title}
        required
        withAsterisk={false}
        maxLength={200}
        data-autofocus
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      {opening === undefined && (
        <TextInput
          label={t.openings.id}
          description={t.openings.idSays}
          required
          withAsterisk={false}
          pattern="[A-Za-z0-9_.\-]{1,100}"
          value={called}
          onChange={(event) => setId(event.currentTarget.value)}
        />
      )}
      <Checkbox.Group
        label={t.openings.documents}
        description={t.openings.documentsSays}
        value={[...documents]}
        onChange={(chosen) => setDocuments(chosen)}
      >
        <div className={css.choices}>
          {ASKED_FOR.map((role) => (
            <Checkbox key={role} value={role} label={t.openings.papers[role]} />
          ))}
        </div>
      </Checkbox.Group>
      <Textarea
        label={t.openings.questions}
        description={t.openings.questionsSays}
        autosize
        minRows={3}
        maxRows={10}
        value={questions}
        onChange={(event) => setQuestions(event.currentTarget.value)}
      />
      {hasCandidates && <ReasonBox label={t.openings.reason} value={reason} onChange={setReason} />}
      <Refused error={put.error} />
      <Button type="submit" loading={put.isPending}>
        {opening === undefined ? t.openings.add : t.openings.save}
      </Button>
    </form>
  )
}

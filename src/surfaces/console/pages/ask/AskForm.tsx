import { Button, Checkbox, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type SyntheticEvent } from 'react'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Refused } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import type { Dossier } from '../persona/dossier.ts'
import css from './ask.module.css'
import { Suggestions } from './Suggestions.tsx'

const words = t.ask

type Kind = keyof typeof words.kinds
const KINDS = Object.keys(words.kinds) as Kind[]

interface Shown {
  readonly dossier: Dossier
  onMade(made: AnswerOf<'POST /api/personas/:persona/asks'>): void
}

/** Documents beyond those that the opening asks of everybody need a reason that rests on findings. */
function useMoreThanOthers(opening: string | undefined, documents: readonly string[]): boolean {
  const openings = useQuery({ queryKey: keys.openings, queryFn: () => call('GET /api/requisitions', {}), enabled: documents.length > 0 })
  const everybodys: readonly string[] = openings.data?.items.find((one) => one.id === opening)?.documents ?? []
  return documents.some((kind) => !everybodys.includes(kind))
}

export function AskForm({ dossier: { persona, requisition }, onMade }: Shown) {
  const client = useQueryClient()
  const box = useRef<HTMLTextAreaElement>(null)
  const [question, setQuestion] = useState('')
  const [findings, setFindings] = useState<readonly string[]>([])
  const [documents, setDocuments] = useState<string[]>([])
  const [why, setWhy] = useState('')
  const deviates = useMoreThanOthers(requisition, documents)
  const send = useMutation({
    mutationFn: () =>
      call('POST /api/personas/:persona/asks', {
        params: { persona },
        body: {
          question,
          findings: [...findings],
          documents: documents as Kind[],
          ...(deviates ? { deviation: { reason: why, findings: [...findings] } } : {}),
        },
      }),
    onSuccess(made) {
      onMade(made)
      void client.invalidateQueries({ queryKey: keys.asks(persona) })
    },
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    send.mutate()
  }
  const use = (text: string, finding: string): void => {
    setQuestion(question.trim() === '' ? text : `${question.trimEnd()}\n${text}`)
    setFindings([...new Set([...findings, finding])])
    box.current?.focus()
  }
  return (
    <form className={`card ${css.form}`} onSubmit={submit}>
      <Textarea
        ref={box}
        label={words.question}
        description={words.questionHint}
        required
        withAsterisk={false}
        autosize
        minRows={4}
        maxLength={5_000}
        value={question}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      <Suggestions persona={persona} chosen={findings} onChoose={setFindings} onUse={use} />
      <details className={css.documents} open={documents.length > 0}>
        <summary>{words.documents}</summary>
        <Checkbox.Group aria-label={words.documents} description={words.documentsHint} value={documents} onChange={setDocuments}>
          <div className={css.kinds}>
            {KINDS.map((kind) => (
              <Checkbox key={kind} size="sm" value={kind} label={words.kinds[kind]} />
            ))}
          </div>
        </Checkbox.Group>
        {deviates && (
          <Textarea
            label={words.deviation}
            description={words.deviationHint}
            required
            withAsterisk={false}
            autosize
            minRows={2}
            maxLength={2_000}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
        )}
      </details>
      <Refused error={send.error} />
      <Button type="submit" loading={send.isPending}>
        {words.go}
      </Button>
    </form>
  )
}

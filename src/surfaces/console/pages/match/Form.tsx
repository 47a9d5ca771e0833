import { Button, Radio, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import { Refused } from '../../parts/states.tsx'
import { done } from '../../parts/toast.tsx'
import { rooms } from '../../texts/index.ts'
import { answersOf, comparedPoints, EMPTY, type Draft } from './draft.ts'
import { useLookAgain, type Answers, type Match, type Outcome } from './match.ts'
import css from './match.module.css'
import { Points } from './Points.tsx'
import { Question } from './Question.tsx'

const words = rooms.match.form
const YES_NO = [
  { value: 'yes', label: words.yes },
  { value: 'no', label: words.no },
] as const
const NAME_PARTS = (['all', 'several', 'one', 'none'] as const).map((value) => ({ value, label: words.nameParts[value] }))
const NATIONALITY = ['agrees', 'differs', 'not compared'] as const
const OUTCOMES = ['no-match', 'false-positive', 'possible', 'confirmed'] as const

/** The steps of the regulator's guidance, what follows from them, and why. What the answers do not allow, the service refuses and says so. */
export function Form({ match }: { readonly match: Match }) {
  const [draft, setDraft] = useState<Draft>(EMPTY)
  const [outcome, setOutcome] = useState<Outcome>()
  const [reason, setReason] = useState('')
  const decide = useDecision(match)
  const answers = answersOf(draft)
  const put = (change: Partial<Draft>): void => setDraft({ ...draft, ...change })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (answers !== undefined && outcome !== undefined) decide.mutate({ outcome, form: answers, reason })
  }
  return (
    <form className={`card ${css.form}`} onSubmit={submit} aria-labelledby="answer">
      <h2 id="answer">{words.title}</h2>
      <p className="soft small">{words.says}</p>
      <Question {...words.rightList} choices={YES_NO} given={draft.rightList} onChange={(rightList) => put({ rightList })} />
      <Question {...words.sameType} choices={YES_NO} given={draft.sameType} onChange={(sameType) => put({ sameType })} />
      <Question asks={words.nameParts.asks} choices={NAME_PARTS} given={draft.nameParts} onChange={(nameParts) => put({ nameParts })} />
      <Question {...words.wholeEntry} choices={YES_NO} given={draft.wholeEntry} onChange={(wholeEntry) => put({ wholeEntry })} />
      <Points
        asks={words.similarities.asks}
        add={words.similarities.add}
        points={draft.similarities}
        offered={comparedPoints(match, true)}
        onChange={(points) => put({ similarities: [...points] })}
      />
      <Points
        asks={words.differences.asks}
        add={words.differences.add}
        points={draft.differences}
        offered={comparedPoints(match, false)}
        onChange={(points) => put({ differences: [...points] })}
      />
      <Radio.Group
        className={css.question}
        label={words.nationality.asks}
        description={words.nationality.hint}
        value={draft.nationality}
        onChange={(value) => put({ nationality: NATIONALITY.find((one) => one === value) ?? 'not compared' })}
      >
        <div className={css.choices}>
          {NATIONALITY.map((value) => (
            <Radio key={value} value={value} label={words.nationality[value]} />
          ))}
        </div>
      </Radio.Group>
      <Radio.Group
        className={css.question}
        label={words.outcome}
        value={outcome ?? ''}
        onChange={(value) => setOutcome(OUTCOMES.find((one) => one === value))}
      >
        <div className={css.outcomes}>
          {OUTCOMES.map((value) => (
            <Radio key={value} value={value} label={words.outcomes[value].word} description={words.outcomes[value].says} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={words.reason}
        description={words.reasonHint}
        required
        withAsterisk={false}
        autosize
        minRows={2}
        maxLength={2_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Refused error={decide.error} />
      <Button type="submit" loading={decide.isPending} disabled={answers === undefined || outcome === undefined} className={css.start}>
        {words.go}
      </Button>
    </form>
  )
}

interface Decision {
  readonly outcome: Outcome
  readonly form: Answers
  readonly reason: string
}

/** Only what ends the question can be taken back by a click: what is confirmed is another person's to send back. */
function useDecision({ match }: Match) {
  const look = useLookAgain()
  return useMutation({
    mutationFn: (body: Decision) => call('POST /api/matches/:match/decide', { params: { match }, body }),
    async onSuccess(_, { outcome }) {
      const ends = outcome === 'no-match' || outcome === 'false-positive'
      const undo = async (): Promise<void> => {
        await call('POST /api/matches/:match/reopen', { params: { match }, body: { reason: rooms.match.reopen.wrongClick } })
        await look()
      }
      done(words.done[outcome], ends ? undo : undefined)
      await look()
    },
  })
}

import { Button, Checkbox, Radio, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { queries } from '../../api/queries.ts'
import { RefusedOrAgain } from '../../parts/SignInAgain.tsx'
import { saysPlainly } from '../../parts/Says.tsx'
import { t } from '../../texts/index.ts'
import { useDossier } from '../persona/dossier.ts'
import css from './review.module.css'
import type { ReviewShown } from './reviews.ts'

const words = t.reviews

type Outcome = keyof typeof words.outcomes

interface Shown {
  readonly of: ReviewShown
  onMade(made: AnswerOf<'POST /api/reviews/:review/answer'>): void
}

/** Upheld or not, which points no longer count, and reasons that the person will read. */
export function AnswerForm({ of, onMade }: Shown) {
  const dossier = useDossier(of.persona)
  const [outcome, setOutcome] = useState<Outcome>()
  const [reason, setReason] = useState('')
  const [kept, setKept] = useState<readonly string[]>([])
  const [apart, setApart] = useState('')
  const named = dossier.data?.findings.filter((one) => of.wrong.includes(one.finding))
  const gone = named?.map((one) => one.finding).filter((id) => !kept.includes(id))
  const answer = useMutation({
    mutationFn: (said: Outcome) =>
      call('POST /api/reviews/:review/answer', {
        params: { review: of.review },
        body: {
          outcome: said,
          reason,
          ...(said === 'upheld'
            ? { apart: apart.split(/[\s,]+/).filter((id) => id !== ''), ...(gone === undefined ? {} : { findings: gone }) }
            : {}),
        },
      }),
    async onSuccess(made) {
      onMade(made)
      await queries.invalidateQueries({ queryKey: ['cases'] })
      await queries.invalidateQueries({ queryKey: ['personas'] })
    },
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (outcome !== undefined) answer.mutate(outcome)
  }
  return (
    <form className={`card ${css.form}`} onSubmit={submit}>
      <Radio.Group label={words.answer} value={outcome ?? ''} onChange={(value) => setOutcome(value as Outcome)}>
        <div className={css.choices}>
          {(['upheld', 'rejected'] as const).map((value) => (
            <Radio key={value} value={value} label={words.outcomes[value].word} description={words.outcomes[value].says} />
          ))}
        </div>
      </Radio.Group>
      {outcome === 'upheld' && named === undefined && <p className="soft">{words.locked}</p>}
      {outcome === 'upheld' && named !== undefined && named.length === 0 && <p className="soft">{words.pointsGone}</p>}
      {outcome === 'upheld' && named !== undefined && named.length > 0 && (
        <Checkbox.Group
          label={words.points}
          description={words.pointsSays}
          value={[...(gone ?? [])]}
          onChange={(value) => setKept(named.map((one) => one.finding).filter((id) => !value.includes(id)))}
        >
          <div className={css.choices}>
            {named.map(({ finding, says }) => (
              <Checkbox key={finding} value={finding} label={saysPlainly(says)} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      {outcome === 'upheld' && (
        <details className={css.more}>
          <summary>{words.more}</summary>
          <TextInput
            label={words.apart}
            description={words.apartHint}
            value={apart}
            onChange={(event) => setApart(event.currentTarget.value)}
          />
        </details>
      )}
      <Textarea
        label={words.why}
        description={words.whyHint}
        required
        withAsterisk={false}
        autosize
        minRows={4}
        maxLength={2_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <RefusedOrAgain error={answer.error} again={() => outcome !== undefined && answer.mutate(outcome)} forget={answer.reset} />
      <Button type="submit" loading={answer.isPending} disabled={outcome === undefined}>
        {words.go}
      </Button>
      <p className="soft small">
        <b>{words.ruleTitle}.</b> {words.rule}
      </p>
    </form>
  )
}

import { Button, Checkbox, Radio, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type SyntheticEvent } from 'react'
import type { AnswerOf } from '../../../client/index.ts'
import type { AnyStatement } from '../../../../model/statement.ts'
import { call } from '../../api/client.ts'
import { useMe } from '../../api/session.ts'
import { typed } from '../../evidence/value.ts'
import { RefusedOrAgain } from '../../parts/SignInAgain.tsx'
import { done } from '../../parts/toast.tsx'
import { t } from '../../texts/index.ts'
import { actOn, lookAgain, type CaseShown } from '../cases/case.ts'
import type { Dossier } from '../persona/dossier.ts'
import css from './decide.module.css'
import { inOrder, secondsOf } from './opened.ts'
import { ReasonChoices, type Chosen } from './ReasonChoices.tsx'

const words = t.decide

type Kind = keyof typeof words.kinds
const KINDS: readonly Kind[] = ['cleared', 'inconclusive', 'confirmed']

interface Shown {
  readonly of: CaseShown
  readonly dossier: Dossier
  readonly reasons: AnswerOf<'GET /api/reasons'>
}

/** Checks in which somebody independent, whom we found and asked ourselves, contradicted a claim. */
const denials = (statements: Dossier['statements']): readonly Extract<AnyStatement, { property: 'check' }>[] =>
  statements
    .map(typed)
    .filter((one) => one.property === 'check')
    .filter(({ value }) => value.outcome === 'contradicted' && value.contact === 'independent')

/** What is decided, what else was weighed, why, and on what it rests. */
export function DecisionForm({ of, dossier, reasons }: Shown) {
  const { persona, recommendation, findings } = dossier
  const me = useMe()
  const navigate = useNavigate()
  const [kind, setKind] = useState<Kind>()
  const [options, setOptions] = useState<string[]>([])
  const [chosen, setChosen] = useState<Chosen>({})
  const [text, setText] = useState('')
  const [check, setCheck] = useState('')
  const seconds = secondsOf(of, me.account)
  const needsCheck = kind === 'confirmed' && recommendation !== 'escalate'
  const checks = needsCheck ? denials(dossier.statements) : []
  const decide = useMutation({
    mutationFn: (made: Kind) =>
      call('POST /api/cases/:case/decisions', {
        params: { case: of.id },
        body: {
          persona,
          kind: made,
          reasons: Object.entries(chosen).map(([code, rests]) => ({ code, findings: [...rests] })),
          text,
          options: [made, ...options.filter((option): option is Kind => option !== made)] as Kind[],
          // It stands above this form.
          suggestionShown: true,
          ...(needsCheck && check !== '' ? { confirmation: check } : {}),
        },
      }),
    async onSuccess({ request, case: after }, made) {
      const number = after.decisions.find((one) => one.record.persona === persona)?.decided
      if (request !== undefined)
        done(words.asked, () => actOn(of.id, { kind: 'withdrawn', request, reason: t.cases.atOnce }).then(lookAgain))
      else if (number !== undefined)
        done(words.done(words.kinds[made].word), () =>
          call('POST /api/cases/:case/decisions/:number/undo', { params: { case: of.id, number }, body: { reason: t.cases.atOnce } }).then(
            lookAgain,
          ),
        )
      await lookAgain()
      await navigate({ to: '/cases/$case', params: { case: of.id } })
    },
  })
  const choose = (value: string): void => {
    setKind(value as Kind)
    setChosen({})
    setOptions(options.filter((option) => option !== value))
  }
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (kind !== undefined) decide.mutate(kind)
  }
  const blocked = needsCheck && checks.length === 0
  return (
    <form className={`card ${css.form}`} onSubmit={submit}>
      <Radio.Group label={words.kind} value={kind ?? ''} onChange={choose}>
        <div className={css.choices}>
          {KINDS.map((value) => (
            <Radio key={value} value={value} label={words.kinds[value].word} description={words.kinds[value].says} />
          ))}
        </div>
      </Radio.Group>
      {blocked && <p className={css.no}>{words.noCheck}</p>}
      {kind !== undefined && !blocked && (
        <>
          {needsCheck && (
            <Radio.Group label={words.check} description={words.checkHint} value={check} onChange={setCheck} required withAsterisk={false}>
              <div className={css.choices}>
                {checks.map(({ id, value }) => (
                  <Radio key={id} value={id} label={value.about} description={value.found} />
                ))}
              </div>
            </Radio.Group>
          )}
          <Checkbox.Group label={words.options} description={words.optionsHint} value={options} onChange={setOptions}>
            <div className={css.choices}>
              {KINDS.filter((value) => value !== kind).map((value) => (
                <Checkbox key={value} value={value} label={words.kinds[value].word} />
              ))}
            </div>
          </Checkbox.Group>
          <ReasonChoices
            reasons={reasons.items.filter((reason) => reason.for === kind)}
            findings={inOrder(findings)}
            isOpened={(finding) => (seconds.get(finding) ?? 0) >= reasons.leastLook}
            chosen={chosen}
            onChoose={setChosen}
          />
          <Textarea
            label={words.text}
            description={words.textHint}
            required
            withAsterisk={false}
            autosize
            minRows={4}
            maxLength={2_000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <RefusedOrAgain error={decide.error} again={() => kind !== undefined && decide.mutate(kind)} forget={decide.reset} />
          <Button type="submit" loading={decide.isPending} disabled={options.length === 0 || Object.keys(chosen).length === 0}>
            {kind === 'confirmed' ? words.goAsk : words.goNow}
          </Button>
        </>
      )}
    </form>
  )
}

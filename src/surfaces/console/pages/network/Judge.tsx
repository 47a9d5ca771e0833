import { Button, Radio, Textarea } from '@mantine/core'
import { useState, type SyntheticEvent } from 'react'
import type { JudgementKind } from '../../../../model/link.ts'
import { useMay } from '../../api/session.ts'
import { Refused } from '../../parts/states.tsx'
import { done } from '../../parts/toast.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import { useJudge, type Link } from './linked.ts'
import css from './network.module.css'

const { judge: words } = t.network
const KINDS: readonly JudgementKind[] = ['same', 'different', 'unsure']
const LONGEST_REASON = 2_000
type Pair = Pick<Link, 'persona' | 'other' | 'judged' | 'judgements'>

/** Says what stands of a pair, lets whoever may judge it say so here, and takes a judgement back. */
export function Judge({ link }: { readonly link: Pair }) {
  const may = useMay()('link:judge')
  const { judged, judgements } = link
  return (
    <>
      {judged !== null && judged.kind !== 'withdrawn' && <Standing link={link} judged={{ ...judged, kind: judged.kind }} may={may} />}
      {may && <Form link={link} />}
      {judgements.length > 0 && (
        <section>
          <h3>{words.history}</h3>
          <ol className={css.history}>
            {judgements.toReversed().map((act) => (
              <li key={act.seq}>
                <b>{act.by}</b> {words.acts[act.kind]}, <When at={act.at} />
                <p className="soft small">{act.reason}</p>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}

interface Stands {
  readonly link: Pair
  readonly judged: NonNullable<Pair['judged']> & { readonly kind: JudgementKind }
  readonly may: boolean
}

function Standing({ link, judged, may }: Stands) {
  const judge = useJudge(link.persona, link.other)
  const takeBack = (): void =>
    judge.mutate(
      { kind: 'withdrawn', reason: words.takenBackReason },
      { onSuccess: () => done(words.takenBack, () => judge.mutateAsync({ kind: judged.kind, reason: judged.reason })) },
    )
  return (
    <section className={css.standing} data-kind={judged.kind}>
      <p>
        <b>{words.stands[judged.kind]}.</b> {judged.reason}
      </p>
      {may && (
        <Button variant="default" size="compact-sm" onClick={takeBack} loading={judge.isPending}>
          {words.takeBack}
        </Button>
      )}
      <Refused error={judge.error} />
    </section>
  )
}

function Form({ link }: { readonly link: Pair }) {
  const [kind, setKind] = useState<JudgementKind>()
  const [reason, setReason] = useState('')
  const judge = useJudge(link.persona, link.other)
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (kind === undefined) return
    judge.mutate(
      { kind, reason },
      {
        onSuccess() {
          setKind(undefined)
          setReason('')
          done(words.saved[kind], () => judge.mutateAsync({ kind: 'withdrawn', reason: words.takenBackReason }))
        },
      },
    )
  }
  return (
    <form className={css.judge} onSubmit={submit}>
      <h3>{words.title}</h3>
      <Radio.Group label={words.question} value={kind ?? ''} onChange={(chosen) => setKind(KINDS.find((one) => one === chosen))}>
        <div className={css.choices}>
          {KINDS.map((one) => (
            <Radio key={one} value={one} label={words[one]} description={words.says[one]} />
          ))}
        </div>
      </Radio.Group>
      {kind !== undefined && (
        <>
          <Textarea
            label={words.reason}
            description={words.reasonHint}
            required
            withAsterisk={false}
            autosize
            minRows={2}
            minLength={3}
            maxLength={LONGEST_REASON}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Refused error={judge.error} />
          <Button type="submit" loading={judge.isPending}>
            {words.go}
          </Button>
        </>
      )}
    </form>
  )
}

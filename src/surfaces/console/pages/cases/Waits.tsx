import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWho } from '../../api/colleagues.ts'
import { useMay, useMe } from '../../api/session.ts'
import { Explained } from '../../parts/Help.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import type { Question } from '../../parts/AskReason.tsx'
import css from './case.module.css'
import { isPending, nameIn, useCan, type CaseRequest, type CaseShown } from './case.ts'
import { approving, attending, lookingAtCut, refusing, withdrawing } from './questions.ts'
import { RecordShown } from './RecordShown.tsx'

const { waits, fourEyes } = t.cases

interface Shown {
  readonly of: CaseShown
  onAsk(question: Question): void
}

/** What in the case waits for somebody, and for whom: approvals, second looks, and what came in. Nothing where nothing waits. */
export function Waits({ of, onAsk }: Shown) {
  const requests = of.requests.filter((request) => request.state === 'pending')
  const cuts = of.cuts.filter((cut) => cut.reviewed === undefined)
  if (of.status === 'closed' || requests.length + cuts.length + of.waiting.length === 0) return null
  return (
    <section className={css.waits} aria-labelledby="waits">
      {requests.length + cuts.length === 0 ? (
        <h2 id="waits">{waits.title}</h2>
      ) : (
        <Explained of="second">
          <h2 id="waits">{waits.title}</h2>
        </Explained>
      )}
      {requests.map((request) => (
        <Asked key={request.request} of={of} request={request} onAsk={onAsk} />
      ))}
      {cuts.map((cut) => (
        <Cut key={cut.cut} of={of} cut={cut} onAsk={onAsk} />
      ))}
      {of.waiting.map((coming) => (
        <Came key={coming.came} of={of} coming={coming} onAsk={onAsk} />
      ))}
    </section>
  )
}

interface OneOf {
  readonly title: string
  readonly says: string
  readonly at?: { readonly words: string; readonly at: string }
  readonly body?: ReactNode
  readonly acts: ReactNode
}

function One({ title, says, at, body, acts }: OneOf) {
  return (
    <article className={`card ${css.wait}`}>
      <h3>{title}</h3>
      <p>{says}</p>
      {body}
      <div className={css.waitFoot}>
        <div className={css.buttons}>{acts}</div>
        {at !== undefined && (
          <span className="soft small">
            {at.words} <When at={at.at} />
          </span>
        )}
      </div>
    </article>
  )
}

function Asked({ of, request, onAsk }: Shown & { readonly request: CaseRequest }) {
  const me = useMe()
  const who = useWho()
  const can = useCan(of.room)
  const may = useMay()
  const { request: number, what, by, about, reason, record, expires } = request
  const open = isPending(request)
  const mine = by === me.account
  const mayApprove = open && !mine && can('approve')
  const says = !open ? waits.over : mine ? waits.byYou : mayApprove ? waits.forYou(who(by)) : waits.forOthers(who(by))
  return (
    <One
      title={waits.request(fourEyes[what], nameIn(of, about))}
      says={says}
      at={{ words: waits.until, at: expires }}
      body={record === undefined ? <blockquote className={css.quote}>{reason}</blockquote> : <RecordShown record={record} />}
      acts={
        <>
          {mayApprove && <Button onClick={() => onAsk(approving(of.id, number))}>{waits.approve}</Button>}
          {mayApprove && (
            <Button variant="default" onClick={() => onAsk(refusing(of.id, number))}>
              {waits.refuse}
            </Button>
          )}
          {mayApprove && of.personas.includes(about) && may('persona:read') && (
            <LinkButton variant="default" to="/candidates/$persona" params={{ persona: about }} search={{ case: of.id }}>
              {waits.evidence}
            </LinkButton>
          )}
          {mine && (
            <Button variant="default" onClick={() => onAsk(withdrawing(of.id, number))}>
              {waits.withdraw}
            </Button>
          )}
        </>
      }
    />
  )
}

function Cut({ of, cut, onAsk }: Shown & { readonly cut: CaseShown['cuts'][number] }) {
  const me = useMe()
  const who = useWho()
  const can = useCan(of.room)
  const mine = cut.by === me.account
  return (
    <One
      title={waits.request(waits.cut, nameIn(of, cut.about))}
      says={mine ? waits.cutYou : waits.cutOthers(who(cut.by))}
      at={{ words: waits.until, at: cut.review }}
      acts={!mine && can('approve') && <Button onClick={() => onAsk(lookingAtCut(of.id, cut.cut))}>{waits.look2}</Button>}
    />
  )
}

function Came({ of, coming, onAsk }: Shown & { readonly coming: CaseShown['waiting'][number] }) {
  const may = useMay()
  const can = useCan(of.room)
  const { what, ref, says, came, at } = coming
  const [persona] = of.personas
  const isReview = what === 'appeal' || what === 'correction'
  return (
    <One
      title={waits.comings[what]}
      says={says}
      at={{ words: '', at }}
      acts={
        <>
          {isReview && may('appeal:decide') && (
            <LinkButton to="/reviews/$review" params={{ review: ref }}>
              {waits.review}
            </LinkButton>
          )}
          {what === 'answer' && persona !== undefined && may('persona:read') && (
            <LinkButton to="/candidates/$persona/ask" params={{ persona }} search={{ case: of.id }}>
              {waits.read}
            </LinkButton>
          )}
          {what === 'look-back' && persona !== undefined && may('persona:read') && (
            <LinkButton to="/candidates/$persona" params={{ persona }} search={{ case: of.id }}>
              {waits.look}
            </LinkButton>
          )}
          {!isReview && can('work') && (
            <Button variant="default" onClick={() => onAsk(attending(of.id, came))}>
              {waits.attend}
            </Button>
          )}
        </>
      }
    />
  )
}

import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useWho } from '../../api/colleagues.ts'
import { useMay } from '../../api/session.ts'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import type { Question } from '../../parts/AskReason.tsx'
import css from './case.module.css'
import { isPending, useCan, type CaseShown } from './case.ts'
import { undoing } from './questions.ts'
import { RecordShown } from './RecordShown.tsx'

const words = t.cases.people

interface Shown {
  readonly of: CaseShown
  onAsk(question: Question): void
}

/** Everybody a case is about: what was decided, and what can be done next. */
export function PeopleIn({ of, onAsk }: Shown) {
  return (
    <section className={css.people} aria-labelledby="people">
      <h2 id="people">{words.title}</h2>
      {of.personas.length === 0 && <p className="soft">{words.none}</p>}
      {of.personas.map((persona) => (
        <One key={persona} of={of} persona={persona} onAsk={onAsk} />
      ))}
      {of.matches.length > 0 && <p className="soft small">{words.matches(of.matches.length)}</p>}
    </section>
  )
}

function One({ of, persona, onAsk }: Shown & { readonly persona: string }) {
  const may = useMay()
  const can = useCan(of.room)
  const who = useWho()
  const decision = of.decisions.find((one) => one.record.persona === persona)
  const asked = of.requests.some((one) => one.what === 'confirm' && one.about === persona && isPending(one))
  const open = of.status === 'open'
  const search = { case: of.id }
  const kind = decision?.record.kind as keyof typeof t.cases.kinds | undefined
  return (
    <article className={`card ${css.person}`}>
      <header>
        <h3>
          {may('persona:read') ? (
            <Link to="/candidates/$persona" params={{ persona }} search={search}>
              {of.names[persona] ?? t.cases.noName}
            </Link>
          ) : (
            (of.names[persona] ?? persona)
          )}
        </h3>
        <span className={css.state} data-kind={kind}>
          {kind === undefined ? words.undecided : t.cases.kinds[kind]}
        </span>
      </header>
      {decision !== undefined && (
        <>
          <p className="soft small">
            {words.decidedBy(who(decision.by))}
            {decision.second !== undefined && `, ${words.second(who(decision.second))}`}, <When at={decision.at} />
          </p>
          <RecordShown record={decision.record} />
        </>
      )}
      <div className={css.buttons}>
        {open && of.room === 'identity' && decision === undefined && !asked && can('decide') && (
          <LinkButton to="/cases/$case/decide/$persona" params={{ case: of.id, persona }}>
            {words.decide}
          </LinkButton>
        )}
        {of.room === 'identity' && may('ask:send') && (
          <>
            <LinkButton variant="default" to="/candidates/$persona/ask" params={{ persona }} search={search}>
              {words.ask}
            </LinkButton>
            <LinkButton variant="default" to="/candidates/$persona/explain" params={{ persona }} search={search}>
              {words.explain}
            </LinkButton>
          </>
        )}
        {decision !== undefined && can('decide') && (
          <Button variant="default" onClick={() => onAsk(undoing(of.id, decision.decided))}>
            {words.undo}
          </Button>
        )}
      </div>
    </article>
  )
}

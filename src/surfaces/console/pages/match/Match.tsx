import { Button } from '@mantine/core'
import IconPrinter from '@tabler/icons-react/icons/IconPrinter'
import { Link, useParams } from '@tanstack/react-router'
import { useMay, useMe } from '../../api/session.ts'
import { Crumb } from '../../parts/Crumb.tsx'
import { NotYet } from '../../parts/NotYet.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Failed, Loading } from '../../parts/states.tsx'
import { When } from '../../parts/When.tsx'
import { rooms, t } from '../../texts/index.ts'
import { isOverdue, nameOf } from '../screening/match-lines.ts'
import { useWho } from '../screening/people.ts'
import { MatchState } from '../screening/MatchState.tsx'
import { Answered } from './Answered.tsx'
import { Assign } from './Assign.tsx'
import { Fields } from './Fields.tsx'
import { Form } from './Form.tsx'
import { History } from './History.tsx'
import { isWaiting, lastAnswered, useMatch, useSides, type Match as Whole } from './match.ts'
import css from './match.module.css'
import { Names } from './Names.tsx'
import { OpenCase } from './OpenCase.tsx'
import { Reopen } from './Reopen.tsx'
import { Replay } from './Replay.tsx'
import { Second } from './Second.tsx'

const words = rooms.match

/** One question: is this the listed party? What is known of both, then the answer. */
export function Match() {
  const { match } = useParams({ from: '/inside/sanctions/screening/$match' })
  const found = useMatch(match)
  if (!found.isSuccess)
    return (
      <NotYet title={t.states.one.match} asked={found}>
        <Crumb to="/screening" says={rooms.screening.title} />
      </NotYet>
    )
  return <Opened match={found.data} />
}

function Opened({ match }: { readonly match: Whole }) {
  const sides = useSides(match.match)
  const may = useMay()
  const works = may('screening:work')
  return (
    <>
      <Crumb to="/screening" says={rooms.screening.title} />
      <PageHeader title={nameOf(match)} says={`${words.against} ${match.listed}`}>
        {works && <Assign match={match} />}
        {works && <OpenCase match={match} />}
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print()}>
          {rooms.name.print}
        </Button>
      </PageHeader>
      <Facts match={match} />
      <div className={css.two}>
        <div className={css.sides}>
          {sides.isPending ? (
            <Loading />
          ) : sides.isError ? (
            <Failed error={sides.error} onRetry={() => void sides.refetch()} />
          ) : (
            <>
              <Names names={sides.data.names} hit={match.hit} />
              <Fields sides={sides.data} hit={match.hit} />
            </>
          )}
          <History acts={match.acts} />
        </div>
        <div className={css.answer}>
          <Answer match={match} works={works} confirms={may('screening:confirm')} />
          <Replay match={match} />
        </div>
      </div>
    </>
  )
}

/** What is to be done now, by whoever looks. */
function Answer({ match, works, confirms }: { readonly match: Whole; readonly works: boolean; readonly confirms: boolean }) {
  const { account } = useMe()
  const answered = lastAnswered(match)
  if (match.state === 'awaiting-second')
    return (
      <>
        <Second match={match} own={answered?.by === account} may={confirms} />
        {answered !== undefined && <Answered title={words.first} act={answered} />}
      </>
    )
  if (match.state === 'possible' || match.state === 'name-only')
    return works ? <Form match={match} /> : <p className="card soft">{words.readOnly}</p>
  return (
    <>
      {answered !== undefined && <Answered title={words.decided} act={answered} />}
      {works && <Reopen match={match} />}
    </>
  )
}

function Facts({ match }: { readonly match: Whole }) {
  const who = useWho()
  const { about, subject, list, entry, hit, opened, due, expires, owner, state } = match
  return (
    <ul className={css.facts}>
      <li>
        <MatchState of={state} />
      </li>
      <li>
        <Link to="/lists/$list" params={{ list }}>
          {list}
        </Link>
      </li>
      <li>
        {words.entry} {entry}
      </li>
      <li>
        {words.version} <span className="mono">{rooms.short(hit.version)}</span>
      </li>
      <li>
        {words.opened} <When at={opened} as="day" />
      </li>
      {due !== undefined && (
        <li data-overdue={isOverdue(match) || undefined}>
          {isOverdue(match) ? rooms.screening.overdue : words.due} <When at={due} as="day" />
        </li>
      )}
      {expires !== undefined && (
        <li>
          {state === 'name-only' ? words.ends : words.expires} <When at={expires} as="day" />
        </li>
      )}
      {isWaiting(match) && (
        <li>
          {words.owner}: {owner === undefined ? rooms.screening.nobody : who(owner)}
        </li>
      )}
      <li>
        {about === 'persona' ? (
          <Link to="/candidates/$persona" params={{ persona: subject }}>
            {words.candidate}
          </Link>
        ) : (
          words.row
        )}
      </li>
    </ul>
  )
}

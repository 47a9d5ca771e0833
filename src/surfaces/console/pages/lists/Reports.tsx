import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useMay } from '../../api/session.ts'
import { Explained } from '../../parts/Help.tsx'
import { Failed, Loading } from '../../parts/states.tsx'
import { When } from '../../parts/When.tsx'
import { rooms } from '../../texts/index.ts'
import { isWaiting } from '../match/match.ts'
import { nameOf } from '../screening/match-lines.ts'
import { MatchState } from '../screening/MatchState.tsx'
import { useWho } from '../screening/people.ts'
import { dayOf, type Report, type Version } from './list-lines.ts'
import css from './lists.module.css'
import { Sign } from './Sign.tsx'

const words = rooms.list

/** What each version set in motion, what was answered, and who signed it. */
export function Reports({ list, versions }: { readonly list: string; readonly versions: readonly Version[] }) {
  const reports = useQuery({ queryKey: keys.reports(list), queryFn: () => call('GET /api/list-reports', { query: { list } }) })
  return (
    <section className="card" aria-labelledby="reports">
      <Explained of="signOff">
        <h2 id="reports">{words.reports}</h2>
      </Explained>
      {reports.isPending ? (
        <Loading />
      ) : reports.isError ? (
        <Failed error={reports.error} onRetry={() => void reports.refetch()} />
      ) : reports.data.items.length === 0 ? (
        <p className="soft">{words.noReports}</p>
      ) : (
        <ul className={css.reports}>
          {reports.data.items.map((report) => (
            <One
              key={`${report.version} ${report.at}`}
              report={report}
              version={versions.find((one) => one.version === report.version)}
              latest={reports.data.items.find((one) => one.version === report.version) === report}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

interface Shown {
  readonly report: Report
  readonly version: Version | undefined
  /** A version that was put in force again has an older report, which nobody signs any more. */
  readonly latest: boolean
}

function One({ report, version, latest }: Shown) {
  const { changes, subjects, matches, waiting, signed, signedBy, reason } = report
  const confirms = useMay()('screening:confirm')
  const who = useWho()
  return (
    <li>
      <article className={css.report}>
        <h3>
          {version === undefined ? rooms.short(report.version) : dayOf(version)}{' '}
          <span className="mono soft">{rooms.short(report.version)}</span>
        </h3>
        <p className="soft small">
          <When at={report.at} /> · {words.counted(changes.added, changes.removed, changes.changed)} {words.reportSays(subjects)}
        </p>
        {matches.length === 0 ? (
          <p>{words.noMatches}</p>
        ) : (
          <ul className={css.matches}>
            {matches
              .toSorted((a, b) => Number(isWaiting(b)) - Number(isWaiting(a)))
              .map((match) => (
                <li key={match.match}>
                  <MatchState of={match.state} />{' '}
                  <Link to="/screening/$match" params={{ match: match.match }}>
                    {nameOf(match)}
                  </Link>{' '}
                  <span className="soft">{match.listed}</span>
                </li>
              ))}
          </ul>
        )}
        {signed !== undefined ? (
          <p className={css.signed}>
            <b>{words.signed}</b> {words.by} {who(signedBy ?? '')}, <When at={signed} />. {reason}
          </p>
        ) : waiting > 0 ? (
          <p className={css.waits}>
            <b>{words.waiting(waiting)}</b> {words.signWait}
          </p>
        ) : (
          latest && confirms && <Sign report={report} />
        )}
      </article>
    </li>
  )
}

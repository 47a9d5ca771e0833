import { useQuery } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import css from '../../parts/blocks.module.css'
import { Section } from '../../parts/Section.tsx'
import { Failed, Loading } from '../../parts/states.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'

/** Who opened far more dossiers in an hour than is usual for them. It stops nobody; somebody asks. */
export function Browsing() {
  const found = useQuery({ queryKey: keys.browsing, queryFn: () => call('GET /api/oversight/browsing', {}) })
  return (
    <Section title={t.oversight.browsing.title} says={t.oversight.browsing.says}>
      {found.isPending ? (
        <Loading />
      ) : found.isError ? (
        <Failed error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data.items.length === 0 ? (
        <p className="soft">{t.oversight.browsing.none}</p>
      ) : (
        <ul className={css.lines}>
          {found.data.items.map(({ account, hour, dossiers, usual }) => (
            <li key={`${account} ${hour}`}>
              <div>
                <b className="mono">{account}</b>
                <p className="soft small">{t.oversight.browsing.line(dossiers, usual)}</p>
              </div>
              <When at={hour} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { useWho } from '../../api/colleagues.ts'
import { keys } from '../../api/keys.ts'
import { Failed, Loading } from '../../parts/states.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import css from './ask.module.css'

const words = t.ask

/** What a candidate was asked, newest first, and what they answered in their own words. */
export function Earlier({ persona }: { readonly persona: string }) {
  const who = useWho()
  const asks = useQuery({
    queryKey: keys.asks(persona),
    queryFn: () => call('GET /api/personas/:persona/asks', { params: { persona } }),
  })
  return (
    <section className={`card ${css.earlier}`} aria-labelledby="earlier">
      <h2 id="earlier">{words.earlier}</h2>
      {asks.isPending ? (
        <Loading />
      ) : asks.isError ? (
        <Failed error={asks.error} onRetry={() => void asks.refetch()} />
      ) : asks.data.items.length === 0 ? (
        <p className="soft">{words.none}</p>
      ) : (
        <ol>
          {asks.data.items.toReversed().map((one) => (
            <li key={one.ask}>
              <p className={`soft small ${css.name}`}>
                {who(one.by)}, <When at={one.at} />
              </p>
              <p className={css.asked}>{one.question}</p>
              {one.answered === undefined ? (
                <p className="soft small">
                  {words.waiting}. {t.oneTime.until} <When at={one.expires} as="day" />
                </p>
              ) : (
                <>
                  <p className="soft small">
                    {words.answered}, <When at={one.answered.at} />
                  </p>
                  <blockquote>{one.answered.text}</blockquote>
                  {one.answered.files > 0 && <p className="soft small">{words.files(one.answered.files)}</p>}
                </>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

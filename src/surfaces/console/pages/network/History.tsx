import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import type { Cluster, Lines } from './linked.ts'
import css from './network.module.css'
import { nameOf } from './words.ts'

const { cluster: words } = t.network
type Event = Cluster['events'][number]

/** Ids changed: whoever noted the old one finds here what became of it. */
const changesIds = ({ before, after }: Event): boolean => before.length > 0 && after.length > 0 && before.join() !== after.join()

/** What happened to a cluster, newest first; merges and splits name both ids. */
export function History({ events, lines }: { readonly events: readonly Event[]; readonly lines: Lines }) {
  const named = (personas: readonly string[]): string => personas.map((one) => nameOf(lines, one)).join(', ')
  return (
    <section>
      <h3>{words.history}</h3>
      <ol className={css.history}>
        {events.toReversed().map((event) => (
          <li key={event.seq}>
            <b>{words.events[event.kind] ?? event.kind}</b> <When at={event.at} />
            <p>{event.reason}</p>
            {changesIds(event) && <p className={`mono ${css.ids}`}>{words.became(event.before.join(' + '), event.after.join(' + '))}</p>}
            {event.joined.length > 0 && (
              <p className="soft small">
                {words.joined}: {named(event.joined)}
              </p>
            )}
            {event.left.length > 0 && (
              <p className="soft small">
                {words.left}: {named(event.left)}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

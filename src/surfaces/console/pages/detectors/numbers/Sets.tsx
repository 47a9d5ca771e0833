import { call } from '../../../api/client.ts'
import { useWho } from '../../../api/colleagues.ts'
import { useMay, useMe } from '../../../api/session.ts'
import blocks from '../../../parts/blocks.module.css'
import { When } from '../../../parts/When.tsx'
import { numbers as words } from '../../../texts/index.ts'
import type { DetectorCard } from '../detector-lines.ts'
import { ActWithReason } from './ActWithReason.tsx'
import css from './numbers.module.css'
import { inWords, type NumberSet } from './own-numbers.ts'
import { Result } from './Result.tsx'

interface Shown {
  readonly card: DetectorCard
  readonly set: NumberSet
}

/** Numbers that count now, and the way back. */
export function ActiveSet({ card, set }: Shown) {
  const who = useWho()
  const may = useMay()
  const params = { set: set.set }
  return (
    <section className={css.part} aria-labelledby="active-numbers">
      <h3 id="active-numbers">
        {words.active.title}: {inWords(card, set.numbers)}
      </h3>
      <p>{words.active.says(who(set.made.by), who(set.approved?.by ?? ''))}</p>
      <p className="soft">{set.made.reason}</p>
      {set.version !== card.version && <p>{words.active.old}</p>}
      {may('threshold:try') && (
        <div className={blocks.acts}>
          <ActWithReason
            go={words.active.takeBack}
            says={words.active.takeBackSays}
            done={words.active.takenBack}
            act={(reason) => call('POST /api/number-sets/:set/end', { params, body: { reason } })}
          />
        </div>
      )}
    </section>
  )
}

/** Numbers that answer beside those that count: what they would say, and who asks to make them active. */
export function ShadowSet({ card, set, least }: Shown & { readonly least: number }) {
  const who = useWho()
  const may = useMay()
  const { account } = useMe()
  const params = { set: set.set }
  const seen = set.result?.looked ?? 0
  const own = set.made.by === account || set.proposed?.by === account
  return (
    <section className={css.part} aria-labelledby="shadow-numbers">
      <h3 id="shadow-numbers">
        {words.inShadow.title}: {inWords(card, set.numbers)}
      </h3>
      <p className="soft small">{words.inShadow.says}</p>
      <p>{words.inShadow.seen(seen, least)}</p>
      {set.result !== undefined && seen > 0 && <Result trial={set.set} result={set.result} />}
      {set.waits && set.proposed !== undefined && (
        <>
          <p>
            {words.inShadow.waits(who(set.proposed.by))} <When at={set.proposed.at} as="ago" />
          </p>
          <p className="soft">{set.proposed.reason}</p>
          {own && <p className="soft">{words.inShadow.own}</p>}
        </>
      )}
      <div className={blocks.acts}>
        {set.waits && may('approval:give') && !own && (
          <>
            <ActWithReason
              go={words.second.approve}
              says={words.second.approveSays}
              done={words.second.approved}
              filled
              act={(reason) => call('POST /api/number-sets/:set/approve', { params, body: { reason } })}
            />
            <ActWithReason
              go={words.second.refuse}
              says={words.second.refuseSays}
              done={words.second.refused}
              act={(reason) => call('POST /api/number-sets/:set/refuse', { params, body: { reason } })}
            />
          </>
        )}
        {may('threshold:try') && (
          <>
            {!set.waits && (
              <ActWithReason
                go={words.inShadow.propose}
                says={words.inShadow.proposeSays}
                done={words.inShadow.proposed}
                filled
                disabled={seen < least}
                act={(reason) => call('POST /api/number-sets/:set/propose', { params, body: { reason } })}
              />
            )}
            <ActWithReason
              go={words.inShadow.end}
              says={words.inShadow.endSays}
              done={words.inShadow.endDone}
              act={(reason) => call('POST /api/number-sets/:set/end', { params, body: { reason } })}
            />
          </>
        )}
      </div>
    </section>
  )
}

/** What was in shadow or active before, and why it is no more. */
export function EarlierSets({ card, sets }: { readonly card: DetectorCard; readonly sets: readonly NumberSet[] }) {
  const who = useWho()
  if (sets.length === 0) return null
  return (
    <section className={css.part} aria-labelledby="earlier-numbers">
      <h3 id="earlier-numbers">{words.history}</h3>
      <ul className={blocks.lines}>
        {sets.map((set) => (
          <li key={set.set}>
            <div>
              <b>{inWords(card, set.numbers)}</b>
              {set.ended !== undefined && <p className="soft small">{words.endedBy(who(set.ended.by), set.ended.reason)}</p>}
            </div>
            {set.ended !== undefined && <When at={set.ended.at} as="day" />}
          </li>
        ))}
      </ul>
    </section>
  )
}

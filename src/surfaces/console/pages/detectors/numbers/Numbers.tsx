import blocks from '../../../parts/blocks.module.css'
import { Section } from '../../../parts/Section.tsx'
import { Failed, Loading } from '../../../parts/states.tsx'
import { useMay } from '../../../api/session.ts'
import { numbers as words } from '../../../texts/index.ts'
import type { DetectorCard } from '../detector-lines.ts'
import css from './numbers.module.css'
import { ActiveSet, EarlierSets, ShadowSet } from './Sets.tsx'
import { Tried } from './Tried.tsx'
import { TryForm } from './TryForm.tsx'
import { useOwnNumbers } from './own-numbers.ts'

/** How much a check needs to see before it speaks, and the way to other numbers: tried, in shadow, agreed to. */
export function Numbers({ card }: { readonly card: DetectorCard }) {
  const own = useOwnNumbers(card)
  const may = useMay()
  if (card.settings.length === 0)
    return (
      <Section title={words.title}>
        <p className="soft">{card.threshold.origin === 'EXACT' ? words.none : words.fixed}</p>
      </Section>
    )
  const shadow = own.data?.sets.find((set) => set.state === 'shadow')
  const active = own.data?.sets.find((set) => set.state === 'active')
  return (
    <Section title={words.title} says={words.says}>
      <div className={css.parts}>
        <ul className={blocks.lines}>
          {card.settings.map(({ name, unit, says, shipped, now, least, most }) => (
            <li key={name}>
              <div>
                <b className={css.unit}>{unit}</b>
                <p className="soft small">{words.raised(says)}</p>
              </div>
              <p className={css.values}>
                <b>{words.now(now)}</b>
                {shadow?.numbers[name] !== undefined && <span>{words.shadow(shadow.numbers[name])}</span>}
                <span className="soft">{words.shipped(shipped)}</span>
                <span className="soft">{words.bounds(least, most)}</span>
              </p>
            </li>
          ))}
        </ul>
        {may('threshold:read') &&
          (own.isPending ? (
            <Loading />
          ) : own.isError ? (
            <Failed error={own.error} onRetry={() => void own.refetch()} />
          ) : (
            <>
              {active !== undefined && <ActiveSet card={card} set={active} />}
              {shadow !== undefined && <ShadowSet card={card} set={shadow} least={own.data.leastInShadow} />}
              {may('threshold:try') && <TryForm card={card} />}
              <Tried card={card} own={own.data} free={shadow === undefined} />
              <EarlierSets card={card} sets={own.data.sets.filter((set) => set.state === 'ended')} />
            </>
          ))}
      </div>
    </Section>
  )
}

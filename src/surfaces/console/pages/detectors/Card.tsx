import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Crumb } from '../../parts/Crumb.tsx'
import { NotYet } from '../../parts/NotYet.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { numbers, rooms, t } from '../../texts/index.ts'
import { phaseOf, useDetector, useRates, type DetectorCard, type Rates } from './detector-lines.ts'
import css from './detectors.module.css'
import { Numbers } from './numbers/Numbers.tsx'

const words = rooms.detector
const STRENGTH: Readonly<Record<string, string>> = t.strength

/** The card of a check: all that is needed to weigh what it says, to question it and to doubt it. */
export function Card() {
  const { phase, name } = useParams({ from: '/inside/detectors/$phase/$name' })
  const card = useDetector(phase, name)
  const rates = useRates().get(`${phase}/${name}`)
  if (!card.isSuccess)
    return (
      <NotYet title={t.states.one.check} asked={card}>
        <Crumb to="/detectors" says={words.back} />
      </NotYet>
    )
  return <Opened card={card.data} rates={rates} />
}

function Opened({ card, rates }: { readonly card: DetectorCard; readonly rates: Rates | undefined }) {
  return (
    <>
      <Crumb to="/detectors" says={words.back} />
      <PageHeader title={card.title} says={card.asks} />
      <ul className={css.facts}>
        <li className={css.strength} data-direction={card.direction} data-strength={card.strength}>
          {STRENGTH[card.strength] ?? card.strength}
        </li>
        <li>{rooms.detectors.direction[card.direction] ?? card.direction}</li>
        <li>{card.family.replaceAll('-', ' ')}</li>
        <li>{phaseOf(card)}</li>
        {card.status === 'shadow' && <li>{rooms.detectors.shadow}</li>}
        <li className="mono">{`${card.id}@${card.version}`}</li>
      </ul>
      <div className={css.two}>
        <div className={css.column}>
          <Part id="threshold" title={words.threshold}>
            <p>{card.threshold.says}</p>
            {card.settings.some(({ now, shipped }) => now !== shipped) && <p>{numbers.moved}</p>}
            <p className="soft small">{words.origin[card.threshold.origin] ?? card.threshold.origin}</p>
          </Part>
          <Points id="innocent" title={words.innocent} says={words.innocentSays} points={card.falsePositives} />
          <Points id="blind" title={words.blind} points={card.blindSpots} />
          <Part id="sources" title={words.sources}>
            <ul className={css.sources}>
              {card.sources.map(({ publisher, date, says }) => (
                <li key={`${publisher} ${date} ${says}`}>
                  <p>{says}</p>
                  <p className="soft small">{[publisher, date].filter((part) => part !== '').join(', ')}</p>
                </li>
              ))}
            </ul>
          </Part>
        </div>
        <div className={css.column}>
          {rates !== undefined && <Measured rates={rates} />}
          <Points id="clears" title={words.clears} points={card.clears} />
          <Points id="next" title={words.next} points={card.next} />
          <Points id="needs" title={words.needs} points={card.needs.map(({ missing }) => missing)} />
          <Part id="lawful" title={words.lawful}>
            <p>{card.lawfulUse.purpose}</p>
            <p className="soft">{card.lawfulUse.note}</p>
          </Part>
        </div>
      </div>
      <div className={css.below}>
        <Numbers card={card} />
      </div>
    </>
  )
}

interface Section {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

function Part({ id, title, children }: Section) {
  return (
    <section className={`card ${css.part}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

function Points({ id, title, says, points }: Omit<Section, 'children'> & { readonly says?: string; readonly points: readonly string[] }) {
  return (
    <Part id={id} title={title}>
      {says !== undefined && <p className="soft small">{says}</p>}
      <ul className={css.points}>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Part>
  )
}

/** Counted over one's own assessments, with how far so few cases can be relied on. */
function Measured({ rates: { fired, quiet, notApplicable, failed, fires, confirmed, cleared } }: { readonly rates: Rates }) {
  const share = ({ part, n, low, high }: Rates['fires']): string => words.interval(part, n, low, high)
  const lines: readonly (readonly [string, string])[] = [
    [words.fired, String(fired)],
    [words.quiet, String(quiet)],
    [words.notApplicable, String(notApplicable)],
    [words.failed, String(failed)],
    [words.share, share(fires)],
    ...(confirmed.n === 0
      ? []
      : ([
          [words.confirmed, share(confirmed)],
          [words.cleared, share(cleared)],
        ] as const)),
  ]
  return (
    <Part id="rates" title={words.rates}>
      <p className="soft small">{words.ratesSays}</p>
      <dl className={css.rates}>
        {lines.map(([says, value]) => (
          <div key={says}>
            <dt>{says}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="soft small">{confirmed.n === 0 ? words.none : words.caution}</p>
    </Part>
  )
}

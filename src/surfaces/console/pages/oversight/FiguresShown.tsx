import { useMe } from '../../api/session.ts'
import css from '../../parts/blocks.module.css'
import { Section } from '../../parts/Section.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { t } from '../../texts/index.ts'
import { lasting, percent, shareSays, type Figures, type Share } from './figures.ts'
import own from './oversight.module.css'

interface Tile {
  readonly name: string
  readonly says: string
  readonly figure: string
  readonly more?: string
}

const ofShare = (words: { readonly name: string; readonly says: string }, share: Share): Tile => ({
  ...words,
  figure: share.n === 0 ? '–' : percent(share.rate),
  more: shareSays(share),
})

function tilesOf(of: Figures): readonly Tile[] {
  const w = t.oversight.figures
  return [
    { ...w.decisions, figure: String(of.decisions) },
    { ...w.time, figure: of.medianSeconds === undefined ? '–' : lasting(of.medianSeconds) },
    ofShare(w.overridden, of.overridden),
    ofShare(w.takenBack, of.takenBack),
    ofShare(w.agreed, of.agreed),
    ofShare(w.planted, of.plantedNotCleared),
    { ...w.contested, figure: String(of.contested) },
    ofShare(w.upheld, of.upheld),
  ]
}

export function FiguresShown({ figures }: { readonly figures: Figures }) {
  const me = useMe()
  return (
    <>
      <ul className={own.tiles}>
        {tilesOf(figures).map(({ name, says, figure, more }) => (
          <li key={name} className="card">
            <h2 className={own.name}>{name}</h2>
            <p className={own.figure}>{figure}</p>
            {more !== undefined && <p className="small">{more}</p>}
            <p className="soft small">{says}</p>
          </li>
        ))}
      </ul>
      <Section title={t.oversight.people.title} says={t.oversight.people.says}>
        {figures.people.length === 0 ? (
          <p className="soft">{t.oversight.people.none}</p>
        ) : (
          <ul className={css.lines}>
            {figures.people.map(({ who, decisions, medianSeconds, overridden, alerts }) => (
              <li key={who}>
                <div>
                  <b className={who === me.account ? undefined : 'mono'}>{who === me.account ? me.name : who}</b>
                  <p className="soft small">
                    {t.oversight.people.line(decisions, lasting(medianSeconds))} {t.oversight.people.differs} {shareSays(overridden)}
                  </p>
                  {alerts.length > 0 && (
                    <ul className={css.points}>
                      {alerts.map((alert) => (
                        <li key={alert}>{alert}</li>
                      ))}
                    </ul>
                  )}
                </div>
                {alerts.length > 0 && <Tag tone="look">{t.oversight.people.ask}</Tag>}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}

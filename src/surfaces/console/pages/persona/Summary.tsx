import { Help } from '../../parts/Help.tsx'
import { Recommendation } from '../../parts/Recommendation.tsx'
import { Says } from '../../parts/Says.tsx'
import { t } from '../../texts/index.ts'
import { carriers, united, type Dossier } from './dossier.ts'
import css from './persona.module.css'
import { WaysOn } from './WaysOn.tsx'

interface Shown {
  readonly dossier: Dossier
  /** The case that the reader came from. */
  readonly about: string | undefined
}

/** What there is to do where no finding says it. */
const EMPTY: Readonly<Record<string, string>> = { clear: t.persona.goOn, none: t.persona.notAssessed }

/** What is recommended, why, what to do and what would end it: all that is needed when there is time for one screen. */
export function Summary({ dossier, about }: Shown) {
  const kind = dossier.recommendation ?? 'none'
  const reasons = carriers(dossier)
  const steps = united(reasons, (finding) => finding.next)
  const clears = united(reasons, (finding) => finding.clears)
  const { fired, quiet, failed, 'not-applicable': missing } = dossier.outcomes
  return (
    <section className={`card ${css.summary}`} data-kind={kind} aria-label={t.recommendation[kind].word}>
      <p className={css.words}>
        <Recommendation of={dossier.recommendation} />
        <Help of="recommendation" /> {t.recommendation[kind].says}
      </p>
      {reasons[0] !== undefined && (
        <p>
          <b>{t.persona.why}:</b> <Says says={reasons[0].says} />
        </p>
      )}
      <div className={css.two}>
        <div className={css.next}>
          <h2>{t.persona.next}</h2>
          {steps.length === 0 ? (
            <p>{EMPTY[kind] ?? t.recommendation[kind].says}</p>
          ) : (
            <ol className={css.steps}>
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          )}
          <WaysOn dossier={dossier} about={about} />
        </div>
        {clears.length > 0 && (
          <div>
            <h2>{t.persona.clears}</h2>
            <ul className={css.points}>
              {clears.map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <p className={css.note}>
        {t.recommendation.baseRate} <Help of="baseRate" /> {t.persona.checksSays({ fired, quiet, missing, failed })}
      </p>
    </section>
  )
}

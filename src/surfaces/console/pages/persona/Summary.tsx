import { Recommendation } from '../../parts/Recommendation.tsx'
import { Says } from '../../parts/Says.tsx'
import { t } from '../../texts/index.ts'
import { carriers, united, type Dossier } from './dossier.ts'
import css from './persona.module.css'

/** What is recommended, why, what to do and what would end it: all that is needed when there is time for one screen. */
export function Summary({ dossier }: { readonly dossier: Dossier }) {
  const kind = dossier.recommendation ?? 'none'
  const reasons = carriers(dossier)
  const steps = united(reasons, (finding) => finding.next)
  const clears = united(reasons, (finding) => finding.clears)
  const { fired, quiet, failed, 'not-applicable': missing } = dossier.outcomes
  return (
    <section className={`card ${css.summary}`} data-kind={kind} aria-label={t.recommendation[kind].word}>
      <p className={css.words}>
        <Recommendation of={dossier.recommendation} /> {t.recommendation[kind].says}
      </p>
      {reasons[0] !== undefined && (
        <p>
          <b>{t.persona.why}:</b> <Says says={reasons[0].says} />
        </p>
      )}
      {(steps.length > 0 || clears.length > 0) && (
        <div className={css.two}>
          <Points title={t.persona.next} points={steps} />
          <Points title={t.persona.clears} points={clears} />
        </div>
      )}
      <p className={css.note}>
        {t.recommendation.baseRate} {t.persona.checksSays({ fired, quiet, missing, failed })}
      </p>
    </section>
  )
}

function Points({ title, points }: { readonly title: string; readonly points: readonly string[] }) {
  return (
    <div>
      <h2 className={css.small}>{title}</h2>
      <ul className={css.points}>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  )
}

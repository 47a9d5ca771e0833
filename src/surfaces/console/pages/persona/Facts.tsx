import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import type { Dossier } from './dossier.ts'
import css from './persona.module.css'

/** Where the application came from, for what, and how long it is kept. */
export function Facts({ dossier }: { readonly dossier: Dossier }) {
  const { source, requisition, received, keepUntil, standing, decided, persona } = dossier
  return (
    <ul className={css.facts}>
      <li>{t.candidates.standing[standing]}</li>
      {requisition !== undefined && <li>{requisition}</li>}
      <li>{source}</li>
      <li>
        {t.persona.received} <When at={received} as="day" />
      </li>
      <li>
        {t.persona.kept} <When at={keepUntil} as="day" />
      </li>
      {decided !== undefined && (
        <li>
          {t.persona.decided[decided.kind]} {t.persona.by} {decided.by}, <When at={decided.at} as="day" />
        </li>
      )}
      <li className="mono">{persona}</li>
    </ul>
  )
}

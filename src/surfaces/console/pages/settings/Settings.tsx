import { useMay } from '../../api/session.ts'
import css from '../../parts/blocks.module.css'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { t } from '../../texts/index.ts'
import { Planted } from './Planted.tsx'
import { Provider } from './Provider.tsx'
import { Scoring } from './Scoring.tsx'
import { Timers } from './Timers.tsx'

/** What holds for the whole organisation; each part is there for those who may see it. */
export function Settings() {
  const may = useMay()
  return (
    <div className={css.narrow}>
      <PageHeader title={t.settings.title} says={t.settings.says} />
      <div className={css.stack}>
        <Scoring />
        {may('people:manage') && <Provider />}
        {may('settings:manage') && <Planted />}
        <Timers />
      </div>
    </div>
  )
}

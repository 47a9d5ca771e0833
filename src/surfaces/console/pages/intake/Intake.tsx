import { useState } from 'react'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { t } from '../../texts/index.ts'
import { sendAll, useBatch } from './batch.ts'
import { Chosen } from './Chosen.tsx'
import { DropZone } from './DropZone.tsx'
import type { Picked } from './gather.ts'
import css from './intake.module.css'
import { Progress } from './Progress.tsx'
import { ScoringStopped } from './ScoringStopped.tsx'

/** Hands in files: drop them, see who of them is a candidate, send, and watch until everybody can be looked at. */
export function Intake() {
  const [picked, setPicked] = useState<readonly Picked[]>([])
  const [nothing, setNothing] = useState(false)
  const batch = useBatch()
  const add = (more: readonly Picked[]): void => {
    setNothing(more.length === 0)
    const known = new Set(picked.map(({ path }) => path.join('/')))
    setPicked([...picked, ...more.filter(({ path }) => !known.has(path.join('/')))])
  }
  return (
    <div className={css.intake}>
      <PageHeader title={t.intake.title} says={t.intake.says} />
      <ScoringStopped />
      {batch.length > 0 && <Progress sendings={batch} />}
      {picked.length === 0 ? (
        <DropZone onPicked={add} />
      ) : (
        <Chosen
          picked={picked}
          onPicked={setPicked}
          onSend={(candidates, requisition) => {
            sendAll(candidates, requisition)
            setPicked([])
          }}
        />
      )}
      {nothing && picked.length === 0 && (
        <p className="soft" role="alert">
          {t.intake.nothing}
        </p>
      )}
      <p className="soft small">{t.intake.once}</p>
    </div>
  )
}

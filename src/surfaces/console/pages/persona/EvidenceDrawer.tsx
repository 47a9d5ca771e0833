import { Evidence } from '../../evidence/Evidence.tsx'
import type { FindingShown } from '../../evidence/value.ts'
import { Finding } from '../../parts/Finding.tsx'
import { Side } from '../../parts/Side.tsx'
import { numbers, t } from '../../texts/index.ts'
import { useLook } from '../cases/look.ts'
import css from './persona.module.css'

interface Shown {
  readonly persona: string
  /** The case that this is looked at for; what was looked at is written into it. */
  readonly about: string | undefined
  readonly finding: FindingShown | undefined
  onClose(): void
}

/** The evidence of one finding, beside the page. */
export function EvidenceDrawer({ persona, about, finding, onClose }: Shown) {
  useLook(about, finding?.finding)
  return (
    <Side opened={finding !== undefined} onClose={onClose} title={t.evidence.title}>
      {finding !== undefined && (
        <div className={css.drawer}>
          <Finding finding={finding} />
          <Evidence persona={persona} evidence={finding.evidence} />
          {finding.clears.length > 0 && (
            <section>
              <h3>{t.finding.clears}</h3>
              <ul className={css.points}>
                {finding.clears.map((fact) => (
                  <li key={fact}>{fact}</li>
                ))}
              </ul>
            </section>
          )}
          <p className="soft small">
            {t.finding.check}: <span className="mono">{`${finding.detector}@${finding.version}`}</span>
            {finding.numbers !== undefined && ` · ${numbers.own(finding.numbers)}`}
          </p>
        </div>
      )}
    </Side>
  )
}

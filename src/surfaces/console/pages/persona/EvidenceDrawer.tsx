import { Drawer } from '@mantine/core'
import { useEffect } from 'react'
import { call } from '../../api/client.ts'
import { Evidence } from '../../evidence/Evidence.tsx'
import type { FindingShown } from '../../evidence/value.ts'
import { Finding } from '../../parts/Finding.tsx'
import { numbers, t } from '../../texts/index.ts'
import css from './persona.module.css'

interface Shown {
  readonly persona: string
  /** The case that this is looked at for; what was looked at is written into it. */
  readonly about: string | undefined
  readonly finding: FindingShown | undefined
  onClose(): void
}

/** A glance is no look. */
const LEAST_SECONDS = 2

/** Tells the case that this finding's evidence was looked at, and for how long (the decision record names it). */
function useLookTold(about: string | undefined, finding: string | undefined): void {
  useEffect(() => {
    if (about === undefined || finding === undefined) return undefined
    const opened = performance.now()
    return () => {
      const seconds = Math.round((performance.now() - opened) / 1_000)
      if (seconds < LEAST_SECONDS) return
      // The look has been had whether it can be told or not: of a case that was closed meanwhile nobody needs to hear.
      call('POST /api/cases/:case/acts', {
        params: { case: about },
        body: { kind: 'seen', what: 'finding', evidence: finding, seconds },
      }).catch(() => undefined)
    }
  }, [about, finding])
}

export function EvidenceDrawer({ persona, about, finding, onClose }: Shown) {
  useLookTold(about, finding?.finding)
  return (
    <Drawer
      opened={finding !== undefined}
      onClose={onClose}
      position="right"
      size="min(640px, 100vw)"
      title={t.evidence.title}
      closeButtonProps={{ 'aria-label': t.keys.close }}
    >
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
    </Drawer>
  )
}

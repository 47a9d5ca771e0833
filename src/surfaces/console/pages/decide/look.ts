import { useEffect } from 'react'
import { actOn, lookAgain } from '../cases/case.ts'

/** A glance is no look. */
const LEAST_SECONDS = 2

/** Tells the case for how long this finding's evidence was open, and looks at the case anew: a reason may rest on it from then on. */
export function useLook(id: string, finding: string | undefined): void {
  useEffect(() => {
    if (finding === undefined) return undefined
    const opened = performance.now()
    return () => {
      const seconds = Math.round((performance.now() - opened) / 1_000)
      if (seconds < LEAST_SECONDS) return
      // Of a case that was closed meanwhile nobody needs to hear.
      actOn(id, { kind: 'seen', what: 'finding', evidence: finding, seconds })
        .then(lookAgain)
        .catch(() => undefined)
    }
  }, [id, finding])
}

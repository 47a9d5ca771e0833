import { useEffect } from 'react'
import { actOn, lookAgain } from './case.ts'

/** A glance is no look. */
const LEAST_SECONDS = 2

/** Tells the case for how long this finding's evidence was open, and looks at the case anew: a reason may rest on it from then on. */
export function useLook(about: string | undefined, finding: string | undefined): void {
  useEffect(() => {
    if (about === undefined || finding === undefined) return undefined
    const opened = performance.now()
    return () => {
      const seconds = Math.round((performance.now() - opened) / 1_000)
      if (seconds < LEAST_SECONDS) return
      // The look has been had whether it can be told or not: of a case that was closed meanwhile nobody needs to hear.
      actOn(about, { kind: 'seen', what: 'finding', evidence: finding, seconds })
        .then(lookAgain)
        .catch(() => undefined)
    }
  }, [about, finding])
}

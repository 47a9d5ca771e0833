import type { ReactNode } from 'react'
import { problemOf } from '../../api/problem.ts'
import { Failed, Loading } from '../../parts/states.tsx'
import { useDossier, type Dossier } from '../persona/dossier.ts'
import { PurposePrompt } from '../persona/PurposePrompt.tsx'

interface Needs {
  readonly persona: string
  /** The case that it is opened for. */
  readonly about: string | undefined
  children(dossier: Dossier): ReactNode
}

/** A page that needs a candidate's dossier: it is opened for a stated purpose, as everywhere, and the page comes after. */
export function ForDossier({ persona, about, children }: Needs) {
  const dossier = useDossier(persona)
  if (dossier.isPending) return <Loading />
  if (dossier.isSuccess) return children(dossier.data)
  if (problemOf(dossier.error).code === 'needs-purpose')
    return <PurposePrompt persona={persona} about={about} onStated={() => void dossier.refetch()} />
  return <Failed error={dossier.error} onRetry={() => void dossier.refetch()} />
}

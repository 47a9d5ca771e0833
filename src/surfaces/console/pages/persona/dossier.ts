import { useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import type { FindingShown } from '../../evidence/value.ts'

export type Dossier = AnswerOf<'GET /api/personas/:persona'>

export const useDossier = (persona: string) =>
  useQuery({
    queryKey: keys.dossier(persona),
    queryFn: () => call('GET /api/personas/:persona', { params: { persona } }),
    // Waiting for a purpose is no fault to try again.
    retry: false,
  })

/** The findings that carried the recommendation, strongest first. */
export const carriers = ({ findings, reasons }: Dossier): readonly FindingShown[] =>
  reasons.flatMap((id) => findings.filter((finding) => finding.finding === id))

/** More than a reader acts on. */
const MOST = 6
export const united = (findings: readonly FindingShown[], pick: (finding: FindingShown) => readonly string[]): readonly string[] =>
  [...new Set(findings.flatMap(pick))].slice(0, MOST)

import { useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { queries } from '../../api/queries.ts'
import { hasEnded } from '../intake/runs.ts'

export type Indicator = AnswerOf<'GET /api/indicators'>['items'][number]
export type State = Indicator['state']
export type TouchedBy = AnswerOf<'POST /api/lookback'>
export type Imported = AnswerOf<'POST /api/indicators/import'>

export const STATES: readonly State[] = ['quarantined', 'accepted', 'refused', 'expired']
export const isState = (text: string | undefined): text is State => STATES.some((state) => state === text)

export const useIndicators = (state: State) =>
  useQuery({ queryKey: keys.indicators({ state }), queryFn: () => call('GET /api/indicators', { query: { state } }) })

/** The reading of a list, looked at until it has ended. */
export const useRun = (run: string) =>
  useQuery({
    queryKey: keys.run(run),
    queryFn: () => call('GET /api/runs/:run', { params: { run } }),
    refetchInterval: ({ state: { data } }) => (data !== undefined && hasEnded(data) ? false : LOOKED_MS),
  })
const LOOKED_MS = 1_000

/** Whom a source's values touch, once they are there. */
export const useTouched = (source: string, enabled: boolean) =>
  useQuery({
    queryKey: keys.indicators({ touchedBy: source }),
    queryFn: () => call('GET /api/indicators/touched', { query: { source } }),
    enabled,
  })

export async function lookAgain(): Promise<void> {
  await queries.invalidateQueries({ queryKey: ['indicators'] })
  await queries.invalidateQueries({ queryKey: keys.personas })
}

/** One line somebody typed, as the service asks: what is plain by its form needs no kind in front. */
export function questionOf(line: string): string {
  if (/^[\w-]+=/.test(line)) return line
  if (/^\S+@\S+\.\S+$/.test(line)) return `email=${line}`
  if (/^\+[\d\s().-]{6,}$/.test(line)) return `phone=${line}`
  if (/^https?:\/\//i.test(line)) return `link=${line}`
  if (/^(\d{1,3}\.){3}\d{1,3}$/.test(line)) return `ip=${line}`
  if (/^0x[0-9a-f]{40}$/i.test(line)) return `wallet=${line}`
  return line
}

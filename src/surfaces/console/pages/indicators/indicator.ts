import { useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { queries } from '../../api/queries.ts'

export type Indicator = AnswerOf<'GET /api/indicators'>['items'][number]
export type State = Indicator['state']
export type TouchedBy = AnswerOf<'POST /api/lookback'>
export type Imported = AnswerOf<'POST /api/indicators/import'>

export const STATES: readonly State[] = ['quarantined', 'accepted', 'refused', 'expired']
export const isState = (text: string | undefined): text is State => STATES.some((state) => state === text)

export const useIndicators = (state: State) =>
  useQuery({ queryKey: keys.indicators({ state }), queryFn: () => call('GET /api/indicators', { query: { state } }) })

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

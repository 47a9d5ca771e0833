import { skipToken, useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '../../../../client/index.ts'
import { call } from '../../../api/client.ts'
import { keys } from '../../../api/keys.ts'
import { queries } from '../../../api/queries.ts'
import { useMay } from '../../../api/session.ts'
import { numbers as words } from '../../../texts/index.ts'
import type { DetectorCard } from '../detector-lines.ts'

export type OwnNumbers = AnswerOf<'GET /api/detectors/:phase/:name/numbers'>
export type NumberSet = OwnNumbers['sets'][number]
export type Backtest = OwnNumbers['backtests'][number]
export type TrialResult = NonNullable<Backtest['result']>
export type Changed = AnswerOf<'GET /api/trials/:trial/personas'>['items'][number]

export function partsOf({ id }: Pick<DetectorCard, 'id'>): { readonly phase: string; readonly name: string } {
  const [phase = '', name = ''] = id.split('/')
  return { phase, name }
}

/** What was tried and agreed to; nothing for those who may not see it. */
export function useOwnNumbers(card: DetectorCard) {
  const sees = useMay()('threshold:read') && card.settings.length > 0
  return useQuery({
    queryKey: keys.numbers(card.id),
    queryFn: sees ? () => call('GET /api/detectors/:phase/:name/numbers', { params: partsOf(card) }) : skipToken,
  })
}

export const lookAgain = (): Promise<void> => queries.invalidateQueries({ queryKey: keys.detectors })

/** These numbers in words: `3 shared passages`. */
export const inWords = (card: DetectorCard, own: Readonly<Record<string, number>>): string =>
  words.written(own, Object.fromEntries(card.settings.map(({ name, unit }) => [name, unit])))

import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { AnswerOf, InputOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'

export type Match = AnswerOf<'GET /api/matches/:match'>
export type Sides = AnswerOf<'GET /api/matches/:match/sides'>
export type Answers = InputOf<'POST /api/matches/:match/decide'>['body']['form']
export type Outcome = InputOf<'POST /api/matches/:match/decide'>['body']['outcome']

export const useMatch = (match: string) =>
  useQuery({ queryKey: keys.match(match), queryFn: () => call('GET /api/matches/:match', { params: { match } }) })

/** Asked for once: each time is a look that is written down. */
export const useSides = (match: string) =>
  useQuery({
    queryKey: keys.sides(match),
    queryFn: () => call('GET /api/matches/:match/sides', { params: { match } }),
    staleTime: Infinity,
  })

/** After an act: the match, the queue and the reports are other than they were. */
export function useLookAgain(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['screening'] })
}

export const isWaiting = ({ state }: Pick<Match, 'state'>): boolean => state === 'possible' || state === 'awaiting-second'

/** The form that was answered last, and by whom. */
export const lastAnswered = ({ acts }: Match): Match['acts'][number] | undefined => acts.findLast((act) => act.kind === 'adjudicated')

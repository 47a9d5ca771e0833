import { useQuery } from '@tanstack/react-query'
import type { MatchState } from '../../../../model/adjudication.ts'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { rooms } from '../../texts/index.ts'

export type MatchLine = AnswerOf<'GET /api/matches'>['items'][number]

/** In the order in which they are offered. */
export const STATES = Object.keys(rooms.screening.states) as readonly MatchState[]
const isState = (text: string | undefined): text is MatchState => STATES.some((state) => state === text)

export interface Asked {
  readonly state?: string
  readonly list?: string
  readonly owner?: string
}

export const useMatches = ({ state, list, owner }: Asked) =>
  useQuery({
    queryKey: keys.matches({ state, list, owner }),
    queryFn: () =>
      call('GET /api/matches', {
        query: {
          ...(isState(state) ? { state } : {}),
          ...(list === undefined ? {} : { list }),
          ...(owner === undefined ? {} : { owner }),
          limit: 1_000,
        },
      }),
  })

export const isOverdue = ({ due }: Pick<MatchLine, 'due'>): boolean => due !== undefined && Date.parse(due) < Date.now()

/** The name that stands for our side; a subject without one is told by what was asked about. */
export const nameOf = ({ names, subject }: Pick<MatchLine, 'names' | 'subject'>): string => names[0] ?? subject

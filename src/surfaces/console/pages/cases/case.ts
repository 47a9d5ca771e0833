import { useQuery } from '@tanstack/react-query'
import type { Permission } from '../../../../model/access.ts'
import type { AnswerOf, InputOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { usePages } from '../../api/pages.ts'
import { queries } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { t } from '../../texts/index.ts'

export type CaseShown = AnswerOf<'GET /api/cases/:case'>
export type CaseLine = AnswerOf<'GET /api/cases'>['items'][number]
export type CaseRequest = CaseShown['requests'][number]
type Act = InputOf<'POST /api/cases/:case/acts'>['body']

/** Cases tell no news of themselves over events yet, so an open page looks for itself. */
const LOOKED_MS = 20_000

export const useCases = (filter: { readonly status?: 'open' | 'closed' }) =>
  usePages({ key: keys.cases(filter), ask: (page) => call('GET /api/cases', { query: { ...filter, ...page } }) })

export const useCase = (id: string) =>
  useQuery({ queryKey: keys.case(id), queryFn: () => call('GET /api/cases/:case', { params: { case: id } }), refetchInterval: LOOKED_MS })

export const useReasons = () => useQuery({ queryKey: keys.reasons, queryFn: () => call('GET /api/reasons', {}), staleTime: Infinity })
export const useTimers = () => useQuery({ queryKey: keys.timers, queryFn: () => call('GET /api/timers', {}), staleTime: Infinity })

export const actOn = (id: string, body: Act) => call('POST /api/cases/:case/acts', { params: { case: id }, body })

/** What was done on a case is seen on every page of cases at once. */
export const lookAgain = (): Promise<void> => queries.invalidateQueries({ queryKey: ['cases'] })

type Doing = 'work' | 'decide' | 'approve'
const PERMISSION: Readonly<Record<CaseShown['room'], Readonly<Record<Doing, Permission>>>> = {
  identity: { work: 'case:work', decide: 'case:decide', approve: 'approval:give' },
  sanctions: { work: 'screening:work', decide: 'screening:work', approve: 'screening:confirm' },
}

/** What the reader may do in a case of this room. */
export function useCan(room: CaseShown['room']): (doing: Doing) => boolean {
  const may = useMay()
  return (doing) => may(PERMISSION[room][doing])
}

/** Who a case is about, as its lines and its head say it. */
export function aboutWhom({ personas, names }: Pick<CaseLine, 'personas' | 'names'>): string {
  const [first] = personas
  if (first === undefined) return t.cases.noPerson
  const name = names[first] ?? t.cases.noName
  return personas.length === 1 ? name : `${name} ${t.cases.and(personas.length - 1)}`
}

/** The name of somebody in a case; of whom no name was read, the id says who is meant. */
export const nameIn = ({ names }: Pick<CaseLine, 'names'>, persona: string): string => names[persona] ?? persona

export const isPending = (request: CaseRequest): boolean => request.state === 'pending' && request.expires > new Date().toISOString()

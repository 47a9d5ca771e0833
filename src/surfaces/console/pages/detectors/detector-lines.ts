import { skipToken, useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useMay } from '../../api/session.ts'

export type DetectorLine = AnswerOf<'GET /api/detectors'>['items'][number]
export type DetectorCard = AnswerOf<'GET /api/detectors/:phase/:name'>
export type Rates = AnswerOf<'GET /api/oversight/detectors'>['items'][number]

export const useDetectors = () => useQuery({ queryKey: keys.detectors, queryFn: () => call('GET /api/detectors', {}), staleTime: Infinity })

export const useDetector = (phase: string, name: string) =>
  useQuery({
    queryKey: keys.detector(`${phase}/${name}`),
    queryFn: () => call('GET /api/detectors/:phase/:name', { params: { phase, name } }),
    staleTime: Infinity,
  })

/** What each check said of one's own applications, by its id; nothing for those who may not see such figures. */
export function useRates() {
  const sees = useMay()('oversight:read')
  const rates = useQuery({ queryKey: keys.detectorRates, queryFn: sees ? () => call('GET /api/oversight/detectors', {}) : skipToken })
  return new Map(rates.data?.items.map((one) => [one.detector, one]))
}

export const phaseOf = ({ id }: Pick<DetectorLine, 'id'>): string => id.split('/')[0] ?? ''
export const placeOf = ({ id }: Pick<DetectorLine, 'id'>) => {
  const [phase = '', name = ''] = id.split('/')
  return { to: '/detectors/$phase/$name', params: { phase, name } } as const
}

import { useQuery } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'

export const useScoring = () => useQuery({ queryKey: keys.scoring, queryFn: () => call('GET /api/scoring', {}) })

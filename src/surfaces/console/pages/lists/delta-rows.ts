import { skipToken, useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'

type DeltaAnswer = AnswerOf<'GET /api/lists/:list/delta'>
type Entry = DeltaAnswer['added'][number]

/** An entry that came, went or changed; `fields` only of one that changed. */
export interface DeltaRow extends Entry {
  readonly change: 'added' | 'removed' | 'changed'
  readonly fields: DeltaAnswer['changed'][number]['fields']
}

/** Two kept versions never change, so what lies between them does not either. */
export const useDelta = (list: string, from: string | undefined, to: string | undefined) =>
  useQuery({
    queryKey: keys.delta(list, from ?? '', to ?? ''),
    queryFn:
      from === undefined || to === undefined
        ? skipToken
        : () => call('GET /api/lists/:list/delta', { params: { list }, query: { from, to } }),
    staleTime: Infinity,
  })

export const rowsOf = ({ changed, added, removed }: DeltaAnswer): readonly DeltaRow[] => [
  ...changed.map((entry) => ({ ...entry, change: 'changed' as const })),
  ...added.map((entry) => ({ ...entry, change: 'added' as const, fields: [] })),
  ...removed.map((entry) => ({ ...entry, change: 'removed' as const, fields: [] })),
]

/** A value of a field as one line: a text, or what a small record holds. */
export function written(value: unknown): string {
  if (typeof value === 'object' && value !== null)
    return Object.values(value)
      .filter((part) => part !== undefined && part !== '')
      .map(written)
      .join(' · ')
  return String(value)
}

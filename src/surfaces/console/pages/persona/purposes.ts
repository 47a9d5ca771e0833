import type { QueryClient } from '@tanstack/react-query'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'

/** What a dossier may be opened for. */
export interface Purpose {
  readonly kind: 'case' | 'requisition'
  readonly id: string
  readonly says: string
}

type Listed = { readonly pages?: readonly AnswerOf<'GET /api/personas'>[] }

/** The opening of a candidate who stands in a list that was fetched; of one that was not, the service says whether an opening is theirs. */
export function openingOf(client: QueryClient, persona: string): string | undefined {
  const lists = client.getQueriesData<Listed>({ queryKey: [...keys.personas, 'list'] })
  return lists.flatMap(([, list]) => list?.pages?.flatMap((page) => page.items) ?? []).find((one) => one.persona === persona)?.requisition
}

interface Known {
  readonly opening: string | undefined
  readonly readsCases: boolean
}

/** Cases about the candidate first, then openings. */
export async function purposesOf(persona: string, { opening, readsCases }: Known): Promise<readonly Purpose[]> {
  const [openings, cases] = await Promise.all([
    call('GET /api/requisitions', {}),
    readsCases ? call('GET /api/cases', { query: { persona, status: 'open' } }) : { items: [] },
  ])
  return [
    ...cases.items.map(({ id, says }): Purpose => ({ kind: 'case', id, says })),
    ...openings.items
      .filter(({ id }) => opening === undefined || id === opening)
      .map(({ id, title }): Purpose => ({ kind: 'requisition', id, says: title })),
  ]
}

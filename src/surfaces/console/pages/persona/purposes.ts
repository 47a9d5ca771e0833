import { call } from '../../api/client.ts'

/** What a dossier may be opened for. */
export interface Purpose {
  readonly kind: 'case' | 'requisition'
  readonly id: string
  readonly says: string
}

/** Cases about the candidate first, then the opening they applied for. */
export async function purposesOf(persona: string, readsCases: boolean): Promise<readonly Purpose[]> {
  const [lines, openings, cases] = await Promise.all([
    call('POST /api/personas/lines', { body: { personas: [persona] } }),
    call('GET /api/requisitions', {}),
    readsCases ? call('GET /api/cases', { query: { persona, status: 'open' } }) : { items: [] },
  ])
  const theirs = lines.items[0]?.requisition
  return [
    // A case of the sanctions room is no reason to read an application.
    ...cases.items.filter(({ room }) => room === 'identity').map(({ id, says }): Purpose => ({ kind: 'case', id, says })),
    ...openings.items.filter(({ id }) => id === theirs).map(({ id, title }): Purpose => ({ kind: 'requisition', id, says: title })),
  ]
}

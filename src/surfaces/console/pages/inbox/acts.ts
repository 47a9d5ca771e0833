import { call } from '../../api/client.ts'
import { queries } from '../../api/queries.ts'
import { done, failed } from '../../parts/toast.tsx'
import { t } from '../../texts/index.ts'
import type { InboxItem } from './inbox-items.ts'

const look = (): Promise<void> => queries.invalidateQueries({ queryKey: ['cases'] })

/** Only what is harmless and can be taken back is done from the list, and only on cases. */
export const canAct = (item: InboxItem): boolean => item.about === 'case'

const act = (id: string, body: { kind: 'assigned'; to: string | null } | { kind: 'snoozed'; until: string }) =>
  call('POST /api/cases/:case/acts', { params: { case: id }, body })

export async function take(item: InboxItem, me: string): Promise<void> {
  try {
    await act(item.id, { kind: 'assigned', to: me })
    done(t.inbox.took, async () => {
      await act(item.id, { kind: 'assigned', to: item.assignee ?? null })
      await look()
    })
  } catch (error) {
    failed(error)
  }
  await look()
}

/** Eight in the morning of the reader's next day. */
function tomorrow(): string {
  const day = new Date()
  day.setDate(day.getDate() + 1)
  day.setHours(8, 0, 0, 0)
  return day.toISOString()
}

/** A case is put aside until a later time only, so it is woken by putting it aside for a moment, by the service's clock. */
const MOMENT_MS = 1_500
/** Looked for a little later than it wakes: what is asked in the same moment is answered from before. */
const AWAKE_MS = MOMENT_MS + 1_000

export async function snooze(item: InboxItem): Promise<void> {
  try {
    const { changed } = await act(item.id, { kind: 'snoozed', until: tomorrow() })
    const asked = performance.now()
    done(t.inbox.snoozed, async () => {
      const there = Date.parse(changed) + performance.now() - asked
      await act(item.id, { kind: 'snoozed', until: new Date(there + MOMENT_MS).toISOString() })
      setTimeout(() => void look(), AWAKE_MS)
    })
  } catch (error) {
    failed(error)
  }
  await look()
}

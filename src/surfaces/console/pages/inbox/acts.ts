import { t } from '../../texts/index.ts'
import { give, putAside } from '../cases/does.ts'
import type { InboxItem } from './inbox-items.ts'

/** Only what is harmless and can be taken back is done from the list, and only on cases. */
export const canAct = (item: InboxItem): boolean => item.about === 'case'

export const take = (item: InboxItem, me: string): Promise<void> => give(item, me, t.cases.done.took)

export const snooze = (item: InboxItem): Promise<void> => putAside(item.id, 1)

import IconInbox from '@tabler/icons-react/icons/IconInbox'
import IconListCheck from '@tabler/icons-react/icons/IconListCheck'
import IconListSearch from '@tabler/icons-react/icons/IconListSearch'
import IconMessages from '@tabler/icons-react/icons/IconMessages'
import IconScale from '@tabler/icons-react/icons/IconScale'
import IconUsers from '@tabler/icons-react/icons/IconUsers'
import type { Permission } from '../../../model/access.ts'
import { t } from '../texts/index.ts'

/** What the navigation leads to, in its order. A page that is added here is in the side bar, the phone's bar and among the keys. */
export const SECTIONS = [
  { to: '/inbox', says: t.nav.inbox, icon: IconInbox, keys: 'g i', goes: t.keys.inbox, may: 'case:read' },
  { to: '/candidates', says: t.nav.candidates, icon: IconUsers, keys: 'g c', goes: t.keys.candidates, may: 'persona:read' },
  { to: '/interviews', says: t.rooms.interviews, icon: IconMessages, keys: 'g n', goes: t.rooms.goInterviews, may: 'interview:write' },
  { to: '/screening', says: t.rooms.screening, icon: IconScale, keys: 'g s', goes: t.rooms.goScreening, may: 'screening:read' },
  { to: '/lists', says: t.rooms.lists, icon: IconListSearch, keys: 'g l', goes: t.rooms.goLists, may: 'screening:read' },
  { to: '/detectors', says: t.rooms.detectors, icon: IconListCheck, keys: 'g d', goes: t.rooms.goDetectors, may: 'persona:read' },
] as const satisfies readonly { readonly may: Permission; readonly [key: string]: unknown }[]

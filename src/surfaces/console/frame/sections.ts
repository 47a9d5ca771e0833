import IconBriefcase from '@tabler/icons-react/icons/IconBriefcase'
import IconChartBar from '@tabler/icons-react/icons/IconChartBar'
import IconCloudUpload from '@tabler/icons-react/icons/IconCloudUpload'
import IconEyeCheck from '@tabler/icons-react/icons/IconEyeCheck'
import IconFlag from '@tabler/icons-react/icons/IconFlag'
import IconHistory from '@tabler/icons-react/icons/IconHistory'
import IconInbox from '@tabler/icons-react/icons/IconInbox'
import IconSettings from '@tabler/icons-react/icons/IconSettings'
import IconUserCog from '@tabler/icons-react/icons/IconUserCog'
import IconUsers from '@tabler/icons-react/icons/IconUsers'
import type { Permission } from '../../../model/access.ts'
import { t } from '../texts/index.ts'

/** What the navigation leads to, in its order. A page that is added here is in the side bar, the phone's bar and among the keys. */
export const SECTIONS = [
  { to: '/inbox', says: t.nav.inbox, icon: IconInbox, keys: 'g i', goes: t.keys.inbox, may: 'case:read' },
  { to: '/candidates', says: t.nav.candidates, icon: IconUsers, keys: 'g c', goes: t.keys.candidates, may: 'persona:read' },
  { to: '/intake', says: t.sections.intake, icon: IconCloudUpload, keys: 'g a', goes: t.sections.goes.intake, may: 'persona:submit' },
  { to: '/openings', says: t.sections.openings, icon: IconBriefcase, keys: 'g o', goes: t.sections.goes.openings, may: 'persona:read' },
  {
    to: '/indicators',
    says: t.sections.indicators,
    icon: IconFlag,
    keys: 'g k',
    goes: t.sections.goes.indicators,
    may: 'indicator:manage',
  },
  {
    to: '/second-looks',
    says: t.sections.secondLooks,
    icon: IconEyeCheck,
    keys: 'g 2',
    goes: t.sections.goes.secondLooks,
    may: 'appeal:decide',
  },
  { to: '/oversight', says: t.sections.oversight, icon: IconChartBar, keys: 'g v', goes: t.sections.goes.oversight, may: 'oversight:read' },
  { to: '/people', says: t.sections.people, icon: IconUserCog, keys: 'g p', goes: t.sections.goes.people, may: 'people:manage' },
  { to: '/settings', says: t.sections.settings, icon: IconSettings, keys: 'g s', goes: t.sections.goes.settings, may: 'scoring:stop' },
  { to: '/audit', says: t.sections.audit, icon: IconHistory, keys: 'g l', goes: t.sections.goes.audit, may: 'audit:read' },
] as const satisfies readonly { readonly may: Permission; readonly [key: string]: unknown }[]

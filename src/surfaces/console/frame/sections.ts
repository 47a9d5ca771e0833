import IconAccessible from '@tabler/icons-react/icons/IconAccessible'
import IconAffiliate from '@tabler/icons-react/icons/IconAffiliate'
import IconBriefcase from '@tabler/icons-react/icons/IconBriefcase'
import IconChartBar from '@tabler/icons-react/icons/IconChartBar'
import IconCloudUpload from '@tabler/icons-react/icons/IconCloudUpload'
import IconDoorEnter from '@tabler/icons-react/icons/IconDoorEnter'
import IconEyeCheck from '@tabler/icons-react/icons/IconEyeCheck'
import IconFlag from '@tabler/icons-react/icons/IconFlag'
import IconHistory from '@tabler/icons-react/icons/IconHistory'
import IconInbox from '@tabler/icons-react/icons/IconInbox'
import IconListCheck from '@tabler/icons-react/icons/IconListCheck'
import IconListSearch from '@tabler/icons-react/icons/IconListSearch'
import IconMessages from '@tabler/icons-react/icons/IconMessages'
import IconScale from '@tabler/icons-react/icons/IconScale'
import IconSettings from '@tabler/icons-react/icons/IconSettings'
import IconShieldSearch from '@tabler/icons-react/icons/IconShieldSearch'
import IconUserCog from '@tabler/icons-react/icons/IconUserCog'
import IconUsers from '@tabler/icons-react/icons/IconUsers'
import type { Permission } from '../../../model/access.ts'
import { t } from '../texts/index.ts'

/** What the navigation leads to, in its order. A page that is added here is in the side bar, the phone's bar and menu, and among the keys. */
export const SECTIONS = [
  { group: 'work', to: '/inbox', says: t.nav.inbox, icon: IconInbox, keys: 'g i', goes: t.keys.inbox, may: 'case:read' },
  { group: 'work', to: '/cases', says: t.cases.title, icon: IconBriefcase, keys: 'g s', goes: t.cases.goes, may: 'case:read' },
  { group: 'work', to: '/reviews', says: t.reviews.title, icon: IconScale, keys: 'g r', goes: t.reviews.goes, may: 'appeal:decide' },
  {
    group: 'work',
    to: '/second-looks',
    says: t.sections.secondLooks,
    icon: IconEyeCheck,
    keys: 'g 2',
    goes: t.sections.goes.secondLooks,
    may: 'appeal:decide',
  },
  {
    group: 'work',
    to: '/other-ways',
    says: t.ways.title,
    icon: IconAccessible,
    keys: 'g o',
    goes: t.ways.goes,
    may: 'accommodation:handle',
  },
  {
    group: 'candidates',
    to: '/candidates',
    says: t.nav.candidates,
    icon: IconUsers,
    keys: 'g c',
    goes: t.keys.candidates,
    may: 'persona:read',
  },
  {
    group: 'candidates',
    to: '/intake',
    says: t.sections.intake,
    icon: IconCloudUpload,
    keys: 'g a',
    goes: t.sections.goes.intake,
    may: 'persona:submit',
  },
  {
    group: 'candidates',
    to: '/openings',
    says: t.sections.openings,
    icon: IconDoorEnter,
    keys: 'g e',
    goes: t.sections.goes.openings,
    may: 'persona:read',
  },
  {
    group: 'candidates',
    to: '/interviews',
    says: t.rooms.interviews,
    icon: IconMessages,
    keys: 'g v',
    goes: t.rooms.goInterviews,
    may: 'interview:write',
  },
  {
    group: 'candidates',
    to: '/network',
    says: t.network.nav,
    icon: IconAffiliate,
    keys: 'g n',
    goes: t.network.goes,
    may: 'persona:read',
  },
  {
    group: 'screening',
    to: '/screening',
    says: t.rooms.screening,
    icon: IconShieldSearch,
    keys: 'g x',
    goes: t.rooms.goScreening,
    may: 'screening:read',
  },
  {
    group: 'screening',
    to: '/lists',
    says: t.rooms.lists,
    icon: IconListSearch,
    keys: 'g l',
    goes: t.rooms.goLists,
    may: 'screening:read',
  },
  {
    group: 'running',
    to: '/detectors',
    says: t.rooms.detectors,
    icon: IconListCheck,
    keys: 'g d',
    goes: t.rooms.goDetectors,
    may: 'persona:read',
  },
  {
    group: 'running',
    to: '/indicators',
    says: t.sections.indicators,
    icon: IconFlag,
    keys: 'g k',
    goes: t.sections.goes.indicators,
    may: 'indicator:manage',
  },
  {
    group: 'running',
    to: '/oversight',
    says: t.sections.oversight,
    icon: IconChartBar,
    keys: 'g f',
    goes: t.sections.goes.oversight,
    may: 'oversight:read',
  },
  {
    group: 'running',
    to: '/people',
    says: t.sections.people,
    icon: IconUserCog,
    keys: 'g p',
    goes: t.sections.goes.people,
    may: 'people:manage',
  },
  {
    group: 'running',
    to: '/settings',
    says: t.sections.settings,
    icon: IconSettings,
    keys: 'g t',
    goes: t.sections.goes.settings,
    may: 'scoring:stop',
  },
  {
    group: 'running',
    to: '/audit',
    says: t.sections.audit,
    icon: IconHistory,
    keys: 'g u',
    goes: t.sections.goes.audit,
    may: 'audit:read',
  },
] as const satisfies readonly { readonly group: keyof typeof t.nav.groups; readonly may: Permission; readonly [key: string]: unknown }[]

export type Section = (typeof SECTIONS)[number]

/** What fits a phone's bar beside its menu. */
const MOST_IN_BAR = 3

/** The first of each group, and as many of the others as fit. */
export function inBar(sections: readonly Section[]): readonly Section[] {
  const firsts = new Set([...Map.groupBy(sections, ({ group }) => group).values()].map(([first]) => first))
  const others = sections.filter((one) => !firsts.has(one))
  const chosen = new Set([...firsts, ...others].slice(0, MOST_IN_BAR))
  return sections.filter((one) => chosen.has(one))
}

import type { Designation } from '../designation.ts'

interface Named {
  readonly authority: string
  /** Not a sanctions programme: what was done with the domains, and no more. */
  readonly programme: string
  /** Where only the month or the year of a publication is known, its first day: a question as of a day then errs towards naming it. */
  readonly listed: string
  readonly says: string
  readonly cite: string
  readonly linkedTo?: string
  readonly domains: readonly string[]
}

/**
 * Domains that a court or a named publisher gives to IT workers and their front companies. A seizure or a publication blocks nobody's
 * property; the programme says so. Domains that a community list has without an author are not here, nor are servers of malware.
 */
const NAMED: readonly Named[] = [
  {
    authority: 'US District Court, Eastern District of Missouri',
    programme: 'court seizure',
    listed: '2023-10-18',
    says: 'Posed as the site of a service company and was seized; its users worked for the company tied to it.',
    cite: 'seized23',
    linkedTo: 'yanbian-silverstar',
    domains: [
      'silverstarchina.com',
      'edenprogram.com',
      'xinlusoft.com',
      'foxvsun.com',
      'foxysunstudio.com',
      'foxysunstudios.com',
      'cloudbluefox.com',
      'cloudfoxhub.com',
      'mycloudfox.com',
      'thefoxcloud.com',
      'thefoxesgroup.com',
      'babyboxtech.com',
      'cloudfox.cloud',
      'danielliu.info',
      'jinyang.asia',
      'jinyang.services',
      'ktsolution.tech',
    ],
  },
  {
    authority: 'SentinelLabs',
    programme: 'published research',
    listed: '2024-11-01',
    says: 'Site of a front company that copies the site of a real one.',
    cite: 'sentinel24',
    domains: ['hopanatech.com', 'huguotechltd.com', 'inditechlab.com', 'tonywangtech.com', 'wkjllc.com'],
  },
  {
    authority: 'Mandiant',
    programme: 'published research',
    listed: '2024-09-23',
    says: 'Portfolio page of a persona of an IT worker.',
    cite: 'mandiant24',
    domains: ['daniel-ayala.netlify.app'],
  },
  {
    authority: 'Silent Push',
    programme: 'published research',
    listed: '2025-04-01',
    says: 'Site of an invented company that advertises jobs to reach developers.',
    cite: 'silentpush',
    domains: [
      'blocknovas.com',
      'apply-blocknovas.site',
      'apply.blocknovas.com',
      'chat.blocknovas.com',
      'softglide.co',
      'angeloper.com',
      'angeloperonline.online',
      'attisscmo.com',
      'camdriversupport.com',
      'easydriver.cloud',
    ],
  },
  {
    authority: 'Team Cymru',
    programme: 'published research',
    listed: '2026-01-01',
    says: 'Infrastructure that remote workers use.',
    cite: 'teamcymru26',
    domains: ['luckyguys.site', 'admin.luckyguys.site', 'demo.luckyguys.site', 'git.luckyguys.site'],
  },
]

export const DOMAINS: readonly Designation[] = NAMED.flatMap(({ domains, programme, cite, linkedTo, ...rest }) =>
  domains.map((domain): Designation => ({
    ...rest,
    id: `domain ${domain}`,
    type: 'unknown',
    name: domain,
    programmes: [programme],
    identifiers: [{ kind: 'website', value: domain }],
    ...(linkedTo !== undefined && { ties: [{ kind: 'linked-to', party: linkedTo, by: 'id' }] }),
    cites: [cite],
  })),
)

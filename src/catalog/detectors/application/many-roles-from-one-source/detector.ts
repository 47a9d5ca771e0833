import { defineDetector } from '../../../../kit/detector.ts'
import { personas } from '../../../../kit/wording.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import applicationsPerSource from '../../../relations/applications-per-source/relation.ts'
import type { SourceApplication } from '../../../relations/applications-per-source/relation.ts'
import applications from '../../../views/applications/view.ts'

const ROLES = 5
const DAY = 86_400_000

const WHAT: Record<SourceApplication['source'], string> = { device: 'One device', ip: 'One network address', phone: 'One phone number' }

/** The stretch of 24 hours with most roles that takes in one of my own applications and a different applicant's. */
function busiestDay(sent: readonly SourceApplication[], least: number): readonly SourceApplication[] {
  let best: readonly SourceApplication[] = []
  let most = 0
  for (const { at: start } of sent) {
    const day = sent.filter((a) => a.at >= start && Date.parse(a.at) <= Date.parse(start) + DAY)
    const roles = new Set(day.map((a) => a.role.value)).size
    if (roles > most && day.some((a) => a.same === undefined) && day.some((a) => a.same === 'no' || a.same === 'unasked')) {
      best = day
      most = roles
    }
  }
  return most >= least ? best : []
}

export default defineDetector({
  id: 'application/many-roles-from-one-source',
  version: 1,
  status: 'stable',
  title: 'Different applicants, one source, many roles in a day',
  asks: 'Were five or more roles applied for within a day from one device, network or phone, under different identities?',
  phase: 'application',
  family: 'contact',
  direction: 'raises',
  strength: 'moderate',
  room: 'identity',
  technique: ['T1585'],
  indicators: ['application-velocity-single-source'],
  threshold: {
    origin: 'PROP',
    says: `At least ${ROLES} different roles within 24 hours from one device, network address or phone number that at most 10 personas use, by this applicant and at least one different one. Sources report far larger numbers over the whole market.`,
  },
  settings: {
    roles: { unit: 'roles', shipped: ROLES, least: 4, most: 50, says: 'More roles within a day are needed before it fires.' },
  },
  clears: [
    'The source is a school, an agency or an office that applies for its people.',
    'One person sent all of them under one identity.',
  ],
  cites: [
    { source: 'insikt26', says: 'One operation was seen to send dozens of applications a day.' },
    { source: 'cside25', says: 'A small employer describes hundreds of applications a day from one origin.' },
  ],
  falsePositives: [
    { story: 'One eager person applies to six roles in an evening.', case: 'quiet-one-eager-person' },
    { story: 'Applicants use the computers of a public library.', case: 'quiet-library-computer' },
    { story: 'A couple applies to many roles over several weeks.', case: 'quiet-couple-over-weeks' },
  ],
  blindSpots: [
    'A couple that applies to five roles in one evening looks the same.',
    'Applications without a time or a role are not counted.',
    'A proxy and a fingerprint of its own for every application are not found.',
  ],
  lawfulUse: {
    purpose: 'Prevention of application fraud by comparing the company’s own application logs.',
    note: 'Applying to many roles, also with the help of a program, is lawful and means nothing by itself; only different identities behind one source count.',
  },
  next: ['Compare the personas behind the source: contacts, résumé text, referees.', 'Ask whether somebody applies on behalf of others.'],
  needs: { applications, sent: applicationsPerSource },
  detect: ({ sent }, numbers) =>
    [
      ...Map.groupBy(
        sent.filter((a) => a.same !== 'unknown'),
        (a) => `${a.source} ${a.mine.value}`,
      ).values(),
    ].flatMap((group) => {
      const day = busiestDay(group, numbers.roles)
      const because = day.map((a) => a.role)
      const [first] = day
      if (first === undefined || !isNonEmpty(because)) return []
      const others = day.filter((a) => a.same === 'no' || a.same === 'unasked').map((a) => a.by)
      return [
        {
          says: `${WHAT[first.source]} sent applications for ${new Set(because.map((b) => b.value)).size} roles within 24 hours, also as ${personas(others)}.`,
          because: [first.mine, ...because],
        },
      ]
    }),
})

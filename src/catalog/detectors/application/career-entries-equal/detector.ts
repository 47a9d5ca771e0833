import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import sharedCareer from '../../../relations/shared-career/relation.ts'
import jobs from '../../../views/jobs/view.ts'

const ENTRIES = 3

export default defineDetector({
  id: 'application/career-entries-equal',
  version: 1,
  status: 'stable',
  title: 'Career equal to a different applicant’s',
  asks: 'Does another applicant claim the same employers with the same dates?',
  phase: 'application',
  family: 'copied-content',
  direction: 'raises',
  strength: 'strong',
  room: 'identity',
  technique: ['F1020.001', 'T1656'],
  indicators: ['resume-cloned-from-public-profile'],
  threshold: {
    origin: 'PROP',
    says: `At least ${ENTRIES} jobs with equal employer, start and end on two applicants whom the identity channel answered to be different; an entry that more than 20 applicants claim does not count.`,
  },
  settings: {
    jobs: { unit: 'equal jobs', shipped: ENTRIES, least: 3, most: 10, says: 'More equal jobs are needed before it fires.' },
  },
  clears: [
    'An employer confirms, through a contact found independently, that both worked there at those times.',
    'Both documents belong to one person.',
  ],
  cites: [
    { source: 'spycloud26', says: 'Careers of real developers were found under other names, with contacts exchanged.' },
    { source: 'sharedart', says: 'What two people share is a reason to look, not a proof that they are one.' },
  ],
  falsePositives: [
    { story: 'Two colleagues moved together once, so two entries are equal.', case: 'quiet-colleagues-who-moved-together' },
    { story: 'A person has changed the name since the first application; mailbox and career are the same.', case: 'quiet-changed-name' },
    { story: 'Two people worked for the same three employers, but not at the same times.', case: 'quiet-same-employers-other-dates' },
  ],
  blindSpots: [
    'One month changed in an entry hides it.',
    'Dates given as bare years are equal more easily than months are.',
    'Either of the two may be the rightful one: the finding stands on both.',
  ],
  lawfulUse: {
    purpose: 'Prevention of application fraud by comparing the company’s own records.',
    note: 'A common employer alone means nothing and is not looked at; where the employers are is not looked at either.',
  },
  next: ['Ask one of the employers, through a contact found independently, about both.', 'Re-ask one of the equal jobs in the interview.'],
  needs: { jobs, shared: sharedCareer },
  detect: ({ shared }, numbers) =>
    [
      ...Map.groupBy(
        shared.filter((s) => s.same === 'no'),
        (s) => s.other,
      ),
    ].flatMap(([other, entries]) => {
      const because = entries.flatMap((e) => [e.mine, e.theirs])
      if (entries.length < numbers.jobs || !isNonEmpty(because)) return []
      return [
        {
          says: `${entries.length} jobs here have the same employer, start and end as those of persona ${other}, a different applicant.`,
          because,
        },
      ]
    }),
})

import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import sharedText from '../../../relations/shared-text/relation.ts'
import passages from '../../../views/passages/view.ts'

/** Jaccard similarity of 5-word shingles. */
const NEAR = 0.6
/** Fewer shared words than this are headings and a list of tools. */
const WORDS = 40
const SHOWN = 6

export default defineDetector({
  id: 'application/resume-text-near-copy',
  version: 1,
  status: 'stable',
  title: 'Text nearly the same as a different applicant’s',
  asks: 'Is the text of this résumé nearly the same as another applicant’s?',
  phase: 'application',
  family: 'copied-content',
  direction: 'raises',
  strength: 'strong',
  room: 'identity',
  technique: ['F1020.001', 'T1656'],
  indicators: ['resume-near-duplicate-across-identities', 'resume-cloned-from-public-profile', 'reapplication-under-new-persona'],
  threshold: {
    origin: 'PROP',
    says: `At least ${NEAR} of all 5-word sequences of the two texts are common to both, in passages of ${WORDS} or more words together, a line that stands on every page counted once; names and contacts are masked first. The source asks for the comparison and gives no number.`,
  },
  settings: {
    words: {
      unit: 'shared words',
      shipped: WORDS,
      least: 20,
      most: 400,
      says: 'More words in common passages are needed before it fires.',
    },
  },
  clears: [
    'Both documents belong to one person.',
    'A third document exists that both rightfully took the text from, such as a shared employer’s description.',
  ],
  cites: [
    { source: 'psa250123', says: 'Employers are asked to compare their applicants with one another for the same résumé content.' },
    { source: 'spycloud26', says: 'Résumés were found that were nearly word for word the résumé of a real developer.' },
    { source: 'mtrends25', says: 'Investigators linked personas by résumés with equal content.' },
  ],
  falsePositives: [
    {
      story: 'Two people fill in the same career-service template: headings and prompts are equal, the content is not.',
      case: 'quiet-career-service-template',
    },
    {
      story: 'Two people of one agency hand in its pages: the agency’s letterhead stands on every page and there is little other prose.',
      case: 'quiet-letterhead-on-every-page',
    },
    { story: 'The same person sends an earlier version of the same résumé.', case: 'quiet-earlier-version' },
    {
      story: 'Two colleagues copy the job advertisement of their common employer into one entry.',
      case: 'quiet-common-employer-description',
    },
  ],
  blindSpots: [
    'Text that was rewritten sentence by sentence, by hand or by a program, is not found.',
    'Only documents in this store are compared, not the public web.',
    'Either of the two may be the original: the finding stands on both.',
  ],
  lawfulUse: {
    purpose: 'Prevention of application fraud by comparing the company’s own records.',
    note: 'How well something is written, and whether a program or a service helped to write it, is not looked at; only that two people present the same text.',
  },
  next: [
    'Read the shared passages side by side.',
    'Ask, in the interview sheet’s words, about one project of the shared text that only its author can know.',
    'Find out independently whose career it describes.',
  ],
  needs: { passages, shared: sharedText },
  detect: ({ shared }, numbers) =>
    shared.flatMap((s) => {
      if (s.kind !== 'text' || s.same !== 'no' || s.measure < NEAR) return []
      const shared = [...new Map(s.passages.map((p) => [p.mine.value, p])).values()]
      const words = shared.reduce((sum, p) => sum + p.mine.value.split(/\s+/).length, 0)
      const because = shared.slice(0, SHOWN).flatMap((p) => [p.mine, p.theirs])
      if (words < numbers.words || !isNonEmpty(because)) return []
      return [
        {
          says: `This text and that of persona ${s.other}, a different applicant, have ${Math.round(s.measure * 100)} % of all their five-word sequences in common.`,
          because,
        },
      ]
    }),
})

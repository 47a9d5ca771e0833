import { defineDetector } from '../../../../kit/detector.ts'
import comparedTexts from '../../../relations/compared-texts/relation.ts'
import sharedText from '../../../relations/shared-text/relation.ts'
import passages from '../../../views/passages/view.ts'
import { isNonEmpty } from '../../../../model/statement.ts'

const COMPARED = 20
const WORDS = 100
const SHOWN = 3

export default defineDetector({
  id: 'application/text-shared-with-nobody',
  version: 1,
  status: 'stable',
  title: 'Text that nobody else has',
  asks: 'Is the applicant’s text free of passages that others here have too?',
  phase: 'application',
  family: 'copied-content',
  direction: 'lowers',
  strength: 'weak',
  room: 'identity',
  technique: ['F1020.001'],
  indicators: [],
  threshold: {
    origin: 'PROP',
    says: `At least ${WORDS} words of the applicant’s own, compared with at least ${COMPARED} other personas, and neither near-equal text nor a rare phrase in common with anybody but the same applicant.`,
  },
  settings: {
    others: {
      unit: 'other candidates',
      shipped: COMPARED,
      least: 5,
      most: 100,
      says: 'The text must have been compared with more others before it speaks for the applicant.',
    },
    words: { unit: 'words', shipped: WORDS, least: 50, most: 1000, says: 'A longer text is needed before it speaks for the applicant.' },
  },
  clears: ['The text is found elsewhere, for example on a public profile of somebody else.'],
  cites: [
    { source: 'psa250123', says: 'Comparing the résumés of one’s own applicants is advised; the comparison can also come out well.' },
  ],
  falsePositives: [
    { story: 'The store holds too few others to compare with.', case: 'quiet-few-to-compare' },
    { story: 'The text has near-equal parts with a different applicant’s.', case: 'quiet-text-in-common' },
    { story: 'The document holds only a few words.', case: 'quiet-few-words' },
  ],
  blindSpots: [
    'Only this store is compared: a copy from the public web looks original.',
    'Text rewritten by a program looks original; that is why it is weak.',
  ],
  lawfulUse: { purpose: 'Seeing what speaks for an applicant.', note: 'It can only help. How well the text is written is not looked at.' },
  next: ['Nothing to do.'],
  needs: { passages, compared: comparedTexts, shared: sharedText },
  detect: ({ passages, compared, shared }, numbers) => {
    const others = compared[0]?.others ?? 0
    const words = passages.reduce((sum, p) => sum + (p.value.text.match(/\S+/g) ?? []).length, 0)
    const longest = passages.toSorted((a, b) => b.value.text.length - a.value.text.length).slice(0, SHOWN)
    if (others < numbers.others || words < numbers.words || shared.some((s) => s.same !== 'yes') || !isNonEmpty(longest)) return []
    return [
      {
        says: `The text was compared with that of ${others >= 100 ? '100 or more' : others} other personas and has nothing of note in common with any of them.`,
        because: longest,
      },
    ]
  },
})

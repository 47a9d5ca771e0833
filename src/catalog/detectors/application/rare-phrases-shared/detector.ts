import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import sharedText from '../../../relations/shared-text/relation.ts'
import passages from '../../../views/passages/view.ts'

const PHRASES = 2
const SHOWN = 6

export default defineDetector({
  id: 'application/rare-phrases-shared',
  version: 1,
  status: 'stable',
  title: 'Several rare phrases shared with a different applicant',
  asks: 'Does this text contain rare phrases that stand, word for word, on one other applicant?',
  phase: 'application',
  family: 'copied-content',
  direction: 'raises',
  strength: 'moderate',
  room: 'identity',
  technique: ['F1020.001'],
  indicators: ['resume-uncommon-phrase-reuse'],
  threshold: {
    origin: 'PROP',
    says: `At least ${PHRASES} different passages with a common sequence of seven or more words that hardly anybody else in the store uses, shared with the same other applicant.`,
  },
  settings: {
    phrases: { unit: 'shared passages', shipped: PHRASES, least: 2, most: 20, says: 'More shared passages are needed before it fires.' },
  },
  clears: ['The phrases come from a template, a job advertisement or a writing service that both used.'],
  cites: [
    { source: 'mtrends25', says: 'Two personas were linked by equal uncommon phrases in otherwise different texts.' },
    { source: 'psa250123', says: 'Employers are asked to compare their applicants with one another for the same résumé content.' },
  ],
  falsePositives: [
    { story: 'A phrase that every writing service uses stands on many résumés.', case: 'quiet-common-boilerplate' },
    { story: 'A writing service or program gives two strangers one and the same sentence.', case: 'quiet-one-phrase' },
    { story: 'The same person sends an earlier version of the same résumé.', case: 'quiet-earlier-version' },
  ],
  blindSpots: [
    'In a small store a common phrase looks rare.',
    'A writing program can give two strangers more than one equal sentence.',
    'Rewritten phrases are not found.',
  ],
  lawfulUse: {
    purpose: 'Prevention of application fraud by comparing the company’s own records.',
    note: 'Help with writing is lawful and common; style, grammar and choice of language are not looked at.',
  },
  next: ['Read the shared phrases side by side.', 'Look the phrases up in public templates before asking anybody.'],
  needs: { passages, shared: sharedText },
  detect: ({ shared }, numbers) =>
    shared.flatMap((s) => {
      if (s.kind !== 'phrase' || (s.same !== 'no' && s.same !== 'unasked')) return []
      // Two runs inside one passage are one borrowed sentence.
      const distinct = new Set(s.passages.map((p) => p.mine.from[0]))
      const because = s.passages.slice(0, SHOWN).flatMap((p) => [p.mine, p.theirs])
      if (distinct.size < numbers.phrases || !isNonEmpty(because)) return []
      return [
        {
          says: `${distinct.size} passages here contain rare phrases that stand, word for word, on persona ${s.other} too, a different applicant.`,
          because,
        },
      ]
    }),
})

import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import passages from '../../../views/passages/view.ts'

const PHRASES = 5
/** Words that stand in most résumés; only many of them and nothing else says anything. */
const STOCK = [
  'full stack',
  'full-stack',
  'fast-paced',
  'fast paced',
  'team player',
  'cutting-edge',
  'cutting edge',
  'hands-on',
  'proven track record',
  'results-driven',
  'detail-oriented',
  'passionate about',
  'highly motivated',
  'strong communication',
  'problem solver',
  'problem-solving skills',
  'best practices',
  'high-quality',
  'scalable solutions',
  'user-friendly',
  'seamless',
  'robust',
  'self-motivated',
  'quick learner',
  'years of experience',
]
/** A number that is not a year or "N years", or a word with a capital in the middle of a sentence, is a detail. */
const DETAIL =
  /(?<![\d+])\b(?!(?:19|20)\d\d\b)\d+(?:[.,]\d+)?\s?(?:%|k\b|m\b|x\b|users|customers|people|engineers|ms\b|requests|servers|teams?)/i

export default defineDetector({
  id: 'application/wording-without-detail',
  version: 1,
  status: 'stable',
  title: 'Résumé in general words',
  asks: 'Does the résumé consist of stock phrases, without one figure about the work?',
  phase: 'application',
  family: 'conduct',
  direction: 'context',
  strength: 'weak',
  room: 'identity',
  technique: ['F1020.001'],
  indicators: ['generic-full-stack-boilerplate'],
  threshold: {
    origin: 'PROP',
    says: 'At least five different stock phrases and no figure about the work. Shown only: it describes most honest résumés, too.',
  },
  settings: {
    phrases: { unit: 'stock phrases', shipped: PHRASES, least: 3, most: 25, says: 'More stock phrases are needed before it is shown.' },
  },
  clears: ['The candidate tells of one project in detail.'],
  cites: [
    { source: 'ketman', says: 'Collects phrases that recur on such profiles.' },
    { source: 'seal', says: 'Describes profiles of general phrases.' },
  ],
  falsePositives: [
    { story: 'Stock phrases stand beside figures about real work.', case: 'quiet-with-figures' },
    { story: 'Two stock phrases stand in an ordinary summary.', case: 'quiet-few-phrases' },
  ],
  blindSpots: ['Résumés in other languages.', 'Invented figures.'],
  lawfulUse: {
    purpose: 'To choose questions for the interview',
    note: 'Templates and writing aids are common and lawful, and people who write in a second language use them more. Never weighed.',
  },
  next: ['Ask for one project in detail, as with everybody.'],
  needs: { passages },
  detect: ({ passages }, numbers) => {
    const text = passages.map((p) => p.value.text.toLowerCase())
    const used = STOCK.filter((phrase) => text.some((t) => t.includes(phrase)))
    if (used.length < numbers.phrases || passages.some((p) => DETAIL.test(p.value.text))) return []
    const because = passages.filter((p) => used.some((phrase) => p.value.text.toLowerCase().includes(phrase)))
    return isNonEmpty(because)
      ? [{ says: `${used.length} stock phrases and no figure about the work: ${used.slice(0, 5).join(', ')}.`, because }]
      : []
  },
})

import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import hidden from '../../../views/hidden-text/view.ts'

/** A few stray characters come with every copy from a web page. */
const FEWEST = 20
const WAYS: Readonly<Record<string, string>> = {
  'render-mode-3': 'drawn invisibly',
  'same-colour': 'in the colour of the paper',
  tiny: 'too small to read',
  'off-page': 'outside the page',
  'zero-width': 'characters without width',
  'tag-characters': 'tag characters',
  vanish: 'marked as hidden',
}

export default defineDetector({
  id: 'application/text-drawn-invisibly',
  version: 1,
  status: 'stable',
  title: 'Text that a reader does not see',
  asks: 'Does a document hold text that a program reads and a person does not see?',
  phase: 'application',
  family: 'conduct',
  direction: 'context',
  strength: 'weak',
  room: 'identity',
  technique: ['F1020.001'],
  indicators: [],
  threshold: {
    origin: 'PROP',
    says: 'At least 20 characters. A note about the document, never about the person: it is removed before anything else reads the text.',
  },
  settings: {
    characters: {
      unit: 'characters',
      shipped: FEWEST,
      least: 10,
      most: 2000,
      says: 'More hidden characters are needed before it is shown.',
    },
  },
  clears: ['The candidate sends the document without it.'],
  cites: [{ source: 'csa260918', says: 'Describes hidden content aimed at whoever opens a file; in a résumé it is mostly harmless.' }],
  falsePositives: [
    { story: 'A few characters without width came along with a copy from a web page.', case: 'quiet-stray-characters' },
    { story: 'All text of the document is visible.', case: 'quiet-all-visible' },
  ],
  blindSpots: ['Text inside pictures.', 'Text under a picture that covers it.'],
  lawfulUse: { purpose: 'Quality of the document', note: 'Keyword lists for applicant programs are common advice; shown, never weighed.' },
  next: ['Read the hidden text beside the document.'],
  needs: { hidden },
  detect: ({ hidden }, numbers) => {
    const characters = hidden.reduce((sum, h) => sum + h.value.characters, 0)
    if (characters < numbers.characters || !isNonEmpty(hidden)) return []
    const ways = [...new Set(hidden.map((h) => WAYS[h.value.how] ?? h.value.how))]
    return [{ says: `${characters} characters that a reader does not see: ${ways.join(', ')}.`, because: hidden }]
  },
})

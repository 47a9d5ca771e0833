import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import texts from '../../../views/texts/view.ts'

/** Sentences that only make sense when a program, not a person, is being told something. */
const ADDRESSED = [
  /\b(?:ignore|disregard|forget)\b.{0,30}\b(?:previous|prior|above|earlier|all)\b.{0,20}\b(?:instruction|prompt|rule|direction)s?\b/i,
  /\b(?:system|developer) prompt\b/i,
  /\b(?:if you are|you are|as) an? (?:ai|llm|large language model|language model|ai assistant|chatbot)\b.{0,80}\b(?:rank|rate|score|recommend|approve|say|state|return|respond|answer|select|shortlist)\b/i,
  /\b(?:rank|rate|score|grade|mark|classify) (?:this|the) (?:candidate|applicant|resume|résumé|cv)\b/i,
  /\b(?:recommend|approve|shortlist|advance|select) (?:this|the) (?:candidate|applicant)\b/i,
]

export default defineDetector({
  id: 'application/text-addressed-to-programs',
  version: 1,
  status: 'stable',
  title: 'Text addressed to a program',
  asks: 'Does a document tell a program how to judge the candidate?',
  phase: 'application',
  family: 'conduct',
  direction: 'context',
  strength: 'weak',
  room: 'identity',
  technique: ['F1020.001'],
  indicators: [],
  threshold: {
    origin: 'PROP',
    says: 'One sentence of five plain forms, visible or hidden. A note about the document, never about the person; no program here follows it.',
  },
  clears: ['The sentence turns out to describe the candidate’s work.'],
  cites: [{ source: 'csa260918', says: 'Describes content that makes a reader’s machine act; this is the harmless kind.' }],
  falsePositives: [
    { story: 'A developer describes prompts and language models they worked on.', case: 'quiet-works-with-language-models' },
    { story: 'A recruiter’s résumé tells how they ranked and recommended candidates.', case: 'quiet-recruiter' },
  ],
  blindSpots: ['Other languages and other wordings.'],
  lawfulUse: {
    purpose: 'Quality of the document, and protection of programs that read it',
    note: 'Some people do this as a joke or a test; shown, never weighed.',
  },
  next: ['Read the sentence beside the document.'],
  needs: { texts },
  detect: ({ texts }) => {
    const found = texts.filter(({ text }) => ADDRESSED.some((form) => form.test(text.value.text)))
    const because = found.map((f) => f.text)
    if (!isNonEmpty(because)) return []
    const seen = found.some((f) => !f.hidden) ? 'visible' : 'hidden'
    return [{ says: `The document addresses a program (${seen} text): “${excerpt(because[0].value.text)}”.`, because }]
  },
})

function excerpt(text: string): string {
  const at = Math.max(0, Math.min(...ADDRESSED.flatMap((form) => form.exec(text)?.index ?? [])) - 10)
  return text.slice(at, at + 100).trim()
}

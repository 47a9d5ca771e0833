import { defineDetector } from '../../../../kit/detector.ts'
import checks from '../../../views/checks/view.ts'

export default defineDetector({
  id: 'application/identity-owner-did-not-apply',
  version: 1,
  status: 'stable',
  title: 'The person whose identity is used did not apply',
  asks: 'Did the person to whom this identity belongs, reached independently, say that they have not applied?',
  phase: 'application',
  family: 'organisation',
  direction: 'raises',
  strength: 'strong',
  room: 'identity',
  technique: ['T1656', 'F1020.001'],
  indicators: ['identity-is-victim-or-deceased'],
  threshold: {
    origin: 'EXACT',
    says: 'A check with the owner of the identity, reached through an independent contact and recorded as contradicted by a named person; a confirmation by the owner removes it.',
  },
  clears: ['It turns out that a namesake was asked.', 'The candidate proves the identity in a way of their choice.'],
  cites: [{ source: 'doj-chapman', says: 'A court case in which identities of real people were used for jobs they had not applied for.' }],
  falsePositives: [
    { story: 'A namesake was asked first; the right person then confirmed the application.', case: 'quiet-namesake' },
    { story: 'The person could not be reached.', case: 'quiet-not-reached' },
    { story: 'Somebody answered at a number that the application itself had given.', case: 'quiet-supplied-contact' },
  ],
  blindSpots: ['Owners who cannot be found or have died.', 'Owners who lend their identity.'],
  lawfulUse: {
    purpose: 'Protection of the person whose identity is used, and verification of identity',
    note: 'The owner is a victim and never a subject. They are told only what they need to know. A likeness of names alone is no reason to ask.',
  },
  next: [
    'Make sure with a second fact that the right person was asked.',
    'Let a second person confirm the record.',
    'Tell the owner where identity misuse is reported.',
  ],
  needs: { checks },
  detect: ({ checks }) => {
    const owner = checks.map((c) => c.check).filter((c) => c.value.kind === 'identity-owner' && c.value.contact === 'independent')
    if (owner.some((c) => c.value.outcome === 'confirmed')) return []
    return owner
      .filter((c) => c.value.outcome === 'contradicted')
      .map((c) => ({
        says: 'The person to whom this identity belongs, reached independently, says that they have not applied.',
        because: [c] as const,
      }))
  },
})

import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import sharedPhoto from '../../../relations/shared-photo/relation.ts'
import pictures from '../../../views/pictures/view.ts'
import { mirrorDistance } from './mirror-distance.ts'

/** A picture on more other applicants than this is a default avatar. */
const DEFAULT_AVATAR = 5
/** A picture this near to its own mirror image is drawn (a silhouette, a generated pattern, a logo), not photographed. */
const SYMMETRIC = 6
/** 1 − 6/64 */
const SAME = 0.906

export default defineDetector({
  id: 'application/photo-reused',
  version: 1,
  status: 'stable',
  title: 'Photo also used by a different applicant',
  asks: 'Does the same picture stand on a different applicant?',
  phase: 'application',
  family: 'copied-content',
  direction: 'raises',
  strength: 'strong',
  room: 'identity',
  technique: ['F1020.003', 'T1585.001'],
  indicators: ['profile-photo-reused-across-identities'],
  threshold: {
    origin: 'PROP',
    says: `Perceptual hashes of 64 bits that differ in at most 6, either way round, on two applicants whom the identity channel answered to be different. Drawn pictures (within ${SYMMETRIC} bits of their own mirror image) and pictures on more than ${DEFAULT_AVATAR} other applicants do not count.`,
  },
  clears: ['The picture is a stock picture, a default avatar or a company logo.', 'Both personas belong to one person.'],
  cites: [
    { source: 'ms25', says: 'The same picture was seen on several résumés under different names.' },
    { source: 'ketman', says: 'Reused profile pictures linked accounts.' },
    { source: 'insikt26', says: 'Personas of one operation were found to share pictures.' },
  ],
  falsePositives: [
    { story: 'Two accounts have the platform’s default silhouette.', case: 'quiet-default-silhouette' },
    { story: 'The same badge or logo is embedded in two résumés.', case: 'quiet-badge-in-the-document' },
    { story: 'The same person applies again with the same photo.', case: 'quiet-same-person-again' },
  ],
  blindSpots: [
    'Another photo of the same face is not found, on purpose: no face is measured or searched.',
    'Strong cropping or a generated variation of the picture is not found.',
    'A picture counts only where the file says that it is the portrait or avatar.',
  ],
  lawfulUse: {
    purpose: 'Prevention of application fraud by comparing the company’s own records.',
    note: 'Pictures are compared as pictures. No biometric template is made, no face is searched, and nothing about the person shown is inferred.',
  },
  next: [
    'Look at both pictures side by side.',
    'Look for the picture in stock collections before asking anybody.',
    'Offer the usual ways to verify identity, the same as for everybody.',
  ],
  needs: { pictures, shared: sharedPhoto },
  detect: ({ pictures, shared }) => {
    const portraits = new Set(
      pictures
        .filter(({ value }) => (value.role === 'photo' || value.role === 'avatar') && mirrorDistance(value) > SYMMETRIC)
        .map((p) => p.from[0]),
    )
    return shared.flatMap((s) => {
      if (s.same !== 'no' || s.measure < SAME || s.others > DEFAULT_AVATAR) return []
      const because = s.pictures.filter((p) => portraits.has(p.mine.from[0])).flatMap((p) => [p.mine, p.theirs])
      if (!isNonEmpty(because)) return []
      return [{ says: `The same picture stands on persona ${s.other}, a different applicant.`, because }]
    })
  },
})

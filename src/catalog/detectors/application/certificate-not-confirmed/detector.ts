import { defineDetector } from '../../../../kit/detector.ts'
import { notConfirmed } from '../../../views/checks/not-confirmed.ts'
import checks from '../../../views/checks/view.ts'

export default defineDetector({
  id: 'application/certificate-not-confirmed',
  version: 1,
  status: 'stable',
  title: 'The issuer does not know the certificate',
  asks: 'Did the issuer’s own check say that the certificate number is unknown or belongs to somebody else?',
  phase: 'application',
  family: 'organisation',
  direction: 'raises',
  strength: 'moderate',
  room: 'identity',
  technique: ['F1020.001'],
  indicators: ['certification-number-invalid'],
  threshold: {
    origin: 'EXACT',
    says: 'A recorded certificate check whose outcome is contradicted or not found, made with the issuer; a later confirmation about the same certificate removes it.',
  },
  clears: ['The candidate shares the certificate through the issuer’s own link.'],
  cites: [{ source: 'csa260918', says: 'Names invalid certificate numbers among the signs.' }],
  falsePositives: [
    { story: 'The certificate has expired; the issuer still confirms that it was given.', case: 'quiet-expired' },
    { story: 'The certificate was issued under a former name and confirmed after asking.', case: 'quiet-former-name' },
    { story: 'The issuer’s look-up was out of order.', case: 'quiet-no-answer' },
  ],
  blindSpots: ['Certificates without a number.', 'A true number copied from somebody of the same name.'],
  lawfulUse: { purpose: 'Verification of a claimed qualification', note: 'The same check for everybody who names such a certificate.' },
  next: ['Ask for the issuer’s share link.', 'Read the number back to the candidate: a digit may be wrong.'],
  needs: { checks },
  detect: ({ checks }) =>
    notConfirmed(checks, ['certificate'], (c) => c.kind === 'certificate').map(({ about, contradicted, because }) => ({
      says: `The issuer ${contradicted ? 'contradicts' : 'has no record of'} the certificate ${about}.`,
      because,
    })),
})

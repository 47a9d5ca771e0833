import { defineDetector } from '../../../../kit/detector.ts'
import { notConfirmed } from '../../../views/checks/not-confirmed.ts'
import checks from '../../../views/checks/view.ts'

export default defineDetector({
  id: 'application/degree-programme-not-offered',
  version: 1,
  status: 'stable',
  title: 'The school does not offer the claimed degree',
  asks: 'Did the school’s own catalogue or registrar contradict that the claimed degree programme exists?',
  phase: 'application',
  family: 'organisation',
  direction: 'raises',
  strength: 'moderate',
  room: 'identity',
  technique: ['F1020.001'],
  indicators: ['degree-programme-not-offered'],
  threshold: {
    origin: 'SRC',
    says: 'A recorded check of the programme whose outcome is contradicted or not found, made independently of the candidate; a later confirmation removes it.',
  },
  clears: ['The registrar confirms the programme, or its former or local name.', 'The school confirms the degree itself.'],
  cites: [
    { source: 'amazon25', says: 'Names degree programmes that the named school does not offer among the details found in applications.' },
  ],
  falsePositives: [
    { story: 'The programme has been renamed; the registrar confirms it under its former name.', case: 'quiet-renamed-programme' },
    { story: 'The degree is a joint one and the catalogue of the partner school lists it.', case: 'quiet-joint-degree' },
    { story: 'The school’s catalogue of that year could not be found, and the check was recorded as no answer.', case: 'quiet-no-answer' },
  ],
  blindSpots: ['Claims of degrees that do exist.', 'Schools that publish no catalogue of earlier years.'],
  lawfulUse: {
    purpose: 'Verification of a claimed qualification',
    note: 'The same check for everybody on the requisition, whatever the school or where it is.',
  },
  next: [
    'Ask the candidate for the name of the programme as their certificate states it.',
    'Ask the registrar for the catalogue of the years concerned.',
  ],
  needs: { checks },
  detect: ({ checks }) =>
    notConfirmed(checks, ['degree-programme'], (c) => c.kind === 'degree-programme' || c.kind === 'education').map(
      ({ about, contradicted, because }) => ({
        says: `The school’s own records ${contradicted ? 'contradict' : 'do not show'} the programme claimed: ${about}.`,
        because,
      }),
    ),
})

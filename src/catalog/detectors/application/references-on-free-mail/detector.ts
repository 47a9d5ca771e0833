import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import referees from '../../../views/referees/view.ts'

const FEWEST = 2
/** Providers by the first label of the domain, because many have one domain a country. */
const FREE_MAIL = new Set(
  'gmail googlemail outlook hotmail live msn yahoo ymail rocketmail aol icloud me mac proton protonmail pm gmx web mail zoho yandex tutanota tuta fastmail hey'.split(
    ' ',
  ),
)

export default defineDetector({
  id: 'application/references-on-free-mail',
  version: 1,
  status: 'stable',
  title: 'All referees on free webmail',
  asks: 'Does every referee who speaks for an organisation use a free webmail address?',
  phase: 'application',
  family: 'conduct',
  direction: 'context',
  strength: 'weak',
  room: 'identity',
  technique: ['T1585.002'],
  indicators: ['references-only-free-mail-or-voip'],
  threshold: {
    origin: 'SRC',
    says: 'All of at least two referees who are named with an organisation and an e-mail address. Shown only: former colleagues have left too.',
  },
  settings: {
    referees: {
      unit: 'referees',
      shipped: FEWEST,
      least: 2,
      most: 10,
      says: 'More referees, all on free webmail, are needed before it is shown.',
    },
  },
  clears: ['One referee is reached through the switchboard of the organisation.'],
  cites: [{ source: 'knowbe4', says: 'Tells of references that were all free webmail.' }],
  falsePositives: [
    { story: 'One referee has left the company and one writes from its domain.', case: 'quiet-one-at-work' },
    { story: 'Private referees speak for no organisation.', case: 'quiet-private-referees' },
    { story: 'There is only one referee.', case: 'quiet-only-one' },
  ],
  blindSpots: ['Domains made for the purpose.'],
  lawfulUse: { purpose: 'To choose how to reach a referee', note: 'Shown, never weighed.' },
  next: ['Call the organisation’s switchboard instead of writing to the address.'],
  needs: { referees },
  detect: ({ referees }, numbers) => {
    const speaking = referees.filter((r) => r.value.organisation !== undefined && r.value.email !== undefined)
    const free = speaking.filter((r) => FREE_MAIL.has(r.value.email?.split('@').at(-1)?.split('.')[0]?.toLowerCase() ?? ''))
    return speaking.length >= numbers.referees && free.length === speaking.length && isNonEmpty(free)
      ? [{ says: `All ${free.length} referees who speak for an organisation use free webmail.`, because: free }]
      : []
  },
})

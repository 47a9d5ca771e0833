import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import sharedIdentifier from '../../../relations/shared-identifier/relation.ts'
import devices from '../../../views/devices/view.ts'

const USES = 2

export default defineDetector({
  id: 'application/device-used-alone',
  version: 1,
  status: 'stable',
  title: 'Own device, used by nobody else here',
  asks: 'Did the applicant come back with the same device, and has nobody else here used it?',
  phase: 'application',
  family: 'device',
  direction: 'lowers',
  strength: 'weak',
  room: 'identity',
  technique: ['F1023'],
  indicators: [],
  threshold: { origin: 'PROP', says: `One device on at least ${USES} different days, and no other applicant with it.` },
  settings: {
    days: {
      unit: 'different days',
      shipped: USES,
      least: 2,
      most: 30,
      says: 'The device must be seen on more days before it speaks for the applicant.',
    },
  },
  clears: ['Another applicant turns up with the same device.'],
  cites: [
    { source: 'insikt26', says: 'Browsers made for many accounts give every account its own device, so an own device says little.' },
    { source: 'oktadet', says: 'A vendor’s detection rules look for one authenticator or phone number that several users enrolled.' },
  ],
  falsePositives: [
    { story: 'The device was seen on a single day.', case: 'quiet-one-day' },
    { story: 'A different applicant used the device too.', case: 'quiet-device-shared' },
  ],
  blindSpots: [
    'Multi-account browsers keep one device for every persona; that is why it is weak.',
    'People who clear their cookies look like new devices, which means nothing against them.',
  ],
  lawfulUse: { purpose: 'Seeing what speaks for an applicant.', note: 'It can only help. A new device is never held against anybody.' },
  next: ['Nothing to do.'],
  needs: { devices, sharing: sharedIdentifier },
  detect: ({ devices, sharing }, numbers) => {
    if (sharing.some((s) => s.kind === 'device' && s.with?.same !== 'yes')) return []
    const byId = Map.groupBy(
      devices.filter((d) => d.value.at !== undefined),
      (d) => `${d.value.kind} ${d.value.id}`,
    )
    return [...byId.values()].flatMap((uses) => {
      const days = new Set(uses.map((u) => u.value.at?.slice(0, 10)))
      if (days.size < numbers.days || !isNonEmpty(uses)) return []
      return [{ says: `The applicant used one device on ${days.size} days, and nobody else here has used it.`, because: uses }]
    })
  },
})

import type { Catalog } from '../../kit/catalog.ts'
import { shippedNumbers, type Detector } from '../../kit/detector.ts'
import { badUsage, conflict, notFound } from '../../model/errors.ts'
import type { NumberSet } from '../../model/number-set.ts'
import { writeNumbers, type Numbers, type Settings } from '../../model/numbers.ts'

/** A detector of the hiring side that runs. Of the other room there is none here. */
export function detectorOf({ detectors }: Pick<Catalog, 'detectors'>, id: string): Detector {
  const found = detectors.find((d) => d.id === id && d.room === 'identity' && (d.status === 'stable' || d.status === 'shadow'))
  if (found === undefined) throw notFound('detector', id)
  return found
}

/** Throws which of them is missing, unknown or out of bounds; also where they are the shipped ones, which come back by taking a set back. */
export function checkNumbers(detector: Detector, numbers: Numbers): Numbers {
  const settings: Settings = detector.settings ?? {}
  const names = Object.keys(settings)
  if (names.length === 0) throw badUsage(`The numbers of "${detector.id}" are fixed: none of them is this check's alone.`)
  const unknown = Object.keys(numbers).find((name) => !names.includes(name))
  if (unknown !== undefined) throw badUsage(`"${detector.id}" has no number "${unknown}". It has: ${names.join(', ')}.`)
  for (const [name, { unit, least, most }] of Object.entries(settings)) {
    const given = numbers[name]
    if (given === undefined) throw badUsage(`Say "${name}" too (${unit}): a set has every number of its check.`)
    if (!Number.isInteger(given) || given < least || given > most)
      throw badUsage(`"${name}" is a whole number of ${unit} from ${least} to ${most}.`)
  }
  if (writeNumbers(numbers) === writeNumbers(shippedNumbers(detector)))
    throw conflict('These are the numbers as shipped. They come back when the numbers in force are taken back.')
  return numbers
}

/** Throws where the detector is another now than the one that the set was tried on. */
export function refuseOtherVersion(detector: Detector, set: Pick<NumberSet, 'version'>): void {
  if (set.version !== detector.version)
    throw conflict(
      `The check is of version ${detector.version} now, and these numbers were tried on version ${set.version}. Try them again.`,
    )
}

import type { Direction, Family, Phase, Room, Sighting, Strength } from '../model/finding.ts'
import type { Numbers, Settings } from '../model/numbers.ts'
import type { NonEmpty } from '../model/statement.ts'
import type { Given, Needs } from './input.ts'

/** Where a threshold comes from: a source states it, we propose it (and measure it), or it is plain equality. */
export type ThresholdOrigin = 'SRC' | 'PROP' | 'EXACT'

/** The card: everything a person needs to weigh, question and switch off a detector. The compiler refuses gaps. */
export interface DetectorCard<N extends Needs, S extends Settings = Settings> {
  /** `phase/what-is-seen`; the folder's path. Never who is blamed. */
  readonly id: `${Phase}/${string}`
  readonly version: number
  readonly status: 'draft' | 'shadow' | 'stable' | 'retired'
  readonly title: string
  /** The question it asks, ending in a question mark. */
  readonly asks: string
  readonly phase: Phase
  readonly family: Family
  readonly direction: Direction
  readonly strength: Strength
  readonly room: Room
  /** ATT&CK or F3 ids from the field's catalogues. */
  readonly technique: NonEmpty<string>
  /** Ids of `threats.json` indicators it codifies; empty where it is our own. */
  readonly indicators: readonly string[]
  readonly threshold: { readonly origin: ThresholdOrigin; readonly says: string }
  /** Numbers that an organisation may move: those that `detect` alone uses, and is given. Absent: none. */
  readonly settings?: S
  /** What single fact would remove the finding. */
  readonly clears: NonEmpty<string>
  readonly cites: NonEmpty<{ readonly source: string; readonly says: string }>
  readonly falsePositives: NonEmpty<{ readonly story: string; readonly case: string }>
  readonly blindSpots: NonEmpty<string>
  readonly lawfulUse: { readonly purpose: string; readonly note: string }
  /** For the person at the screen: neutral, checkable steps. */
  readonly next: NonEmpty<string>
  readonly needs: N
  detect(given: Given<N>, numbers: { readonly [K in keyof S]: number }): readonly Sighting[]
}

/** A detector of any needs, as the engine handles it. */
export type Detector = Omit<DetectorCard<Needs>, 'detect'> & {
  detect(given: Readonly<Record<string, unknown>>, numbers: Numbers): readonly Sighting[]
}

/** The numbers as they come with the product. */
export const shippedNumbers = ({ settings = {} }: Pick<Detector, 'settings'>): Numbers =>
  Object.fromEntries(Object.entries(settings).map(([name, { shipped }]) => [name, shipped]))

/** Where the line is, in words; behind it the numbers that stand in its place where an organisation has its own. */
export function lineOf({ threshold, settings = {} }: Pick<Detector, 'threshold' | 'settings'>, numbers: Numbers | undefined): string {
  if (numbers === undefined) return threshold.says
  const own = Object.entries(numbers).map(([name, n]) => `${n} ${settings[name]?.unit ?? name}`)
  return `${threshold.says} This organisation has numbers of its own: ${own.join(', ')}.`
}

export function defineDetector<const N extends Needs, const S extends Settings>(card: DetectorCard<N, S>): Detector {
  // The engine builds `given` from `needs`, so the record it passes has exactly this detector's shape.
  return card as unknown as Detector
}

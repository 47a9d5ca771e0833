/** The numbers of one detector, by name. */
export type Numbers = Readonly<Record<string, number>>

/** A number of a detector that an organisation may move, within bounds. */
export interface Setting {
  /** What is counted: "days", "shared passages". */
  readonly unit: string
  readonly shipped: number
  /** No story that the card knows to be innocent fires at either bound; a test holds that. */
  readonly least: number
  readonly most: number
  /** What moving it does, in one sentence. */
  readonly says: string
}
export type Settings = Readonly<Record<string, Setting>>

/** One spelling of a set of numbers, whatever order they came in: `days=3,words=40`. */
export const writeNumbers = (numbers: Numbers): string =>
  Object.keys(numbers)
    .sort()
    .map((name) => `${name}=${numbers[name]}`)
    .join(',')

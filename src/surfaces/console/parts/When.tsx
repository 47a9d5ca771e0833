import { Tooltip } from '@mantine/core'

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })
const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
const AGO = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'short' })
const STEPS = [
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
] as const
/** Beyond so many days a date says more than a number of days. */
const LONGEST_AGO_DAYS = 14

interface At {
  /** ISO 8601, UTC. */
  readonly at: string
  /** `day`: the date alone. `ago`: how long it has been. */
  readonly as?: 'moment' | 'day' | 'ago'
}

function ago(at: string): string {
  const passed = Date.now() - Date.parse(at)
  const days = Math.abs(passed) / 86_400_000
  if (days > LONGEST_AGO_DAYS) return DAY.format(new Date(at))
  const [unit, length] = STEPS.findLast(([, ms]) => Math.abs(passed) >= ms) ?? STEPS[0]
  return AGO.format(-Math.round(passed / length), unit)
}

/** A moment in the reader's own zone; UTC, as the log has it, when pointed at. */
export function When({ at, as = 'moment' }: At) {
  const date = new Date(at)
  const shown = as === 'ago' ? ago(at) : as === 'day' ? DAY.format(date) : MOMENT.format(date)
  return (
    <Tooltip label={`${at.slice(0, 19).replace('T', ' ')} UTC`} openDelay={300}>
      <time dateTime={at}>{shown}</time>
    </Tooltip>
  )
}

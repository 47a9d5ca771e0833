/** How a job that fails is tried again: so often, the first time after so many seconds, then twice as long each time up to the longest. */
interface Patience {
  readonly says: string
  readonly tries: number
  readonly first: number
  readonly longest: number
}

const MINUTE = 60
const HOUR = 60 * MINUTE

/** Everything that is done outside a request. What a kind needs to know stands in its rows; a job carries ids. */
export const JOBS = {
  // A file that cannot be read is no failure of the job, so what fails here is the machine; it is back within the hour or a person looks.
  intake: { says: 'read, compare and assess a candidate’s files', tries: 8, first: 5, longest: 15 * MINUTE },
  lookback: { says: 'assess anew those whom a change touches', tries: 8, first: 5, longest: 15 * MINUTE },
  import: { says: 'quarantine the indicators of a list', tries: 8, first: 5, longest: 15 * MINUTE },
  backtest: { says: 'try other numbers of a check on the own history', tries: 3, first: 5, longest: 15 * MINUTE },
  // A disk that is full stays so for longer than a minute; whoever waits for it should hear soon.
  backup: { says: 'write a backup', tries: 3, first: MINUTE, longest: 15 * MINUTE },
  sweep: { says: 'forget whom the law no longer lets us keep', tries: 8, first: MINUTE, longest: HOUR },
  'lists-update': { says: 'say which lists are due to be fetched', tries: 5, first: MINUTE, longest: HOUR },
  'audit-root': { says: 'sign the state of the log', tries: 8, first: MINUTE, longest: HOUR },
  // Over two days: a mail server may be away for a week-end night, and what waits for somebody waits longer than that.
  notify: { says: 'tell somebody by mail that something waits', tries: 20, first: MINUTE, longest: 4 * HOUR },
  // Over a day, which is what receivers are told to count on.
  hook: { says: 'deliver an event to an endpoint', tries: 13, first: 30, longest: 4 * HOUR },
} as const satisfies Readonly<Record<string, Patience>>

export type JobName = keyof typeof JOBS
export const JOB_NAMES = Object.keys(JOBS) as readonly JobName[]

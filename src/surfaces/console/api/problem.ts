import { t } from '../texts/index.ts'

/** What the service said is wrong, in its own words (RFC 9457), or that it does not answer. */
export interface Problem {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly detail: string
}

/** The client throws `AppError`s; anything else is a fault of the console itself. */
export function problemOf(error: unknown): Problem {
  if (typeof error === 'object' && error !== null && 'code' in error && 'detail' in error) {
    const { code, status, title, detail } = error as Problem
    if (code === 'remote') return { code, status, ...t.problems.unreachable }
    // The service tells programs which command lists what there is; here the list is a page.
    return code === 'not-found' ? { code, status, ...t.problems.missing } : { code, status, title, detail }
  }
  return { code: 'console', status: 500, ...t.problems.ours }
}

export const isSignedOut = (error: unknown): boolean => problemOf(error).status === 401

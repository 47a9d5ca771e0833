import { t } from '../texts/index.ts'

/** What the service said is wrong, in its own words (RFC 9457), or that it does not answer. */
export interface Problem {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly detail: string
}

/** The service ends some sentences with the command that helps whoever runs the machine; a reader of a page has none. */
export const forReaders = (detail: string): string => detail.replace(/ [^.`]*`bonafide [^`]*`[^.`]*\.$/, '')

/** The client throws `AppError`s; anything else is a fault of the console itself. */
export function problemOf(error: unknown): Problem {
  if (typeof error === 'object' && error !== null && 'code' in error && 'detail' in error) {
    const { code, status, title, detail } = error as Problem
    return code === 'remote' ? { code, status, ...t.problems.unreachable } : { code, status, title, detail: forReaders(detail) }
  }
  return { code: 'console', status: 500, ...t.problems.ours }
}

export const isSignedOut = (error: unknown): boolean => problemOf(error).status === 401

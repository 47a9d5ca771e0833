/** One error shape for the whole product. Surfaces show it; 5xx-like faults keep their cause for the log. */
export class AppError extends Error {
  readonly code: string
  /** HTTP-like: 4xx is the caller's to mend, 5xx is ours. */
  readonly status: number
  /** Never varies for a code. */
  readonly title: string
  /** What was wrong, where, and what to do; written for the person who sees it. */
  readonly detail: string
  /** JSON pointer or locator to the offending part, where there is one. */
  readonly pointer: string | undefined

  constructor(fields: { code: string; status: number; title: string; detail: string; pointer?: string; cause?: unknown }) {
    super(`${fields.title}: ${fields.detail}`, { cause: fields.cause })
    this.name = 'AppError'
    this.code = fields.code
    this.status = fields.status
    this.title = fields.title
    this.detail = fields.detail
    this.pointer = fields.pointer
  }
}

export const notFound = (kind: string, id: string): AppError =>
  new AppError({
    code: 'not-found',
    status: 404,
    title: 'Not found',
    detail: `There is no ${kind} "${id}" here. Check the id; \`bonafide ${kind === 'cluster' ? 'clusters' : kind === 'case' ? 'cases list' : 'show'}\` lists what there is.`,
  })

export const badUsage = (detail: string): AppError => new AppError({ code: 'usage', status: 400, title: 'Cannot run that', detail })

/** Bytes that we could not make sense of. Says nothing about the person who sent them. */
export const unreadable = (detail: string, more: { pointer?: string; cause?: unknown } = {}): AppError =>
  new AppError({ code: 'unreadable', status: 422, title: 'Unreadable file', detail, ...more })

export const unsupported = (detail: string): AppError =>
  new AppError({ code: 'unsupported-type', status: 415, title: 'File type not supported', detail })

export const tooLarge = (detail: string): AppError => new AppError({ code: 'too-large', status: 413, title: 'Too large', detail })

export const emptyFile = (detail: string): AppError => new AppError({ code: 'empty-file', status: 422, title: 'Empty file', detail })

/** A document that must not be kept at all. Nothing of it stays. */
export const refusedDocument = (detail: string): AppError =>
  new AppError({ code: 'refused-document', status: 422, title: 'Refused document', detail })

/** A field that must not enter the system. */
export const refusedField = (detail: string, pointer: string): AppError =>
  new AppError({ code: 'refused-field', status: 422, title: 'Refused field', detail, pointer })

/** Words that must not enter a free-text field. */
export const refusedWords = (detail: string, pointer: string): AppError =>
  new AppError({ code: 'refused-words', status: 422, title: 'Refused wording', detail, pointer })

export const inUse = (detail: string): AppError => new AppError({ code: 'in-use', status: 409, title: 'Already in use', detail })

export const conflict = (detail: string): AppError => new AppError({ code: 'conflict', status: 409, title: 'Conflict', detail })

/** Nobody is signed in, or no longer. Says nothing about which part was wrong. */
export const unauthenticated = (detail = 'Sign in and try again.', cause?: unknown): AppError =>
  new AppError({ code: 'unauthenticated', status: 401, title: 'Sign in', detail, cause })

/** Signed in, and not allowed to. */
export const forbidden = (detail = 'Your roles do not include this. Ask whoever manages people here if they should.'): AppError =>
  new AppError({ code: 'forbidden', status: 403, title: 'Not allowed', detail })

/** Allowed, once the person has shown again who they are. */
export const needsFresh = (): AppError =>
  new AppError({
    code: 'needs-fresh-sign-in',
    status: 403,
    title: 'Sign in again',
    detail: 'This needs a sign-in of the last minutes. Confirm that it is you and send it again.',
  })

/** Allowed, once the person has said what for. */
export const needsPurpose = (): AppError =>
  new AppError({
    code: 'needs-purpose',
    status: 403,
    title: 'Say what for',
    detail: 'A dossier is opened for an opening or a case, with a reason. Say which and why, and open it again.',
  })

export const tooMany = (detail: string): AppError => new AppError({ code: 'too-many', status: 429, title: 'Too many requests', detail })

/** It was here and is used up or over. */
export const gone = (detail: string): AppError => new AppError({ code: 'gone', status: 410, title: 'No longer there', detail })

export const storage = (detail: string, cause?: unknown): AppError =>
  new AppError({ code: 'storage', status: 507, title: 'Cannot store', detail, cause })

/** Another machine did not answer, or not with what was asked for. */
export const remote = (detail: string, cause?: unknown): AppError =>
  new AppError({ code: 'remote', status: 502, title: 'Cannot fetch', detail, cause })

export const cancelled = (): AppError =>
  new AppError({
    code: 'cancelled',
    status: 499,
    title: 'Cancelled',
    detail: 'Stopped on request. What was reported as received is kept; run the same command again to go on.',
  })

export const internal = (detail: string, cause: unknown): AppError =>
  new AppError({ code: 'internal', status: 500, title: 'Internal error', detail, cause })

/** Any thrown thing as an AppError, keeping the cause. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  return internal(error instanceof Error ? error.message : String(error), error)
}

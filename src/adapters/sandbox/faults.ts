import { AppError, unreadable } from '../../model/errors.ts'
import type { Caps } from './caps.ts'

/** What ended the reading of a file, when it was not the reader's own answer. */
export type Ending =
  | { readonly why: 'time' }
  | { readonly why: 'memory' }
  | { readonly why: 'output' }
  | { readonly why: 'stopped'; readonly code: number | null; readonly signal: string | null }
  | { readonly why: 'denied'; readonly what: string }
  | { readonly why: 'network' }
  | { readonly why: 'error'; readonly name: string }
  | { readonly why: 'malformed' }

const INSTEAD = 'Ask for the same document in another format, for example saved as a new PDF.'

/** Always about the file and the reading, never about the person who sent it (R-121). `trace` goes to the log only. */
export function unreadableBecause(ending: Ending, caps: Caps, trace: string): AppError {
  return unreadable(`${says(ending, caps)} ${INSTEAD}`, trace === '' ? {} : { cause: new Error(trace) })
}

function says(ending: Ending, caps: Caps): string {
  if (ending.why === 'time') return `This file could not be read within ${caps.seconds} seconds, so reading was stopped.`
  if (ending.why === 'memory') return `Reading this file took more than ${caps.memoryMb} MB of memory, so reading was stopped.`
  if (ending.why === 'output') return `Reading this file gave more than ${caps.outputMb} MB of results, so reading was stopped.`
  if (ending.why === 'stopped')
    return `The program that reads this kind of file stopped before it had finished (${ending.signal ?? `exit code ${ending.code}`}).`
  if (ending.why === 'denied')
    return `Reading this file called for something that is switched off while outside files are read (${ending.what}), so reading was stopped.`
  if (ending.why === 'network')
    return 'Reading this file called for a network connection, which is switched off while outside files are read, so reading was stopped.'
  if (ending.why === 'malformed')
    return 'The program that reads this kind of file gave an answer that makes no sense, so the answer was not used.'
  return `The program that reads this kind of file could not make sense of it (${ending.name}).`
}

/** The child never came up. Not the file's fault, so not `unreadable`: a worker tries again, for a busy machine has time later. */
export const couldNotStart = (why: string): AppError =>
  new AppError({
    code: 'reader-not-started',
    status: 503,
    title: 'Files are not read now',
    detail:
      'The protected process that reads files could not start. Where the machine is busy, try again; else run `bonafide doctor`, which says which protection is in force.',
    cause: new Error(why),
  })

export const noIsolation = (): AppError =>
  new AppError({
    code: 'no-isolation',
    status: 503,
    title: 'Files are not read here',
    detail:
      'This machine offers no way to cut the reading process off from the network: neither bubblewrap nor `unshare` works. ' +
      'Install bubblewrap, or allow user namespaces, or accept it with --accept-no-network-isolation. `bonafide doctor` says what was tried.',
  })

import { AppError, asAppError, conflict, internal, storage } from '../../model/errors.ts'

interface DatabaseFault extends Error {
  readonly code?: string
}

/** The driver's own error inside what drizzle wraps around it. Drizzle's message holds the parameters: people's data, never to be shown. */
function driverError(error: unknown): DatabaseFault | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const fault = at as DatabaseFault
    if (typeof fault.code === 'string' && !at.message.startsWith('Failed query')) return fault
  }
  return undefined
}

/** What is kept of a database error for the log: its code and message; its `detail` and parameters may hold people's data. */
const bare = (fault: DatabaseFault): Error => Object.assign(new Error(`${fault.code}: ${fault.message}`), { stack: fault.stack })

export const FULL =
  'The disk is full, so nothing more was stored. What was reported as stored before is kept. Free some space and run the same command again.'
const GONE =
  'The connection to the database was lost. What was reported as stored before is kept. See that the database runs and can be reached, then run the same command again.'
const NO_ENTRY = 'The database refused the connection: wrong user, password or database name. Check the database address.'
const BAD_TEXT =
  'A text holds a character that the database cannot keep (a zero byte, or half of a surrogate pair). Nothing of this step was stored. Whatever read the file should have removed it; please report which kind of file it was.'

const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: FULL,
  EACCES:
    'The data folder cannot be written: its permissions forbid it. Give this user the right to write there, or name another folder with --data.',
  EPERM:
    'The data folder cannot be written: its permissions forbid it. Give this user the right to write there, or name another folder with --data.',
  EROFS: 'The data folder is on a read-only file system. Name a folder that can be written with --data.',
  ENOTDIR: 'The data folder cannot be made: part of its path is a file. Name another folder with --data.',
  EIO: 'The disk reported a read or write error. Check the disk before anything else; restore from a backup if it is failing.',
  EMFILE: 'Too many files are open. Close other programs, or raise the limit of open files, and run the same command again.',
  ECONNREFUSED: 'Nothing answers at the database address. Start the database, or check the address.',
  ECONNRESET: GONE,
  EPIPE: GONE,
  ETIMEDOUT: 'The database did not answer in time. See that it runs and can be reached.',
  ENOTFOUND: 'The host name in the database address is not known. Check the address.',
  EAI_AGAIN: 'The host name in the database address cannot be looked up. Check the address and the network.',
}

/** WASI's numbers, under which the embedded database's file system reports the same. */
const WASI_ERRORS: Readonly<Record<number, string>> = {
  2: 'EACCES',
  19: 'EDQUOT',
  22: 'EFBIG',
  29: 'EIO',
  33: 'EMFILE',
  51: 'ENOSPC',
  54: 'ENOTDIR',
  63: 'EPERM',
  69: 'EROFS',
}

/** By SQLSTATE, longest prefix first. */
const SQL_STATES: readonly (readonly [string, (fault: DatabaseFault) => AppError])[] = [
  ['53100', (f) => storage(FULL, bare(f))],
  [
    '40001',
    () => conflict('Two transactions changed the same rows at the same time, and this one was undone. Run the same command again.'),
  ],
  ['40P01', () => conflict('Two transactions waited for each other, and this one was undone. Run the same command again.')],
  ['22P05', (f) => storage(BAD_TEXT, bare(f))],
  ['22021', (f) => storage(BAD_TEXT, bare(f))],
  ['3D000', (f) => storage(NO_ENTRY, bare(f))],
  ['57P', (f) => storage(GONE, bare(f))],
  ['28', (f) => storage(NO_ENTRY, bare(f))],
  ['08', (f) => storage(GONE, bare(f))],
  [
    '53',
    (f) =>
      storage(
        'The database has run out of memory, connections or another resource. Wait a moment and run the same command again.',
        bare(f),
      ),
  ],
  [
    '58',
    (f) =>
      storage('The database could not read or write one of its files. Check the disk and the permissions of the data folder.', bare(f)),
  ],
  ['XX001', (f) => storage('The database found damage in its own files. Restore the data folder from a backup.', bare(f))],
  ['XX002', (f) => storage('The database found damage in its own files. Restore the data folder from a backup.', bare(f))],
  [
    '42P07',
    (f) => storage('The database has tables of the same names that are not Bonafide’s. Give Bonafide a database of its own.', bare(f)),
  ],
  [
    '42501',
    (f) =>
      f.message.includes('row-level security')
        ? internal('A row of another tenant was to be written.', bare(f))
        : storage(
            'The database user may not do this. Make it the owner of the database, so that it can make the tables and the role bonafide_app, and try again.',
            bare(f),
          ),
  ],
]

/** A WebAssembly trap ends the embedded database for good. */
export const isTrap = (error: unknown): boolean => error instanceof Error && (error.name === 'RuntimeError' || error.name === 'ExitStatus')

/** Anything thrown in a transaction, as what a person can act on. Errors of the work itself pass as they are. */
export function asFault(error: unknown): unknown {
  if (error instanceof AppError) return error
  const fault = driverError(error)
  if (fault?.code !== undefined) {
    const system = SYSTEM_ERRORS[fault.code]
    if (system !== undefined) return storage(system, bare(fault))
    const { code } = fault
    const known = SQL_STATES.find(([prefix]) => code.startsWith(prefix))
    if (known !== undefined) return known[1](fault)
    if (/^[0-9A-Z]{5}$/.test(code)) return internal(`The database refused a query: ${fault.message}`, bare(fault))
  }
  const wasi = wasiCode(error)
  if (wasi !== undefined) return storage(SYSTEM_ERRORS[wasi] ?? `The embedded database could not use its files (${wasi}).`, error)
  if (isTrap(error)) return stopped(error)
  if (error instanceof Error && error.message.startsWith('Failed query'))
    return asAppError(error.cause instanceof Error ? asFault(error.cause) : new Error('The database refused a query.'))
  return error
}

/** The name of an error of the embedded database's file system, which is no `Error`. */
function wasiCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('errno' in error) || !('name' in error) || error.name !== 'ErrnoError')
    return undefined
  return WASI_ERRORS[Number(error.errno)] ?? `error ${String(error.errno)}`
}

const stopped = (cause: unknown): AppError =>
  storage(
    'The embedded database has stopped. What was reported as stored before is kept. Check that the disk is not full, then run the same command again.',
    cause,
  )

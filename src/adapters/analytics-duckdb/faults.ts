import { AppError, storage, tooLarge } from '../../model/errors.ts'

/** What the database says, for the person at the terminal. Faults of our own SQL stay faults. */
export function asFault(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error
  const said = error.message.split('\n', 1)[0]!
  if (/no space left|disk quota/i.test(error.message))
    return storage(
      'The disk of the output folder is full. Free some space or choose another --out, and run the same command again: finished stages are kept.',
      error,
    )
  if (/read-only file system|permission denied/i.test(error.message))
    return storage(`The output folder cannot be written (${said}). Choose another with --out.`, error)
  if (/out of memory/i.test(said))
    return tooLarge(`The memory cap is too small for this file (${said}). Run it again with a larger --memory; finished stages are kept.`)
  return error
}

import { storage } from '../../model/errors.ts'

/** Faults of the disk in words for the person at the terminal. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT')
      throw storage(
        'The disk of the output folder is full. Free some space and run the same command again: finished stages are kept.',
        cause,
      )
    if (code !== undefined && ['EACCES', 'EPERM', 'EROFS', 'EISDIR'].includes(code))
      throw storage(`The results cannot be written (${message}). Choose another folder with --out.`, cause)
    throw cause
  }
}

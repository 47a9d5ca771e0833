import type { Reader } from '../kit/reader.ts'
import { recognise, type ReceivedFile } from './intake.ts'
import { failureOf, type Failure } from './read.ts'

/** A file of a kind that nobody reads is refused before anything is kept of it; the others go on. */
export function takeable(
  readers: readonly Reader[],
  given: readonly ReceivedFile[],
): { readonly files: readonly ReceivedFile[]; readonly failures: readonly Failure[] } {
  const files: ReceivedFile[] = []
  const failures: Failure[] = []
  for (const file of given) {
    try {
      recognise(readers, file)
      files.push(file)
    } catch (error) {
      failures.push(failureOf(file.path, error))
    }
  }
  return { files, failures }
}

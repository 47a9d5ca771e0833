/** What one file may cost at most. A cap that is passed ends the child; the file is then "unreadable", with the cap named. */
export interface Caps {
  /** Wall-clock seconds from handing over the file to the whole answer. */
  readonly seconds: number
  /** Resident memory of the child in MB (2^20 bytes). */
  readonly memoryMb: number
  /** Size of the whole answer in MB: statements and enclosed files together. Decompressed sizes are each reader's to cap. */
  readonly outputMb: number
  /** Seconds that a child may take until it is ready for a file. */
  readonly startSeconds: number
}

/**
 * Proposed, not sourced: a résumé of a few pages reads in well under a second, so twenty seconds and a gigabyte are far
 * beyond honest files and still bound what one hostile file can take from the machine.
 */
export const DEFAULT_CAPS: Caps = { seconds: 20, memoryMb: 1024, outputMb: 64, startSeconds: 30 }

export const MB = 2 ** 20

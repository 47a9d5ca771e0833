/** What a child is told when it is started; its file comes later. */
export interface Settings {
  readonly readersModule: string
  readonly renderModule: string
  /** Readers to warm, most likely first; `PAGES` for page rendering. */
  readonly warm: readonly string[]
}

/** Stands beside the readers' ids, which hold no space. */
export const PAGES = 'pages as pictures'

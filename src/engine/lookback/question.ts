import type { Indicator } from '../../model/indicator.ts'

/** A value that somebody asks about, with what lists say of it; none for a question without import. */
export interface Question extends Pick<Indicator, 'kind' | 'key' | 'original'> {
  readonly indicators: readonly Indicator[]
}

import type { Indicator } from '../../model/indicator.ts'

/** A value that somebody asks about: from a list, or typed in. */
export type Question = Pick<Indicator, 'kind' | 'key' | 'original'>

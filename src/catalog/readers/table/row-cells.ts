import type { AnyDraft, Basis } from '../../../model/statement.ts'
import type { Property, ValueOf } from '../../../model/vocabulary.ts'
import type { Collector } from '../../grammar/collector.ts'
import { instantOf, type DateOrder } from './applied.ts'
import type { Column, Target } from './column-map.ts'

export type About = `row:${number}`

export interface RowSettings {
  readonly columns: ReadonlyMap<Target, readonly Column[]>
  readonly phoneRegion: string | undefined
  readonly dateOrder: DateOrder | undefined
}

export interface Cell {
  readonly column: Column
  readonly cell: string
}

export interface RowOf {
  readonly row: number
  /** Whom the row is about: a later row of the same worker is about the first one. */
  readonly about: About
  readonly cells: readonly string[]
}

/** The cells of one row by their meaning. Each value has the cell it stands in as its place; one that cannot be read is noted. */
export class RowCells {
  readonly about: About
  readonly settings: RowSettings
  readonly #of: RowOf
  readonly #found: Collector

  constructor(of: RowOf, settings: RowSettings, found: Collector) {
    this.about = of.about
    this.settings = settings
    this.#of = of
    this.#found = found
  }

  all(target: Target, group?: number): readonly Cell[] {
    return (this.settings.columns.get(target) ?? [])
      .filter((column) => group === undefined || column.group === group)
      .map((column) => ({ column, cell: (this.#of.cells[column.index] ?? '').trim() }))
      .filter(({ cell }) => cell !== '')
  }

  first(target: Target, group?: number): Cell | undefined {
    return this.all(target, group)[0]
  }

  /** The time in the column of this meaning, if it has one. */
  time(target: Target): string | undefined {
    const written = this.first(target)
    if (written === undefined) return undefined
    const when = instantOf(written.cell, this.settings.dateOrder)
    if (typeof when !== 'string') return when.at
    this.skip(written.column, when)
    return undefined
  }

  /** `{ [name]: text }` where the column has something, else nothing to spread. */
  optional<N extends string>(target: Target, name: N): { readonly [K in N]?: string } {
    const cell = this.first(target)?.cell
    return (cell === undefined ? {} : { [name]: cell }) as { readonly [K in N]?: string }
  }

  at(column: Column): string {
    return `row=${this.#of.row}&column=${column.header.replaceAll('%', '%25').replaceAll('&', '%26')}`
  }

  put<P extends Property>(column: Column, property: P, value: ValueOf<P>, more: { basis?: Basis; original?: string } = {}): boolean {
    const { basis = 'claimed', original } = more
    const same = original === undefined || original === value
    return this.#found.add({
      about: this.about,
      property,
      value,
      basis,
      at: this.at(column),
      ...(same ? {} : { original }),
    } as unknown as AnyDraft)
  }

  skip(column: Column, says: string): void {
    this.#found.skip(`Row ${this.#of.row}, column "${column.header}": ${says}`, this.at(column))
  }
}

export const DAMAGED_WALLET =
  'the checksum of this wallet address does not hold, so a character is wrong or missing; it is kept and compared as written'

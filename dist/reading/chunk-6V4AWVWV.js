import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
import {
  instantOf
} from "./chunk-MTLPBRH6.js";

// src/catalog/readers/table/row-cells.ts
var RowCells = class {
  about;
  settings;
  #of;
  #found;
  constructor(of, settings, found) {
    this.about = of.about;
    this.settings = settings;
    this.#of = of;
    this.#found = found;
  }
  all(target, group) {
    return (this.settings.columns.get(target) ?? []).filter((column) => group === void 0 || column.group === group).map((column) => ({ column, cell: (this.#of.cells[column.index] ?? "").trim() })).filter(({ cell }) => cell !== "");
  }
  first(target, group) {
    return this.all(target, group)[0];
  }
  /** The time in the column of this meaning, if it has one. */
  time(target) {
    const written = this.first(target);
    if (written === void 0) return void 0;
    const when = instantOf(written.cell, this.settings.dateOrder);
    if (typeof when !== "string") return when.at;
    this.skip(written.column, when);
    return void 0;
  }
  /** `{ [name]: text }` where the column has something, else nothing to spread. */
  optional(target, name) {
    const cell = this.first(target)?.cell;
    return cell === void 0 ? {} : { [name]: cell };
  }
  at(column) {
    return `row=${this.#of.row}&column=${column.header.replaceAll("%", "%25").replaceAll("&", "%26")}`;
  }
  put(column, property, value, more = {}) {
    const { basis = "claimed", original } = more;
    const same = original === void 0 || original === value;
    return this.#found.add({
      about: this.about,
      property,
      value,
      basis,
      at: this.at(column),
      ...same ? {} : { original }
    });
  }
  skip(column, says) {
    this.#found.skip(`Row ${this.#of.row}, column "${column.header}": ${says}`, this.at(column));
  }
};
var DAMAGED_WALLET = "the checksum of this wallet address does not hold, so a character is wrong or missing; it is kept and compared as written";

export {
  RowCells,
  DAMAGED_WALLET
};

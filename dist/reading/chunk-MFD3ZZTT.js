import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
import {
  tooLarge
} from "./chunk-STUAINOW.js";

// src/catalog/readers/table/sheet.ts
var MOST_COLUMNS = 500;
var MOST_ROWS = 2e5;
function admitWidth(columns) {
  if (columns > MOST_COLUMNS)
    throw tooLarge(
      `The table has ${columns.toLocaleString("en")} columns; at most ${MOST_COLUMNS} are read. Export it again with the columns that are needed, or check that it is a table of applicants and uses one separator throughout.`
    );
}
function admitHeight(rows) {
  if (rows > MOST_ROWS) throw tooLarge(`The table has more than ${MOST_ROWS.toLocaleString("en")} rows. Split it and hand in the parts.`);
}

export {
  MOST_COLUMNS,
  MOST_ROWS,
  admitWidth,
  admitHeight
};

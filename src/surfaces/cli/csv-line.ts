/**
 * Cells as a line of RFC 4180, without its end; one that a spreadsheet would take for a formula is made a text. A semicolon is quoted too:
 * in many places it parts cells.
 */
export const csvLine = (cells: readonly string[]): string => cells.map(cell).join(',')

function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

import type { Candidate } from './types.ts'

/** Columns of the export, in the style of an applicant tracking system. The voluntary questions were left in by mistake, as happens. */
const COLUMNS = [
  'Application ID',
  'First Name',
  'Last Name',
  'Email',
  'Phone',
  'Location',
  'Address',
  'LinkedIn Profile',
  'GitHub',
  'Job',
  'Requisition ID',
  'Source',
  'Applied At',
  'Company',
  'Title',
  'Start Date',
  'End Date',
  'Company 2',
  'Title 2',
  'Start Date 2',
  'End Date 2',
  'School',
  'Degree',
  'Referee 1 Name',
  'Referee 1 Email',
  'Referee 1 Phone',
  'Referee 1 Company',
  'Referee 1 Relationship',
  'Referee 2 Name',
  'Referee 2 Email',
  'Referee 2 Phone',
  'Referee 2 Company',
  'Referee 2 Relationship',
  'Payout Wallet',
  'Device ID',
  'IP Address',
  'Gender',
  'Date of Birth',
  'Nationality',
  'Disability Status',
  'Files',
] as const

/** What must not reach any output. */
export const PROTECTED_COLUMNS = ['Gender', 'Date of Birth', 'Nationality', 'Disability Status'] as const

/** The table with one row a candidate; `folder` says where the files of the n-th are. */
export function applicantsCsv(candidates: readonly Candidate[], folder: (index: number) => string): Uint8Array {
  const rows = candidates.map(({ cells, files }, i) =>
    COLUMNS.map((column) =>
      column === 'Files'
        ? files.length === 0
          ? ''
          : `${folder(i)}/`
        : column === 'Application ID'
          ? `A-${1001 + i}`
          : (cells[column] ?? ''),
    ),
  )
  return written([COLUMNS, ...rows])
}

/** A table of these columns. */
export const csv = <C extends string>(columns: readonly C[], rows: readonly Readonly<Record<C, string>>[]): Uint8Array =>
  written([columns, ...rows.map((row) => columns.map((column) => row[column]))])

const written = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(`${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`)

/** RFC 4180 */
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

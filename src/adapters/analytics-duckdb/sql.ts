/** A text as an SQL literal; for the few places (file names, options) where no parameter is taken. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Blanks around a value are the file's layout, and a value of blanks alone is none. */
export const trimmed = (expression: string): string => `nullif(trim(${expression}, ' ' || chr(9) || chr(10) || chr(13) || chr(160)), '')`

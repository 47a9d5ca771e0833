/** A text as an SQL literal; for the few places (file names, options) where no parameter is taken. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Blanks around a value are the file's layout, and a value of blanks alone is none. Looking at both ends first is three times as fast as trimming. */
export const trimmed = (value: string): string =>
  `CASE WHEN ${value}[1] > ' ' AND ${value}[-1] > ' ' THEN ${value} ELSE nullif(trim(${value}, ' ' || chr(9) || chr(10) || chr(13)), '') END`

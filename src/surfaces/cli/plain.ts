// eslint-disable-next-line no-control-regex -- what is replaced are control characters
const CONTROLS = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g

/** Text from a file, a name or a fault on one line of a terminal: nothing in it can move the cursor, colour, hide or turn other text round. */
export function plain(text: string): string {
  return text.replace(/[\t\n\v\f\r\u2028\u2029]+/g, ' ').replace(CONTROLS, '\uFFFD')
}

/** The same for our own text of many lines that quotes a file. */
export const plainLines = (text: string): string => text.split('\n').map(plain).join('\n')

/** JSON on one line that may be looked at on a terminal. */
export const plainJsonLine = (document: unknown): string =>
  JSON.stringify(document).replace(CONTROLS, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A JSON document that means the same and may be looked at on a terminal: JSON itself escapes only the controls below U+0020. */
export function plainJson(document: unknown): string {
  // Line ends are the layout's own; those inside strings are escaped by JSON already.
  return JSON.stringify(document, null, 2).replace(CONTROLS, (c) =>
    c === '\n' ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

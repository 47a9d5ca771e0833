const HEADER = /^([A-Za-z][A-Za-z0-9_.-]{0,80}):/
const MAIL_NAME = /\.eml$/i
/** Header fields that programs write and people do not type at the top of a letter. */
const TECHNICAL = ['message-id', 'received', 'mime-version', 'return-path', 'dkim-signature', 'delivered-to']

/** Outlook's own format: a compound file, not a mail as it travelled. */
export const isOutlook = (bytes: Uint8Array, name: string): boolean =>
  /\.msg$/i.test(name) && [0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte)

/** A block of header fields from the first byte on, with a sender and something only a mail program writes. */
export function recogniseMail(head: Uint8Array, name: string): 'yes' | 'maybe' | 'no' {
  if (isOutlook(head, name)) return 'yes'
  const [block = ''] = Buffer.from(head)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .split(/\r?\n\r?\n/, 1)
  const lines = block.split(/\r?\n/)
  if (head.length >= 65_536 && lines.length > 1) lines.pop()
  const names = new Set<string>()
  for (const [i, line] of lines.entries()) {
    const field = HEADER.exec(line)
    if (field !== null) names.add(field[1]!.toLowerCase())
    else if (!/^[ \t]/.test(line) && !(i === 0 && line.startsWith('From '))) return 'no'
  }
  if (names.has('from') && TECHNICAL.some((field) => names.has(field))) return 'yes'
  return MAIL_NAME.test(name) && names.size > 0 ? 'maybe' : 'no'
}

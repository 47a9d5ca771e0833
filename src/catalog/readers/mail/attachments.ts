import type { Enclosed, ReadingNote } from '../../../kit/reader.ts'
import type { Attachment } from 'postal-mime'

const MOST = 100
/** Parts that carry the mail, not the candidate's papers. */
const PLUMBING =
  /^(?:application\/(?:pgp-signature|pgp-keys|(?:x-)?pkcs7-signature|ms-tnef)|text\/(?:calendar|vcard|x-vcard|rfc822-headers)|message\/(?:delivery-status|disposition-notification))$/
const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'text/plain': '.txt',
  'text/markdown': '.md',
  'message/rfc822': '.eml',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/msword': '.doc',
  'application/json': '.json',
}

/** Attached files, to go through intake again. Pictures shown inside the text (logos, signatures) are not the candidate's papers. */
export function enclosedIn(attachments: readonly Attachment[]): { enclosed: Enclosed[]; notes: ReadingNote[] } {
  const enclosed: Enclosed[] = []
  let left = 0
  for (const [i, attachment] of attachments.entries()) {
    const bytes = typeof attachment.content === 'string' ? new TextEncoder().encode(attachment.content) : new Uint8Array(attachment.content)
    const within = attachment.related === true && attachment.mimeType.startsWith('image/')
    if (PLUMBING.test(attachment.mimeType) || within || enclosed.length >= MOST) left++
    else enclosed.push({ name: nameOf(attachment, i), bytes, at: `attachment=${i + 1}`, about: 'self' })
  }
  return {
    enclosed,
    notes:
      left === 0
        ? []
        : [{ kind: 'skipped', says: 'Parts of the mail that are signatures, invitations or pictures in its text', count: left }],
  }
}

/** The last step of whatever path was given, without control characters. */
function nameOf({ filename, mimeType }: Attachment, index: number): string {
  const last = (filename ?? '')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .split(/[\\/]/)
    .at(-1)!
    .trim()
    .slice(-200)
  return last === '' || /^\.+$/.test(last) ? `attachment-${index + 1}${ENDINGS[mimeType] ?? ''}` : last
}

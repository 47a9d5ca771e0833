import type { Email } from 'postal-mime'
import { defineReader, type Reading, type ReadingNote } from '../../../kit/reader.ts'
import { emptyFile, tooLarge, unreadable, unsupported } from '../../../model/errors.ts'
import type { AnyDraft } from '../../../model/statement.ts'
import { readResume } from '../../grammar/resume.ts'
import { enclosedIn } from './attachments.ts'
import { ownLines, textOfHtml } from './body.ts'
import { isOutlook, recogniseMail } from './format.ts'
import { headerDrafts, notOwn } from './headers.ts'

/** Bytes. Mail servers stop at 25 to 50 MB. */
const MOST_BYTES = 64 << 20
/** A mail may tell contacts and be compared as text; it is not where a career is read from. */
const FROM_TEXT = new Set(['email', 'phone', 'link', 'messenger', 'wallet', 'passage', 'hidden-text'])

/** A mail as it travelled (RFC 5322, MIME): who sent it when and by which way, what it says, what is attached. */
export default defineReader({
  id: 'mail',
  version: 1,
  title: 'E-mail',
  extensions: ['.eml', '.msg'],
  refuses: ['.msg'],
  recognise: recogniseMail,
  async warm() {
    await import('postal-mime')
  },
  async read({ bytes, name }): Promise<Reading> {
    if (bytes.length === 0) throw emptyFile('The mail is empty: it has no bytes at all. Save it again.')
    if (isOutlook(bytes, name))
      throw unsupported('This is a mail in the format of Outlook (MSG). Save it as EML, or forward it as an attachment.')
    if (bytes.length > MOST_BYTES)
      throw tooLarge(
        `The mail is ${bytes.length >> 20} MB; at most ${MOST_BYTES >> 20} MB are read. Save its attachments and hand them in as files.`,
      )
    const mail = await parse(bytes)
    const { enclosed, notes } = enclosedIn(mail.attachments)
    const reason = notOwn(mail)
    if (reason !== undefined) return { role: 'mail', statements: [], enclosed, notes: [{ kind: 'skipped', says: reason }, ...notes] }
    const { lines, quoted } = ownLines(mail.text ?? textOfHtml(mail.html ?? ''))
    const said = readResume(lines)
    const metadata: AnyDraft = {
      about: 'self',
      property: 'document-metadata',
      value: { format: 'mail', ...programOf(mail.headers) },
      basis: 'observed',
      at: 'metadata=header',
    }
    const quotes: ReadingNote[] = quoted === 0 ? [] : [{ kind: 'skipped', says: 'Lines quoted from earlier mails', count: quoted }]
    const statements = [metadata, ...headerDrafts(mail), ...said.drafts.filter((draft) => FROM_TEXT.has(draft.property))]
    return { role: 'mail', statements, enclosed, notes: [...said.notes, ...notes, ...quotes] }
  },
})

async function parse(bytes: Uint8Array): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime')
  let mail: Email
  try {
    mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 40, maxHeadersSize: 1 << 20 })
  } catch (error) {
    throw unreadable('The mail is damaged or built to overwhelm a mail program: its parts cannot be told apart. Save it again as EML.', {
      cause: error,
    })
  }
  if (mail.from === undefined && mail.headers.every((header) => header.key !== 'received'))
    throw unreadable(
      'The file has no sender and no trace of having been sent, so it is not a mail as it travelled. Save it from the mail program as EML.',
    )
  return mail
}

/** The mail program, where it names itself. */
function programOf(headers: readonly { readonly key: string; readonly value: string }[]): { creator?: string } {
  const creator = headers
    .find(({ key }) => key === 'x-mailer' || key === 'user-agent')
    ?.value.trim()
    .slice(0, 500)
  return creator === undefined || creator === '' ? {} : { creator }
}

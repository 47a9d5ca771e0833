import { createTransport } from 'nodemailer'
import type { Mailer } from '../../engine/notify/ports.ts'
import { AppError, badUsage, remote } from '../../model/errors.ts'

export interface MailSettings {
  /** `smtps://user:password@mail.example.com` or `smtp://…:587`, where the connection is then made secret; else nothing is said. */
  readonly server: string
  /** Such as `Bonafide <bonafide@example.com>`. */
  readonly from: string
  readonly timeout?: number
}

/** A mail program between us and the world may scan what it takes; half a minute is long for a few lines. */
const TIMEOUT = 30_000
const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1'])

/** SMTP, one connection a letter: there are few, and a kept one dies unseen. Only a server on this machine may go without TLS. */
export function openMailer({ server, from, timeout = TIMEOUT }: MailSettings): Mailer {
  const url = URL.parse(server)
  if (url === null || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:'))
    throw badUsage('The mail server must look like smtps://user:password@mail.example.com or smtp://mail.example.com:587.')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const secure = url.protocol === 'smtps:'
  const transport = createTransport({
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && !LOOPBACK.has(host),
    ...(url.username === '' ? {} : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    // A letter is text of ours; nothing in it may make the library read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ id, to, subject, text }) {
      if (!/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(to)) throw refusedRecipient(undefined)
      try {
        await transport.sendMail({
          from,
          to,
          subject,
          text,
          messageId: `<${id}@${host}>`,
          // Programs that answer by themselves (on holiday, left the company) leave it alone (RFC 3834).
          headers: { 'auto-submitted': 'auto-generated' },
        })
      } catch (cause) {
        throw faultOf(cause, host)
      }
    },
  }
}

interface SmtpError {
  readonly code?: string
  readonly responseCode?: number
}

const refusedRecipient = (cause: unknown): AppError =>
  new AppError({
    code: 'refused-recipient',
    status: 422,
    title: 'Recipient refused',
    detail: 'The mail server takes nothing for this address. Check it in the person’s account.',
    cause,
  })

/** 5xx about the envelope is final (RFC 5321, 4.2.1); everything else may be mended meanwhile: the server, its password, its certificate. */
function faultOf(cause: unknown, host: string): AppError {
  const { code, responseCode } = cause as SmtpError
  if (code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500) return refusedRecipient(cause)
  const why = responseCode === undefined ? (code ?? 'unknown') : `it answered ${responseCode}`
  return remote(`The mail server "${host}" did not take a letter (${why}). It will be tried again.`, cause)
}

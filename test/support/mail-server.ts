import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A real SMTP server on loopback, without TLS, that remembers what it took and refuses who is asked of it. */
export interface MailServer {
  readonly url: string
  /** Whole messages, headers too. */
  readonly taken: { readonly to: readonly string[]; readonly text: string }[]
  /** Addresses that do not exist. */
  readonly unknown: Set<string>
  stop(): Promise<void>
  start(): Promise<void>
}

export async function openMailServer(): Promise<MailServer> {
  const taken: MailServer['taken'] = []
  const unknown = new Set<string>()
  let server: SMTPServer | undefined
  let port = 0
  const start = async (): Promise<void> => {
    const one = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo({ address }, _session, done) {
        done(unknown.has(address) ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null)
      },
      onData(stream, session, done) {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          taken.push({ to: session.envelope.rcptTo.map((to) => to.address), text: Buffer.concat(parts).toString() })
          done()
        })
      },
    })
    await new Promise<void>((resolve, reject) => {
      one.once('error', reject)
      one.listen(port, '127.0.0.1', resolve)
    })
    port = (one.server.address() as AddressInfo).port
    server = one
  }
  await start()
  return {
    get url() {
      return `smtp://127.0.0.1:${port}`
    },
    taken,
    unknown,
    start,
    stop: () => new Promise((resolve) => (server === undefined ? resolve() : server.close(() => resolve()))),
  }
}

import { openMailer } from '../../adapters/mail/index.ts'
import { openEgress, type Egress } from '../../adapters/net/egress.ts'
import { proxyIn } from '../../adapters/net/proxy.ts'
import type { Mailer } from '../../engine/notify/ports.ts'
import { badUsage, remote } from '../../model/errors.ts'

type Environment = Readonly<Record<string, string | undefined>>

export interface Outside {
  readonly mailer: Mailer
  readonly egress: Egress
  readonly base: string
}

/** How the product reaches others, as whoever runs it has set. Throws `usage` for a setting that makes no sense, before anything is sent. */
export function outsideOf(env: Environment, loopback: string): Outside {
  const base = env['BONAFIDE_URL'] ?? loopback
  if (!/^https?:$/.test(URL.parse(base)?.protocol ?? ''))
    throw badUsage(`BONAFIDE_URL must look like https://bonafide.example.com, and is "${base}".`)
  const egress = env['BONAFIDE_EGRESS'] ?? 'off'
  if (egress !== 'on' && egress !== 'off') throw badUsage(`BONAFIDE_EGRESS is "on" or "off", and not "${egress}".`)
  const inside = (env['BONAFIDE_EGRESS_INSIDE'] ?? '')
    .split(',')
    .map((host) => host.trim())
    .filter((host) => host !== '')
  return { base, mailer: mailerOf(env), egress: openEgress({ on: egress === 'on', inside, proxy: proxyIn(env) }) }
}

function mailerOf(env: Environment): Mailer {
  const server = env['BONAFIDE_SMTP_URL']
  if (server !== undefined) return openMailer({ server, from: env['BONAFIDE_MAIL_FROM'] ?? 'Bonafide <bonafide@localhost>' })
  return {
    // Tried again for two days and then given up: whoever names a server meanwhile loses nothing.
    send: () => Promise.reject(remote('No mail server is named. Whoever runs this names one with BONAFIDE_SMTP_URL.')),
  }
}

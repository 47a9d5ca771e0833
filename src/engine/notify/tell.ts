import { asAppError } from '../../model/errors.ts'
import type { TenantId } from '../../model/statement.ts'
import { newId } from '../id.ts'
import type { Jobs, Mail } from '../jobs/ports.ts'
import type { Deps, Tx } from '../ports.ts'
import type { Mailer, Readers } from './ports.ts'

/** Hour of the day, UTC, at which digests go out: morning in Europe, before it in America. */
const DIGEST_HOUR = 6

export interface Waiting {
  readonly person: string
  /** Where to look, such as `/inbox`. Never what it is: a mail lies in places that no room has walls in. */
  readonly path: string
  /** Of a quiet case nobody is told by mail, its members neither. */
  readonly quiet: boolean
}

/** Tells somebody that something waits, in the transaction that makes it wait, and as they want to be told. */
export async function tell(deps: Pick<Deps, 'clock' | 'chance'> & { readonly jobs: Jobs }, tx: Tx, waiting: Waiting): Promise<void> {
  if (waiting.quiet) return
  const mode = await tx.mailMode(waiting.person)
  if (mode === 'none') return
  const { person, path } = waiting
  const now = deps.clock.now()
  const id = newId(deps.chance, 'm')
  await tx.putMail({ id, person, path, state: 'waiting', made: now, ended: undefined })
  if (mode === 'at-once') await deps.jobs.send(tx, 'notify', { tenant: tx.tenant, person, mail: id }, { key: id })
  else {
    const after = nextDigest(now)
    await deps.jobs.send(tx, 'notify', { tenant: tx.tenant, person }, { key: `${person} ${after}`, after })
  }
}

function nextDigest(now: string): string {
  const at = new Date(now)
  const today = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), DIGEST_HOUR)
  return new Date(today > at.getTime() ? today : today + 86_400_000).toISOString()
}

export interface MailDeps extends Deps {
  readonly mailer: Mailer
  readonly readers: Readers
  /** Address under which readers find the product. */
  readonly base: string
}

export interface MailWork {
  readonly tenant: TenantId
  readonly person: string
  /** One mail; without it all that waits for this person, in one. */
  readonly mail: string | undefined
  readonly last: boolean
}

/**
 * Hands mails over to the server. Throws when it may succeed later. Between the server's word and ours in the database a crash may send
 * one twice, under one id; none is lost.
 */
export async function sendMails(deps: MailDeps, work: MailWork): Promise<void> {
  const { mails, to } = await deps.store.tx(work.tenant, async (tx) => {
    const waiting = await tx.mailsWaiting(work.person)
    return {
      mails: work.mail === undefined ? waiting : waiting.filter((mail) => mail.id === work.mail),
      to: await deps.readers.addressOf(tx, work.person),
    }
  })
  const [first] = mails
  if (first === undefined) return
  if (to === undefined) return settle(deps, work, mails, 'given-up')
  try {
    await deps.mailer.send({ id: first.id, to, ...wordsFor(mails, deps.base) })
  } catch (error) {
    const refused = asAppError(error).code === 'refused-recipient'
    if (refused || work.last) await settle(deps, work, mails, refused ? 'refused' : 'given-up')
    if (!refused) throw error
    return
  }
  await settle(deps, work, mails, 'sent')
}

function wordsFor(mails: readonly Mail[], base: string): { subject: string; text: string } {
  const paths = [...new Set(mails.map((mail) => mail.path))]
  const where = paths.length === 1 ? paths[0] : '/'
  const what = mails.length === 1 ? 'Something waits for you' : `${mails.length} things wait for you`
  return { subject: `Bonafide: ${what.toLowerCase()}`, text: `${what} in Bonafide.\n\n${new URL(where ?? '/', base).href}\n` }
}

async function settle(deps: Deps, work: MailWork, mails: readonly Mail[], state: Mail['state']): Promise<void> {
  const ended = deps.clock.now()
  await deps.store.tx(work.tenant, async (tx) => {
    for (const mail of mails) await tx.putMail({ ...mail, state, ended })
    const what = { actor: 'worker', action: `mail-${state}`, subject: work.person, detail: { mails: mails.length } }
    if (state !== 'sent') await tx.appendAudit(what, ended)
  })
}

import type { Permission } from '../../model/access.ts'
import type { Tx } from '../ports.ts'

/** Who can be written to. */
export interface Readers {
  /** Ids of those who may do this and are not switched off. */
  holding(tx: Tx, permission: Permission): Promise<readonly string[]>
  /** Undefined for somebody who is gone. */
  addressOf(tx: Tx, person: string): Promise<string | undefined>
}

export interface Letter {
  /** The same letter handed over twice carries the same id, by which mail programs know it. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Throws `refused-recipient` when the server will never take it for this address, and `remote` when it may later. */
export interface Mailer {
  send(letter: Letter): Promise<void>
}

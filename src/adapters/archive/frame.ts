import { createCipheriv, createDecipheriv } from 'node:crypto'
import { NONCE_BYTES } from '../keys/envelope.ts'

/** A piece of a file. */
export interface Piece {
  readonly name: string
  /** The file ends with it. */
  readonly end: boolean
  readonly piece: Uint8Array
}

const TAG_BYTES = 16

/** Each key seals one archive, so the number of the frame is a nonce that never comes twice. The first byte says whether it is the last. */
function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES)
  nonce[0] = last ? 1 : 0
  nonce.writeBigUInt64BE(BigInt(number), NONCE_BYTES - 8)
  return nonce
}

/** Length, then what is sealed: length of the name, name, whether the file ends, piece. */
export function sealFrame(key: Uint8Array, at: { readonly number: number; readonly last: boolean }, { name, end, piece }: Piece): Buffer {
  const named = Buffer.from(name)
  const head = Buffer.alloc(3)
  head.writeUInt16BE(named.length)
  head[2] = end ? 1 : 0
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(at.number, at.last), { authTagLength: TAG_BYTES })
  const box = [cipher.update(head), cipher.update(named), cipher.update(piece), cipher.final(), cipher.getAuthTag()]
  const length = Buffer.alloc(4)
  length.writeUInt32BE(box.reduce((sum, part) => sum + part.length, 0))
  return Buffer.concat([length, ...box])
}

/** Undefined for a frame that was not sealed with this key under this number. */
export function openFrame(key: Uint8Array, number: number, box: Buffer): (Piece & { readonly last: boolean }) | undefined {
  for (const last of [false, true]) {
    const plain = open(key, nonceOf(number, last), box)
    if (plain === undefined) continue
    const named = 3 + plain.readUInt16BE()
    return { name: plain.subarray(3, named).toString(), end: plain[2] === 1, piece: plain.subarray(named), last }
  }
  return undefined
}

function open(key: Uint8Array, nonce: Buffer, box: Buffer): Buffer | undefined {
  if (box.length < TAG_BYTES + 3) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAuthTag(box.subarray(-TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(box.subarray(0, -TAG_BYTES)), decipher.final()])
  } catch {
    return undefined
  }
}

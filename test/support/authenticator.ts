import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

/** A passkey in software: ES256, counts its signatures, verifies its user unless told not to. Written after WebAuthn Level 3 §6. */
export class Authenticator {
  readonly #key: KeyObject
  readonly #publicKey: Buffer
  readonly id = randomBytes(16)
  readonly #origin: string
  #userHandle = ''
  counter = 0
  /** The user shows a PIN or finger. */
  verifies = true

  constructor(origin: string) {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x, y } = pair.publicKey.export({ format: 'jwk' })
    this.#key = pair.privateKey
    this.#origin = origin
    // COSE_Key (RFC 9053 §7.1.1): kty EC2, alg ES256, crv P-256, x, y.
    this.#publicKey = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
      Buffer.from(x ?? '', 'base64url'),
      Buffer.from([0x22, 0x58, 0x20]),
      Buffer.from(y ?? '', 'base64url'),
    ])
  }

  /** Answers `navigator.credentials.create`. */
  create(options: object, site = this.#origin): object {
    const { challenge, rp, user } = options as { challenge: string; rp: { id: string }; user: { id: string } }
    this.#userHandle = user.id
    const clientDataJSON = this.#clientData('webauthn.create', challenge, site)
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.id.length)
    const authData = Buffer.concat([this.#authData(rp.id, 0x40), Buffer.alloc(16), length, this.id, this.#publicKey])
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3, 0x63]),
      Buffer.from('fmt'),
      Buffer.from([0x64]),
      Buffer.from('none'),
      Buffer.from([0x67]),
      Buffer.from('attStmt'),
      Buffer.from([0xa0, 0x68]),
      Buffer.from('authData'),
      Buffer.from([0x58, authData.length]),
      authData,
    ])
    return this.#answer({ clientDataJSON: text(clientDataJSON), attestationObject: text(attestationObject), transports: ['internal'] })
  }

  /** Answers `navigator.credentials.get`. */
  get(options: object, site = this.#origin): object {
    const { challenge, rpId } = options as { challenge: string; rpId: string }
    this.counter += 1
    const clientDataJSON = this.#clientData('webauthn.get', challenge, site)
    const authData = this.#authData(rpId, 0)
    const signed = Buffer.concat([authData, createHash('sha256').update(clientDataJSON).digest()])
    const signature = sign('sha256', signed, this.#key)
    return this.#answer({
      clientDataJSON: text(clientDataJSON),
      authenticatorData: text(authData),
      signature: text(signature),
      userHandle: this.#userHandle,
    })
  }

  #answer(response: object): object {
    return { id: text(this.id), rawId: text(this.id), type: 'public-key', clientExtensionResults: {}, response }
  }

  #clientData(type: string, challenge: string, origin: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }

  #authData(rpId: string, flags: number): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.counter)
    const present = 0x01 | (this.verifies ? 0x04 : 0)
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([present | flags]), counter])
  }
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

/**
 * The wire between the main process and a child, both ways: a 32-bit big-endian length, that many bytes of JSON, then the
 * binary parts whose sizes the JSON lists under `parts`. Bytes of files never pass through JSON.
 */
export interface Frame {
  readonly head: Readonly<Record<string, unknown>>
  readonly parts: readonly Uint8Array[]
}

export function encodeFrame(frame: Frame): Uint8Array[] {
  const head = Buffer.from(JSON.stringify({ ...frame.head, parts: frame.parts.map((p) => p.byteLength) }))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(head.byteLength)
  return [length, head, ...frame.parts]
}

/**
 * Puts frames together from chunks. `push` returns what has become complete. Throws when the bytes are no frame; the
 * caller counts bytes, because only it knows what is too much.
 */
export function frameReader(): { push(chunk: Uint8Array): Frame[] } {
  let chunks: Uint8Array[] = []
  let held = 0
  let need = 4
  let head: Readonly<Record<string, unknown>> | undefined
  let sizes: readonly number[] = []
  let stage: 'length' | 'head' | 'parts' = 'length'

  const take = (): Buffer => {
    const all = Buffer.concat(chunks)
    const rest = all.subarray(need)
    chunks = rest.byteLength > 0 ? [rest] : []
    held = rest.byteLength
    return all.subarray(0, need)
  }

  return {
    push(chunk) {
      chunks.push(chunk)
      held += chunk.byteLength
      const done: Frame[] = []
      while (held >= need) {
        const bytes = take()
        if (stage === 'length') {
          stage = 'head'
          need = bytes.readUInt32BE()
        } else if (stage === 'head') {
          head = parseHead(bytes)
          sizes = partSizes(head['parts'])
          stage = 'parts'
          need = sizes.reduce((sum, n) => sum + n, 0)
        } else {
          done.push({ head: head ?? {}, parts: split(bytes, sizes) })
          stage = 'length'
          need = 4
        }
      }
      return done
    },
  }
}

function parseHead(bytes: Buffer): Readonly<Record<string, unknown>> {
  const head: unknown = JSON.parse(bytes.toString('utf8'))
  if (typeof head !== 'object' || head === null || Array.isArray(head)) throw new TypeError('The head of a frame is not an object')
  return head as Record<string, unknown>
}

function partSizes(listed: unknown): readonly number[] {
  if (!Array.isArray(listed) || !listed.every((n) => Number.isSafeInteger(n) && n >= 0))
    throw new TypeError('The sizes of a frame are not numbers')
  return listed as number[]
}

/** Copies, so that a small part does not keep the whole answer in memory. */
function split(bytes: Buffer, sizes: readonly number[]): Uint8Array[] {
  let at = 0
  return sizes.map((size) => {
    const part = new Uint8Array(bytes.subarray(at, at + size))
    at += size
    return part
  })
}

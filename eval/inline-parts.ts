import { createHash } from 'node:crypto'
import { notFound } from '../src/model/errors.ts'
import type { Blobs, Clock, Sandbox } from '../src/engine/ports.ts'
import type { Reader } from '../src/kit/reader.ts'

/**
 * Parts for a measurement that we run ourselves on files we chose: readers in this process and blobs in memory. Hundreds of
 * documents are then read in seconds. The product itself never reads this way; what its sandbox adds is tested elsewhere.
 */
export function inlineSandbox(readers: readonly Reader[]): Sandbox {
  const byId = new Map(readers.map((r) => [r.id, r]))
  return {
    async read(id, incoming) {
      const reader = byId.get(id)
      if (reader === undefined) throw notFound('reader', id)
      // A copy: libraries take ownership of the buffer they are given, and refuse Node's own kind.
      return reader.read({ ...incoming, bytes: new Uint8Array(incoming.bytes) })
    },
    renderPages: () => Promise.reject(new Error('A measurement draws no pages.')),
    close: () => Promise.resolve(),
  }
}

export const artifactId = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export function memoryBlobs(): Blobs {
  const held = new Map<string, Uint8Array>()
  return {
    put(bytes) {
      const id = artifactId(bytes)
      held.set(id, bytes)
      return Promise.resolve(id)
    },
    get(id) {
      const bytes = held.get(id)
      return bytes === undefined ? Promise.reject(notFound('artifact', id)) : Promise.resolve(bytes)
    },
    idOf: (bytes) => Promise.resolve(artifactId(bytes)),
    has: (id) => Promise.resolve(held.has(id)),
    delete(id) {
      held.delete(id)
      return Promise.resolve()
    },
  }
}

/** The same instant in every run, so that two runs give the same report. */
export const stoppedClock: Clock = { now: () => '2026-01-15T09:00:00.000Z' }

import { PassThrough, type Readable } from 'node:stream'
import { once } from 'node:events'
import { internal } from '../../model/errors.ts'

const BLOCK = 512
/** Longer names need extensions of the format that not every program reads; ours are hashes with short endings. */
const LONGEST_NAME = 100

/** Somewhere files can be written one after the other, and the tar archive (POSIX ustar) that comes out of it. */
export interface TarFolder {
  write(path: string, bytes: Uint8Array): Promise<void>
}

/** Runs work that writes files, and streams them as they come. What goes wrong in the middle breaks the stream off. */
export function tarOf(work: (folder: TarFolder) => Promise<unknown>): Readable {
  const out = new PassThrough()
  const push = async (bytes: Uint8Array): Promise<void> => {
    if (out.destroyed) throw internal('Whoever asked for the archive has gone.', undefined)
    if (!out.write(bytes)) await Promise.race([once(out, 'drain'), once(out, 'close')])
  }
  const run = async (): Promise<void> => {
    await work({
      async write(path, bytes) {
        await push(header(path, bytes.length))
        await push(bytes)
        const rest = bytes.length % BLOCK
        if (rest > 0) await push(new Uint8Array(BLOCK - rest))
      },
    })
    out.end(new Uint8Array(2 * BLOCK))
  }
  run().catch((error: unknown) => out.destroy(error instanceof Error ? error : internal('The archive broke off.', error)))
  return out
}

function header(path: string, size: number): Uint8Array {
  const block = Buffer.alloc(BLOCK)
  if (Buffer.byteLength(path) > LONGEST_NAME) throw internal(`The name "${path}" does not fit into an archive.`, undefined)
  block.write(path, 0)
  block.write('0000600\0', 100)
  block.write('0000000\0', 108)
  block.write('0000000\0', 116)
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  // No time: the same content is the same archive; when it was made stands in its manifest.
  block.write('00000000000\0', 136)
  block.write('        ', 148)
  block.write('0', 156)
  block.write('ustar\u000000', 257)
  const sum = block.reduce((all, byte) => all + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import process from 'node:process'
import { storage } from '../../../model/errors.ts'

/** Where results go as they come: standard output, or a file that has its name only when it is whole. */
export interface Sink {
  write(text: string): Promise<void>
  end(): Promise<void>
}

export const standardOutput: Sink = {
  async write(text) {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain')
  },
  async end() {},
}

export function fileSink(path: string): Sink {
  const unfinished = `${path}.part`
  const stream = createWriteStream(unfinished, { mode: 0o600 })
  let fault: unknown
  stream.on('error', (error) => (fault = error))
  const check = (): void => {
    if (fault !== undefined)
      throw storage(`The results could not be written to "${path}". Choose another file with --out, or make room.`, fault)
  }
  return {
    async write(text) {
      check()
      if (!stream.write(text)) await Promise.race([once(stream, 'drain'), once(stream, 'close')])
      check()
    },
    async end() {
      await new Promise<void>((resolve) => stream.end(resolve))
      check()
      await rename(unfinished, path)
    },
  }
}

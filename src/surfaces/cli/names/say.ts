import { writeSync } from 'node:fs'

/**
 * To standard output at once. The stream that Node has for it loads what sockets need, which one name must not wait for; it takes over
 * where a pipe is full, or nobody reads any more.
 */
export function say(text: string): void {
  const bytes = Buffer.from(text)
  let at = 0
  try {
    while (at < bytes.length) at += writeSync(1, bytes, at)
  } catch {
    process.stdout.write(bytes.subarray(at))
  }
}

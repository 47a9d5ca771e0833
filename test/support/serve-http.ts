import { spawn, type ChildProcess } from 'node:child_process'

/** The real program, answering over HTTP in a process of its own, without a worker. */
export interface Serving {
  readonly url: string
  readonly process: ChildProcess
  /** As a machine that fails does. */
  kill(): Promise<void>
}

export async function serveHttp(of: { readonly database: string; readonly data: string }): Promise<Serving> {
  const args = ['serve', '--http', '--database-url', of.database, '--data', of.data, '--port', '0', '--accept-no-network-isolation']
  const started = spawn(process.execPath, ['bin/bonafide.js', ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = new Promise<void>((resolve) => started.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    started.stdout.on('data', (part: Buffer) => {
      said += part.toString()
      const found = /answers at (http:\S+)\./.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    started.once('exit', () => reject(new Error(said)))
  })
  return {
    url,
    process: started,
    kill() {
      started.kill('SIGKILL')
      return ended
    },
  }
}

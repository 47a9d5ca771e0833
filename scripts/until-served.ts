import { spawn } from 'node:child_process'
import { ROOT } from './modules.ts'

/** `npm start` as a newcomer runs it, stopped once the console answers: for the commands of the README, which end. */
const started = spawn('npm', ['start'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'], detached: true })
let said = ''
let answered = false
started.stdout.on('data', (chunk: Buffer) => {
  process.stdout.write(chunk)
  said += chunk.toString()
  const address = /(http:\S+)\/enter#/.exec(said)?.[1]
  if (answered || address === undefined || !said.includes('answers at')) return
  answered = true
  void stopAfter(address)
})
started.once('close', (code) => process.exit(answered ? 0 : (code ?? 1)))

async function stopAfter(address: string): Promise<void> {
  const page = await fetch(address)
  console.log(`The console answers with ${page.status}, ${page.headers.get('content-type')}.`)
  answered = page.ok && (page.headers.get('content-type') ?? '').startsWith('text/html')
  if (started.pid !== undefined) process.kill(-started.pid, 'SIGTERM')
}

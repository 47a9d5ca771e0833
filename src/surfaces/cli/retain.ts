import process from 'node:process'
import { forget, sweep, withdraw } from '../../engine/retain.ts'
import { sweepSanctions } from '../../engine/screening/sweep.ts'
import { plain } from './plain.ts'
import { EXIT, inWorkplace, progressLine, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

export async function withdrawCommand(entry: Entry, persona: string, options: DataOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    const closed = await withdraw(deps, actor, persona)
    process.stdout.write(
      `${persona} has withdrawn. The record is kept until ${closed.keepUntil.slice(0, 10)} and then forgotten by \`bonafide sweep\`.\n`,
    )
    return EXIT.done
  })
}

export async function forgetCommand(entry: Entry, persona: string, options: DataOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, catalog, actor }, signal) => {
    const line = progressLine()
    const done = await forget(deps, catalog, actor, { persona, watch: { progress: (e) => line.show(e), signal } }).finally(() => line.end())
    process.stdout.write(`${persona} is forgotten: ${done.artifacts} files removed, ${done.reassessed} others assessed again.\n`)
    return EXIT.done
  })
}

export async function sweepCommand(entry: Entry, options: DataOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, catalog, actor }, signal) => {
    const line = progressLine()
    // What the sanctions room held is not told here, as nothing of it is told with the candidates.
    await sweepSanctions(deps, actor)
    const done = await sweep(deps, catalog, actor, { progress: (e) => line.show(e), signal }).finally(() => line.end())
    process.stdout.write(`${done.forgotten.length} candidates forgotten, ${done.failed.length} failed.\n`)
    for (const { persona, error } of done.failed) process.stdout.write(`${plain(`  ${persona}: ${error}`)}\n`)
    return done.failed.length > 0 ? EXIT.someFailed : EXIT.done
  })
}

import process from 'node:process'
import pc from 'picocolors'
import { clockSource, inWords } from '../../adapters/clock/source.ts'
import { verifyAudit } from '../../engine/audit.ts'
import { everyPersona } from '../../engine/rebuild.ts'
import { EXIT, inWorkplace, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

/** What is in force here, what is missing, and what to do about it. */
export async function doctorCommand(entry: Entry, options: DataOptions): Promise<void> {
  await inWorkplace(entry, options, async (workplace) => {
    const { deps, catalog, actor } = workplace
    const isolation = await workplace.isolation()
    const personas = await everyPersona(deps, actor)
    const { rows, faults } = await verifyAudit(deps, actor)
    const say = (good: boolean, what: string): boolean => process.stdout.write(`${good ? pc.green('✓') : pc.red('✗')} ${what}\n`)
    say(
      true,
      `Node ${process.versions.node}; data in ${options.data}; database ${options.databaseUrl === undefined ? 'embedded' : 'PostgreSQL'}`,
    )
    say(
      true,
      `Files are read in a process of their own, one each: ${isolation.caps.seconds} s, ${isolation.caps.memoryMb} MB of memory, Node’s permission model`,
    )
    say(
      isolation.network !== 'none',
      isolation.network === 'none'
        ? 'The reading process is NOT cut off the network: this system has neither bubblewrap nor unshare that works. Install bubblewrap, or accept it with --accept-no-network-isolation.'
        : `The reading process has no network (${isolation.network})`,
    )
    say(
      isolation.readOnly === 'mounts',
      isolation.readOnly === 'mounts'
        ? 'It sees only the program’s own code, read-only'
        : 'It may not write (Node’s permission model alone)',
    )
    say(
      isolation.kernelLimits,
      isolation.kernelLimits
        ? 'Kernel limits on memory and processor time are set'
        : 'No kernel limits: there is no POSIX shell to set them. Memory and time are watched from outside.',
    )
    for (const { by, why } of isolation.tried) process.stdout.write(pc.dim(`    ${by} was tried: ${why}\n`))
    say(
      faults.length === 0,
      faults.length === 0 ? `The log is whole (${rows} rows)` : `The log has ${faults.length} faults; see \`bonafide audit verify\``,
    )
    say(true, `${catalog.detectors.length} detectors, ${catalog.readers.length} readers; ${personas.length} personas`)
    const source = await clockSource()
    say(source.ntp !== null, inWords(source))
    say(true, 'No network is used; nothing is sent anywhere')
    if (options.databaseUrl === undefined)
      process.stdout.write(
        pc.dim(
          '    The embedded database survives the death of its process, not the loss of power. Copy the data folder while nothing runs, or use PostgreSQL.\n',
        ),
      )

    return isolation.network === 'none' || faults.length > 0 ? EXIT.fault : EXIT.done
  })
}

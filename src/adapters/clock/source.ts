import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { ClockSource } from '../../model/manifest.ts'

const run = promisify(execFile)
/** The programs ask a daemon on this machine, which answers at once or not at all. */
const PATIENCE = { timeout: 2_000, windowsHide: true }

/** Nothing here says that the clock is set by anybody. */
const UNKNOWN: ClockSource = { ntp: null, offset_ms: null }

/**
 * What keeps this machine's clock right, and how far it is off, as the machine's own programs say: chrony with its offset, or systemd,
 * which says only that it is synchronised. Asks no time server itself. Never throws: a clock that nobody vouches for is a finding.
 */
export async function clockSource(): Promise<ClockSource> {
  return (await fromChrony()) ?? (await fromSystemd()) ?? UNKNOWN
}

/** `chronyc -c tracking`: one line of comma-separated values (chronyc(1)); the second names the source, the fifth is the offset in seconds, the last the leap status. */
async function fromChrony(): Promise<ClockSource | undefined> {
  const said = await ask('chronyc', ['-c', 'tracking'])
  const values = said?.split(',') ?? []
  const [, name = '', , , offset = ''] = values
  const seconds = Number(offset)
  if (values.length < 14 || values.at(-1) === 'Not synchronised' || offset === '' || !Number.isFinite(seconds)) return undefined
  return { ntp: `chrony: ${name}`.slice(0, 200), offset_ms: Math.round(Math.abs(seconds) * 1e6) / 1e3 }
}

async function fromSystemd(): Promise<ClockSource | undefined> {
  const said = await ask('timedatectl', ['show', '--property=NTPSynchronized', '--value'])
  return said === 'yes' ? { ntp: 'systemd', offset_ms: null } : undefined
}

async function ask(program: string, args: readonly string[]): Promise<string | undefined> {
  try {
    return (await run(program, [...args], PATIENCE)).stdout.trim()
  } catch {
    return undefined
  }
}

/** The same for people. */
export const inWords = ({ ntp, offset_ms: offset }: ClockSource): string =>
  ntp === null
    ? 'Nothing on this machine says that its clock is synchronised (chrony and systemd were asked). Times in the log and in exports are as right as it is.'
    : `The clock is synchronised (${ntp}${offset === null ? '' : `, off by ${offset} ms`})`

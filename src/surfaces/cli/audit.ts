import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { ed25519 } from '../../adapters/keys/signature.ts'
import { AUDIT_FORMAT, exportLog } from '../../engine/audit-export.ts'
import { auditFaults, verifyAudit, type AuditFault } from '../../engine/audit.ts'
import { rootFaults, signRoot } from '../../engine/audit-root.ts'
import type { AuditRoot } from '../../engine/jobs/rows.ts'
import type { AuditRow } from '../../engine/audit-row.ts'
import { badUsage } from '../../model/errors.ts'
import { ROOMS, type Room } from '../../model/finding.ts'
import { count } from './lookback-print.ts'
import { plain } from './plain.ts'
import { complain, EXIT, inWorkplace, type DataOptions } from './session.ts'
import { fingerprintFrom } from './verify.ts'
import type { Entry } from './workplace.ts'

export async function auditVerifyCommand(entry: Entry, options: DataOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    const { rows, faults } = await verifyAudit(deps, actor)
    if (faults.length === 0) process.stdout.write(`The log is whole: ${rows} rows, each as it was written.\n`)
    for (const fault of faults) process.stdout.write(`${plain(`${fault.kind}: ${fault.says}`)}\n`)
    return faults.length === 0 ? EXIT.done : EXIT.fault
  })
}

/** Signs the log as it stands. A server does so every hour by itself. */
export async function auditSignCommand(entry: Entry, options: DataOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor, signingKeys }) => {
    const signer = await (await signingKeys()).signer(deps.clock.now())
    const signed: AuditRoot[] = []
    for (const room of ROOMS) {
      const root = await signRoot(deps, actor.tenant, signer, room)
      await deps.beside?.keepRoots(actor.tenant, await deps.store.tx(actor.tenant, (tx) => tx.auditRoots(0, Number.MAX_SAFE_INTEGER, room)))
      if (root !== undefined) signed.push(root)
    }
    for (const { room, n, first, last, merkle } of signed)
      process.stdout.write(`Root ${n}${room === 'identity' ? '' : ' of the sanctions room'} over rows ${first} to ${last}: ${merkle}\n`)
    if (signed.length === 0) process.stdout.write('Nothing was written since the last signed root.\n')
    return EXIT.done
  })
}

/** A room's log and its signed roots as lines of JSON, for somebody who checks them without this machine. */
export async function auditExportCommand(entry: Entry, path: string, options: DataOptions & { readonly room: string }): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    const room = ROOMS.find((one) => one === options.room)
    if (room === undefined) throw badUsage(`"${options.room}" is no room. Rooms: ${ROOMS.join(', ')}.`)
    const file = await open(path, 'wx', 0o600).catch((cause: unknown) => {
      if ((cause as NodeJS.ErrnoException).code === 'EEXIST') throw badUsage(`"${path}" is there already. Name another file.`)
      throw cause
    })
    let [rows, roots] = [0, 0]
    try {
      for await (const part of exportLog(deps, actor.tenant, room)) {
        for (const line of part.lines) await file.appendFile(`${line}\n`)
        rows += part.rows
        roots += part.roots
      }
    } finally {
      await file.close()
    }
    process.stdout.write(plain(`${path}: ${count(rows, 'row')}, ${count(roots, 'signed root')}.\n`))
    return EXIT.done
  })
}

const text = z.string().max(10_000)
const whole = z.int().nonnegative()
const rowShape = z.strictObject({
  seq: whole,
  at: text,
  actor: text,
  action: text,
  subject: text,
  detail: z.record(z.string(), z.unknown()),
  previous: text,
  hash: text,
})
const rootShape = z.strictObject({
  room: z.enum(ROOMS),
  n: whole,
  first: whole,
  last: whole,
  head: text,
  merkle: text,
  previous: text,
  at: text,
  key: text,
  public: text,
  signature: text,
})
const headShape = z.strictObject({
  format: z.literal(AUDIT_FORMAT),
  tenant: text,
  room: z.enum(ROOMS),
  head: z.strictObject({ seq: whole, hash: text }).nullable(),
})
const lineShape = z.union([
  z.strictObject({ row: rowShape }),
  z.strictObject({ root: rootShape }),
  rootShape.transform((root) => ({ root })),
])

/** Checks an exported log with nothing but the file, and with roots that were kept elsewhere where there are any. */
export async function verifyAuditCommand(path: string, options: { readonly roots?: string; readonly signedBy?: string }): Promise<void> {
  try {
    const key = options.signedBy === undefined ? undefined : fingerprintFrom(options.signedBy)
    const { tenant, room, head, rows, roots } = await readLog(path)
    const kept = options.roots === undefined ? [] : (await readLines(options.roots, 0)).roots.filter((root) => root.room === room)
    const faults = distinct([...auditFaults(tenant, rows, head), ...rootFaults(tenant, { rows, roots }, { check: ed25519, key, kept })])
    for (const { kind, says } of faults) process.stdout.write(`${plain(`${kind}: ${says}`)}\n`)
    const covered = roots.at(-1)?.last ?? 0
    if (faults.length === 0)
      process.stdout.write(
        `The log is whole: ${count(rows.length, 'row')}, ${count(roots.length, 'signed root')}, the last over rows up to ${covered}.\n` +
          (rows.length > covered ? `Of the ${count(rows.length - covered, 'row')} after it, only the chain speaks.\n` : '') +
          (options.signedBy === undefined
            ? 'Whose key signed it was not checked: name its fingerprint with --signed-by (`bonafide keys list`).\n'
            : '') +
          (options.roots === undefined
            ? 'Whether it was cut off before it was exported shows only against roots that were kept elsewhere: --roots.\n'
            : ''),
      )
    process.exitCode = faults.length === 0 ? EXIT.done : EXIT.fault
  } catch (error) {
    process.exitCode = complain(error)
  }
}

const distinct = (faults: readonly AuditFault[]): readonly AuditFault[] =>
  [...new Map(faults.map((fault) => [fault.says, fault])).values()].sort((a, b) => a.seq - b.seq)

async function readLog(path: string): Promise<{
  readonly tenant: string
  readonly room: Room
  readonly head: { readonly seq: number; readonly hash: string } | undefined
  readonly rows: readonly AuditRow[]
  readonly roots: readonly AuditRoot[]
}> {
  let first: string | undefined
  for await (const line of linesOf(path)) {
    first = line
    break
  }
  const found = headShape.safeParse(jsonOf(first ?? '', path, 1))
  if (!found.success) throw badUsage(`"${path}" is no exported log. \`bonafide audit export\` writes one.`)
  const { tenant, room, head } = found.data
  return { tenant, room, head: head ?? undefined, ...(await readLines(path, 1)) }
}

async function readLines(
  path: string,
  skip: number,
): Promise<{ readonly rows: readonly AuditRow[]; readonly roots: readonly AuditRoot[] }> {
  const rows: AuditRow[] = []
  const roots: AuditRoot[] = []
  let number = 0
  for await (const line of linesOf(path)) {
    if (++number <= skip || line === '') continue
    const found = lineShape.safeParse(jsonOf(line, path, number))
    if (!found.success) throw badUsage(`Line ${number} of "${path}" is neither a row of the log nor a signed root.`)
    if ('row' in found.data) rows.push(found.data.row)
    else roots.push(found.data.root)
  }
  return { rows, roots }
}

function jsonOf(line: string, path: string, number: number): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw badUsage(`Line ${number} of "${path}" is no JSON.`)
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const file = await open(path, 'r').catch(() => {
    throw badUsage(`"${path}" cannot be opened.`)
  })
  await file.close()
  yield* createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })
}

import process from 'node:process'
import { verifyAudit } from '../../engine/audit.ts'
import { plain } from './plain.ts'
import { EXIT, inWorkplace, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

export async function auditVerifyCommand(entry: Entry, options: DataOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    const { rows, faults } = await verifyAudit(deps, actor)
    if (faults.length === 0) process.stdout.write(`The log is whole: ${rows} rows, each as it was written.\n`)
    for (const fault of faults) process.stdout.write(`${plain(`${fault.kind}: ${fault.says}`)}\n`)
    return faults.length === 0 ? EXIT.done : EXIT.fault
  })
}

import { badUsage } from '../../model/errors.ts'
import { openKeyFiles } from './key-files.ts'

const KEY_BYTES = 32
/** Of 32 bytes drawn by chance fewer than 20 different ones are seen once in some 10^7 keys; a typed or patterned key has far fewer. */
const LEAST_DIFFERENT = 20

/** Throws where the master key is missing, short or patterned: enough on one's own desk, not for others to reach. */
export async function demandStrongKeys(folder: string): Promise<void> {
  const master = await (await openKeyFiles(folder)).readMaster()
  if (master === undefined)
    throw badUsage(`There is no master key in "${folder}". Start once without opening it to others; that makes one.`)
  for (const { id, key } of master.keys) {
    const bytes = Buffer.from(key, 'base64')
    if (bytes.length === KEY_BYTES && new Set(bytes).size >= LEAST_DIFFERENT) continue
    throw badUsage(
      `The master key "${id}" in "${folder}" is not one that was drawn by chance. Run \`bonafide keys rotate\` before others can reach this.`,
    )
  }
}

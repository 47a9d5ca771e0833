import { readdir, readFile } from 'node:fs/promises'

/**
 * Resident memory of a process and everything under it, in bytes; undefined where the system does not say (no /proc).
 * The launcher's processes stand between us and the child, so the tree is summed.
 */
export async function residentBytes(pid: number): Promise<number | undefined> {
  const own = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => undefined)
  if (own === undefined) return undefined
  const children = await Promise.all((await childrenOf(pid)).map((child) => residentBytes(child)))
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(own)?.[1] ?? 0) * 1024 + children.reduce<number>((sum, n) => sum + (n ?? 0), 0)
}

async function childrenOf(pid: number): Promise<readonly number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => [])
  const lists = await Promise.all(threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')))
  return lists.flatMap((list) =>
    list
      .split(' ')
      .filter((n) => n !== '')
      .map(Number),
  )
}

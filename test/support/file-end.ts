const ends: (() => Promise<void>)[] = []

/** Done when all tests of the file that is running are, after its own hooks; what was asked for last, first. */
export const atFileEnd = (end: () => Promise<void>): void => void ends.push(end)

export async function endFile(): Promise<void> {
  for (const end of ends.splice(0).reverse()) await end()
}

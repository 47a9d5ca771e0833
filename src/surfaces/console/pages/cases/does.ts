import { done, failed } from '../../parts/toast.tsx'
import { t } from '../../texts/index.ts'
import { actOn, lookAgain } from './case.ts'

interface Deed {
  /** What the reader is told when it is done. */
  readonly says: string
  run(): Promise<unknown>
  undo?(): Promise<unknown>
}

/** Does it, says so, and offers to take it back where that can be. What is refused is said too. */
export async function does({ says, run, undo }: Deed): Promise<void> {
  try {
    await run()
    done(says, undo === undefined ? undefined : () => undo().then(lookAgain))
  } catch (error) {
    failed(error)
  }
  await lookAgain()
}

/** Gives the case to somebody, or to nobody. */
export const give = (of: { readonly id: string; readonly assignee?: string | undefined }, to: string | null, says: string) =>
  does({
    says,
    run: () => actOn(of.id, { kind: 'assigned', to }),
    undo: () => actOn(of.id, { kind: 'assigned', to: of.assignee ?? null }),
  })

/** A case is put aside until a later time only, so it is woken by putting it aside for a moment, by the service's clock. */
const MOMENT_MS = 1_500
/** Looked for a little later than it wakes: what is asked in the same moment is answered from before. */
const AWAKE_MS = MOMENT_MS + 1_000

/** Until eight in the morning of the reader's day after so many. */
export async function putAside(id: string, days: number): Promise<void> {
  const until = new Date()
  until.setDate(until.getDate() + days)
  until.setHours(8, 0, 0, 0)
  let changed = ''
  const asked = performance.now()
  await does({
    says: t.cases.done.aside,
    run: async () => ({ changed } = await actOn(id, { kind: 'snoozed', until: until.toISOString() })),
    undo: async () => {
      const there = Date.parse(changed) + performance.now() - asked
      await actOn(id, { kind: 'snoozed', until: new Date(there + MOMENT_MS).toISOString() })
      setTimeout(() => void lookAgain(), AWAKE_MS)
    },
  })
}

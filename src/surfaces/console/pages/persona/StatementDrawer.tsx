import { Evidence } from '../../evidence/Evidence.tsx'
import type { Evidence as One } from '../../evidence/value.ts'
import { Side } from '../../parts/Side.tsx'
import { t } from '../../texts/index.ts'

interface Shown {
  readonly persona: string
  /** What is looked at; nothing while there is none. */
  readonly statements: readonly One[]
  onClose(): void
}

/** More of the same are read in the file itself. */
const MOST = 12

/** What a line of the timeline or a place of the map rests on, down to its place in a file. */
export function StatementDrawer({ persona, statements, onClose }: Shown) {
  return (
    <Side opened={statements.length > 0} onClose={onClose} title={t.evidence.title}>
      <Evidence persona={persona} evidence={statements.slice(0, MOST)} />
      {statements.length > MOST && <p className="soft small">{t.evidence.more(statements.length - MOST)}</p>}
    </Side>
  )
}

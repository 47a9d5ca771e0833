import { call } from '../../api/client.ts'
import { FetchedFile } from '../../parts/FetchedFile.tsx'
import { t } from '../../texts/index.ts'

/** The log with its hashes, so that somebody else can verify it. */
export function WholeLog() {
  return (
    <FetchedFile says={t.audit.export} name="audit.jsonl" type="application/x-ndjson" fetch={() => call('GET /api/audit/export', {})} />
  )
}

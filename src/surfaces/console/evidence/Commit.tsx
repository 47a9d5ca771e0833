import { When } from '../parts/When.tsx'
import { t } from '../texts/index.ts'
import css from './evidence.module.css'
import { typed, type Evidence } from './value.ts'

/** A commit as the code history has it: what is dated by its author, and what the author field names, anybody can type. */
export function Commit({ evidence }: { readonly evidence: Evidence }) {
  const s = typed(evidence)
  if (s.property !== 'commit') return null
  const { repository, sha, authored, authorEmail } = s.value
  return (
    <dl className={css.facts}>
      <dt>{t.evidence.commit.repository}</dt>
      <dd>{repository}</dd>
      <dt className="unseen">sha</dt>
      <dd className="mono">{sha}</dd>
      <dt>{t.evidence.commit.authored}</dt>
      <dd>
        <When at={new Date(authored).toISOString()} />
      </dd>
      {authorEmail !== undefined && (
        <>
          <dt>{t.evidence.commit.by}</dt>
          <dd>{authorEmail}</dd>
        </>
      )}
    </dl>
  )
}

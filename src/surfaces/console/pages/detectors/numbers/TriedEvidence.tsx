import { Drawer } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../../../api/client.ts'
import { keys } from '../../../api/keys.ts'
import { problemOf } from '../../../api/problem.ts'
import { Evidence } from '../../../evidence/Evidence.tsx'
import type { FindingShown } from '../../../evidence/value.ts'
import { Finding } from '../../../parts/Finding.tsx'
import { Failed, Loading } from '../../../parts/states.tsx'
import { numbers, t } from '../../../texts/index.ts'
import css from './numbers.module.css'

const words = numbers.evidence

interface Shown {
  readonly trial: string
  readonly persona: string | undefined
  onClose(): void
}

/** What the check finds of one candidate by either numbers, with the places in the files. A dossier like any other: it is opened for a purpose. */
export function TriedEvidence({ trial, persona, onClose }: Shown) {
  const found = useQuery({
    queryKey: keys.triedOf(trial, persona ?? ''),
    queryFn: persona === undefined ? skipToken : () => call('GET /api/trials/:trial/personas/:persona', { params: { trial, persona } }),
  })
  const side = (title: string, findings: readonly FindingShown[]) => (
    <section>
      <h3>{title}</h3>
      {findings.length === 0 && <p className="soft">{words.nothing}</p>}
      {findings.map((finding) => (
        <div key={finding.finding} className={css.part}>
          <Finding finding={finding} />
          <Evidence persona={persona ?? ''} evidence={finding.evidence} />
        </div>
      ))}
    </section>
  )
  return (
    <Drawer
      opened={persona !== undefined}
      onClose={onClose}
      position="right"
      size="min(640px, 100vw)"
      title={words.title(persona ?? '')}
      closeButtonProps={{ 'aria-label': t.keys.close }}
    >
      <div className={css.drawer}>
        {found.isPending ? (
          <Loading />
        ) : found.isError && problemOf(found.error).code === 'needs-purpose' ? (
          <p>
            {words.purpose}{' '}
            <Link to="/candidates/$persona" params={{ persona: persona ?? '' }}>
              {words.open}
            </Link>
          </p>
        ) : found.isError ? (
          <Failed error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <>
            {side(words.now, found.data.now)}
            {side(words.other, found.data.other)}
          </>
        )}
      </div>
    </Drawer>
  )
}

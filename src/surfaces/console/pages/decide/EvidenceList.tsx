import { Button } from '@mantine/core'
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import IconCircleDashed from '@tabler/icons-react/icons/IconCircleDashed'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMe } from '../../api/session.ts'
import { Says, saysPlainly } from '../../parts/Says.tsx'
import { t } from '../../texts/index.ts'
import type { CaseShown } from '../cases/case.ts'
import type { Dossier } from '../persona/dossier.ts'
import { EvidenceDrawer } from '../persona/EvidenceDrawer.tsx'
import css from './decide.module.css'
import { inOrder, secondsOf } from './opened.ts'

const words = t.decide

interface Shown {
  readonly of: CaseShown
  readonly dossier: Dossier
  /** Seconds that make a look. */
  readonly least: number
}

/** What stands about the person, as a list of what the decider has opened and what not. */
export function EvidenceList({ of, dossier, least }: Shown) {
  const { finding: open } = useSearch({ from: '/inside/cases/$case/decide/$persona' })
  const navigate = useNavigate({ from: '/cases/$case/decide/$persona' })
  const seconds = secondsOf(of, useMe().account)
  const findings = inOrder(dossier.findings)
  const show = (finding: string | undefined): void =>
    void navigate({ search: finding === undefined ? {} : { finding }, replace: true, resetScroll: false })
  const opened = findings.filter((one) => (seconds.get(one.finding) ?? 0) >= least).length
  return (
    <section className={`card ${css.evidence}`} aria-labelledby="evidence">
      <header>
        <h2 id="evidence">{words.evidence}</h2>
        <span className="soft small">{words.progress(opened, findings.length)}</span>
      </header>
      <p className="soft small">{findings.length === 0 ? words.noEvidence : words.evidenceSays(least)}</p>
      <ul>
        {findings.map((one) => {
          const looked = seconds.get(one.finding) ?? 0
          const enough = looked >= least
          return (
            <li key={one.finding} data-opened={enough || undefined}>
              {enough ? <IconCircleCheck size={20} aria-hidden /> : <IconCircleDashed size={20} aria-hidden />}
              <div>
                <p>
                  <Says says={one.says} />
                </p>
                <p className="soft small">
                  {t.strength[one.strength]} · {t.direction[one.direction]} ·{' '}
                  <span className={css.looked}>
                    {enough ? words.opened(Math.round(looked)) : looked > 0 ? words.short : words.unopened}
                  </span>
                </p>
              </div>
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => show(one.finding)}
                aria-label={`${words.open}: ${saysPlainly(one.says)}`}
              >
                {words.open}
              </Button>
            </li>
          )
        })}
      </ul>
      <EvidenceDrawer
        persona={dossier.persona}
        about={of.id}
        finding={findings.find((one) => one.finding === open)}
        onClose={() => show(undefined)}
      />
    </section>
  )
}

import { useParams } from '@tanstack/react-router'
import { Failed, Loading } from '../../parts/states.tsx'
import { Crumb } from '../../parts/Crumb.tsx'
import { NotYet } from '../../parts/NotYet.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Recommendation } from '../../parts/Recommendation.tsx'
import { t } from '../../texts/index.ts'
import { isPending, nameIn, useCan, useCase, useReasons, type CaseShown } from '../cases/case.ts'
import { ForDossier } from '../cases/ForDossier.tsx'
import type { Dossier } from '../persona/dossier.ts'
import css from './decide.module.css'
import { DecisionForm } from './DecisionForm.tsx'
import { EvidenceList } from './EvidenceList.tsx'

const words = t.decide

/** A decision about one person of a case: the evidence on one side, the decision and its reasons on the other. */
export function Decide() {
  const { case: id, persona } = useParams({ from: '/inside/cases/$case/decide/$persona' })
  const found = useCase(id)
  if (!found.isSuccess)
    return (
      <NotYet title={t.states.one.decision} asked={found}>
        <Crumb to="/cases/$case" params={{ case: id }} says={words.back} />
      </NotYet>
    )
  return (
    <ForDossier persona={persona} about={id}>
      {(dossier) => <Opened of={found.data} dossier={dossier} />}
    </ForDossier>
  )
}

function Opened({ of, dossier }: { readonly of: CaseShown; readonly dossier: Dossier }) {
  const reasons = useReasons()
  const can = useCan(of.room)
  const { persona, recommendation } = dossier
  const standing = of.decisions.some((one) => one.record.persona === persona)
  const asked = of.requests.some((one) => one.what === 'confirm' && one.about === persona && isPending(one))
  const no = standing ? words.standing : asked ? words.pending : can('decide') ? undefined : t.problems.forbidden
  return (
    <>
      <Crumb to="/cases/$case" params={{ case: of.id }} says={words.back} />
      <PageHeader title={words.title(nameIn(of, persona))} says={words.says} />
      <p className={css.recommended}>
        <span className="soft">{words.recommended}</span> <Recommendation of={recommendation} />
        <span>{t.recommendation[recommendation ?? 'none'].says}</span>
      </p>
      {no !== undefined ? (
        <p className={css.no}>{no}</p>
      ) : reasons.isPending ? (
        <Loading />
      ) : reasons.isError ? (
        <Failed error={reasons.error} onRetry={() => void reasons.refetch()} />
      ) : (
        <div className={css.sides}>
          <EvidenceList of={of} dossier={dossier} least={reasons.data.leastLook} />
          <DecisionForm of={of} dossier={dossier} reasons={reasons.data} />
        </div>
      )}
    </>
  )
}

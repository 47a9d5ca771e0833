import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useMay } from '../../api/session.ts'
import { OneTimeLink } from '../../parts/OneTimeLink.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Failed, Loading, Refused } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import css from '../ask/ask.module.css'
import { BackTo } from '../cases/BackTo.tsx'
import { ForDossier } from '../cases/ForDossier.tsx'
import type { Dossier } from '../persona/dossier.ts'
import { ExplanationShown } from '../person/ExplanationShown.tsx'
import person from '../person/person.module.css'

const words = t.explain

/** What a candidate would be told, and the link under which they are. */
export function Explain() {
  const { persona } = useParams({ from: '/inside/candidates/$persona/explain' })
  const { case: about } = useSearch({ from: '/inside/candidates/$persona/explain' })
  return (
    <ForDossier persona={persona} about={about}>
      {(dossier) => <Opened dossier={dossier} about={about} />}
    </ForDossier>
  )
}

function Opened({ dossier, about }: { readonly dossier: Dossier; readonly about: string | undefined }) {
  const { persona, name = t.candidates.noName } = dossier
  const may = useMay()
  const preview = useQuery({
    queryKey: keys.explanation(persona),
    queryFn: () => call('GET /api/personas/:persona/explanation', { params: { persona } }),
  })
  const send = useMutation({ mutationFn: () => call('POST /api/personas/:persona/explanation', { params: { persona } }) })
  return (
    <>
      <BackTo persona={persona} about={about} />
      <PageHeader title={words.title(name)} says={words.says} />
      <div className={css.sides}>
        <section className="card" aria-labelledby="preview">
          <h2 id="preview" className="unseen">
            {words.preview}
          </h2>
          {preview.isPending ? (
            <Loading />
          ) : preview.isError ? (
            <Failed error={preview.error} onRetry={() => void preview.refetch()} />
          ) : (
            <div className={person.explanation}>
              <ExplanationShown of={preview.data} />
            </div>
          )}
        </section>
        {may('ask:send') && (
          <section className={`card ${css.made}`} aria-labelledby="made">
            {send.data === undefined ? (
              <>
                <h2 id="made">{t.oneTime.title}</h2>
                <p>{words.goSays}</p>
                <Refused error={send.error} />
                <Button onClick={() => send.mutate()} loading={send.isPending}>
                  {words.go}
                </Button>
              </>
            ) : (
              <>
                <h2 id="made">{words.ready}</h2>
                <p>{words.readySays}</p>
                <OneTimeLink
                  page="/person/explanation"
                  secret={send.data.link}
                  letter={send.data.explanation.letter}
                  until={send.data.expires}
                />
              </>
            )}
          </section>
        )}
      </div>
    </>
  )
}

import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { AnswerOf } from '../../../client/index.ts'
import { OneTimeLink } from '../../parts/OneTimeLink.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Button } from '@mantine/core'
import { t } from '../../texts/index.ts'
import { BackTo } from '../cases/BackTo.tsx'
import { ForDossier } from '../cases/ForDossier.tsx'
import type { Dossier } from '../persona/dossier.ts'
import css from './ask.module.css'
import { AskForm } from './AskForm.tsx'
import { Earlier } from './Earlier.tsx'

const words = t.ask

/** One neutral question to a candidate, and what was asked before. */
export function Ask() {
  const { persona } = useParams({ from: '/inside/candidates/$persona/ask' })
  const { case: about } = useSearch({ from: '/inside/candidates/$persona/ask' })
  return (
    <ForDossier persona={persona} about={about}>
      {(dossier) => <Opened dossier={dossier} about={about} />}
    </ForDossier>
  )
}

function Opened({ dossier, about }: { readonly dossier: Dossier; readonly about: string | undefined }) {
  const { persona, name = t.candidates.noName } = dossier
  const [made, setMade] = useState<AnswerOf<'POST /api/personas/:persona/asks'>>()
  return (
    <>
      <BackTo persona={persona} about={about} />
      <PageHeader title={words.title(name)} says={words.says} />
      <div className={css.sides}>
        {made === undefined ? (
          <AskForm dossier={dossier} onMade={setMade} />
        ) : (
          <section className={`card ${css.made}`} aria-labelledby="made">
            <h2 id="made">{words.ready}</h2>
            <p>{words.readySays}</p>
            <blockquote>{made.ask.question}</blockquote>
            <OneTimeLink page="/person/ask" secret={made.link} letter={made.letter} until={made.ask.expires} />
            <Button variant="default" onClick={() => setMade(undefined)}>
              {words.another}
            </Button>
          </section>
        )}
        <Earlier persona={persona} />
      </div>
    </>
  )
}

import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useMay } from '../../api/session.ts'
import { AskReason, type Question } from '../../parts/AskReason.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { t } from '../../texts/index.ts'
import { lookAgain } from '../cases/case.ts'
import { useLinksOf } from '../network/linked.ts'
import type { Dossier } from './dossier.ts'
import css from './persona.module.css'

const words = t.persona.ways

interface Shown {
  readonly dossier: Dossier
  /** The case that the reader came from. */
  readonly about: string | undefined
}

/** Where one goes on from a candidate, whatever became of them; what is recommended stands out. */
export function WaysOn({ dossier: { persona, recommendation }, about }: Shown) {
  const may = useMay()
  const links = useLinksOf(persona)
  const params = { persona }
  const search = about === undefined ? {} : { case: about }
  return (
    <div className={css.ways} role="group" aria-label={words.label}>
      {may('case:read') && <Cases persona={persona} first={recommendation === 'review' || recommendation === 'escalate'} />}
      {may('ask:send') && (
        <LinkButton variant={recommendation === 'ask' ? 'filled' : 'default'} to="/candidates/$persona/ask" params={params} search={search}>
          {words.ask}
        </LinkButton>
      )}
      {may('ask:send') && (
        <LinkButton variant="default" to="/candidates/$persona/explain" params={params} search={search}>
          {words.explain}
        </LinkButton>
      )}
      {links.isSuccess && (
        <LinkButton variant="default" to="/candidates/$persona" params={params} search={(before) => before} hash="who-else" replace>
          {words.whoElse(links.data.items.length)}
        </LinkButton>
      )}
    </div>
  )
}

/** Open cases first, then what is closed; where none is open, whoever works cases opens one. */
function Cases({ persona, first }: { readonly persona: string; readonly first: boolean }) {
  const works = useMay()('case:work')
  const client = useQueryClient()
  const [question, setQuestion] = useState<Question>()
  const cases = useQuery({ queryKey: keys.casesOf(persona), queryFn: () => call('GET /api/cases', { query: { persona } }) })
  // A candidate's page stands without it.
  if (!cases.isSuccess) return null
  const { items } = cases.data
  const open = items.filter(({ status }) => status === 'open')
  const closed = items.filter(({ status }) => status === 'closed')
  const opening: Question = {
    title: words.openCase,
    says: words.openSays,
    asks: t.purpose.caseSays,
    go: words.openCase,
    done: words.opened,
    run: ({ reason }) => call('POST /api/cases', { body: { says: reason, personas: [persona] } }),
  }
  const look = async (): Promise<void> => {
    await lookAgain()
    await client.invalidateQueries({ queryKey: keys.dossier(persona) })
  }
  return (
    <>
      {[...open, ...closed].map(({ id, status }, i) => (
        <LinkButton
          key={id}
          variant={first && status === 'open' && i === 0 ? 'filled' : 'default'}
          to="/cases/$case"
          params={{ case: id }}
          aria-label={`${words.case[status]}: ${id}`}
        >
          {words.case[status]}
        </LinkButton>
      ))}
      {open.length === 0 && works && (
        <Button variant={first ? 'filled' : 'default'} onClick={() => setQuestion(opening)}>
          {words.openCase}
        </Button>
      )}
      <AskReason question={question} onClose={() => setQuestion(undefined)} look={look} />
    </>
  )
}

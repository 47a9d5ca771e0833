import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { t } from '../texts/index.ts'
import { mentionsIn } from './mentions.ts'

/** The same where no way can lead on, as in a label. */
export const saysPlainly = (says: string): string =>
  mentionsIn(says)
    .map((piece) => (typeof piece === 'string' ? piece : t.finding.others(piece.personas.length + piece.more)))
    .join('')

/** A sentence of a finding: other candidates who are named in it by their numbers are ways to their pages. */
export function Says({ says }: { readonly says: string }) {
  return mentionsIn(says).map((piece, i) =>
    typeof piece === 'string' ? piece : <Others key={`${i} ${piece.personas[0]}`} personas={piece.personas} more={piece.more} />,
  )
}

function Others({ personas, more }: { readonly personas: readonly string[]; readonly more: number }) {
  const says = t.finding.others(personas.length + more)
  const [only] = personas
  if (personas.length === 1 && more === 0 && only !== undefined) return <To persona={only} says={says} />
  return (
    <>
      {says} (
      {personas.map((persona, i) => (
        <Fragment key={persona}>
          {i > 0 && ', '}
          <To persona={persona} says={String(i + 1)} label={t.finding.other(i + 1)} />
        </Fragment>
      ))}
      {more > 0 && ', …'})
    </>
  )
}

const To = ({ persona, says, label }: { readonly persona: string; readonly says: string; readonly label?: string }) => (
  <Link to="/candidates/$persona" params={{ persona }} title={persona} aria-label={label}>
    {says}
  </Link>
)

import { useMemo } from 'react'
import { placeInWords } from '../../../evidence/place.ts'
import { valueInWords, type Evidence } from '../../../evidence/value.ts'
import { t } from '../../../texts/index.ts'
import type { Dossier } from '../../persona/dossier.ts'
import { aligned, type Word } from './aligned.ts'
import css from './compare.module.css'

const words = t.compare
const passagesOf = ({ statements }: Dossier): readonly Evidence[] => statements.filter(({ property }) => property === 'passage')

/** Passages that are alike, beside one another, with the words that both have marked. */
export function Passages({ mine, theirs }: { readonly mine: Dossier; readonly theirs: Dossier }) {
  const pairs = useMemo(() => aligned(passagesOf(mine), passagesOf(theirs), valueInWords), [mine, theirs])
  return (
    <section className={`card ${css.part}`} aria-labelledby="passages">
      <h2 id="passages">
        {words.passages} <span className="soft">{pairs.length}</span>
      </h2>
      <p className="soft small">{pairs.length === 0 ? words.passagesNone : words.passagesSays}</p>
      {pairs.map((pair) => (
        <figure key={`${pair.mine.statement} ${pair.theirs.statement}`} className={css.pair}>
          <figcaption className="soft small">{words.alike(Math.round(100 * pair.alike))}</figcaption>
          <Passage of={pair.mine} words={pair.mineWords} who={mine} />
          <Passage of={pair.theirs} words={pair.theirWords} who={theirs} />
        </figure>
      ))}
    </section>
  )
}

function Passage({ of, words: said, who }: { readonly of: Evidence; readonly words: readonly Word[]; readonly who: Dossier }) {
  const file = who.submissions.find(({ artifact }) => artifact === of.artifact)?.file ?? of.artifact.slice(0, 12)
  return (
    <blockquote className={css.passage}>
      <p>{runsOf(said).map(({ at, text, shared }) => (shared ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>))}</p>
      <footer className="soft small">
        {who.name ?? t.candidates.noName} · {file}, {placeInWords(of.at)}
      </footer>
    </blockquote>
  )
}

/** Words that follow one another and are alike in being shared are one piece: a reader of the screen is not stopped at each. */
function runsOf(said: readonly Word[]): readonly (Word & { readonly at: number })[] {
  const runs: { at: number; text: string; shared: boolean }[] = []
  for (const [at, { text, shared }] of said.entries()) {
    const last = runs.at(-1)
    if (last?.shared === shared) last.text += ` ${text}`
    else {
      if (last !== undefined) last.text += ' '
      runs.push({ at, text, shared })
    }
  }
  return runs
}

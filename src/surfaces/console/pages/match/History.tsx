import { When } from '../../parts/When.tsx'
import { rooms } from '../../texts/index.ts'
import { useWho } from '../screening/people.ts'
import type { Match } from './match.ts'
import css from './match.module.css'

const words = rooms.match
/** The log names people by their accounts. */
const ACCOUNT = /\bu-[0-9a-f]{16}\b/g
const KINDS: Readonly<Record<string, string>> = words.acts

/** Every act about the match, newest first; only ever added to. */
export function History({ acts }: Pick<Match, 'acts'>) {
  const who = useWho()
  return (
    <section className="card" aria-labelledby="history">
      <h2 id="history">{words.history}</h2>
      <ol className={css.history}>
        {acts.toReversed().map(({ seq, kind, by, at, reason, outcome }) => (
          <li key={seq}>
            <p>
              <b>
                {KINDS[kind] ?? kind}
                {outcome !== undefined && `: ${words.form.outcomes[outcome].word}`}
              </b>{' '}
              <span className="soft small">
                {who(by)}, <When at={at} />
              </span>
            </p>
            <p>{reason.replaceAll(ACCOUNT, who)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

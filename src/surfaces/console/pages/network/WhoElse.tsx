import { Link as To } from '@tanstack/react-router'
import { t } from '../../texts/index.ts'
import { written } from './chosen.ts'
import { useLines, useLinksOf, type Link } from './linked.ts'
import { More } from './More.tsx'
import css from './network.module.css'
import { State } from './State.tsx'
import { nameOf, otherOf, reasonOf, weightOf } from './words.ts'

const { whoElse: words, ...n } = t.network
const FIRST = 5

/** On a candidate's page: who else has what this one has, and the way to why and to both side by side. */
export function WhoElse({ persona }: { readonly persona: string }) {
  const found = useLinksOf(persona)
  const links: readonly Link[] = found.data?.items ?? []
  const lines = useLines(links.map((link) => otherOf(link, persona)))
  // A candidate's page stands without it; the network page says what is wrong when asked.
  if (!found.isSuccess) return null
  const { cluster } = found.data
  return (
    <section className={`card ${css.whoElse}`} aria-labelledby="who-else">
      <header>
        <h2 id="who-else">
          {words.title} <span className="soft">{links.length}</span>
        </h2>
        {cluster !== undefined && (
          <To to="/network" search={{ at: written({ kind: 'cluster', cluster }) }}>
            {words.all}
          </To>
        )}
      </header>
      <p className="soft small">{links.length === 0 ? words.none : words.says}</p>
      <More
        className={css.others}
        of={links}
        first={FIRST}
        draw={(link) => (
          <Other key={`${link.persona} ${link.other}`} link={link} persona={persona} name={nameOf(lines, otherOf(link, persona))} />
        )}
      />
    </section>
  )
}

function Other({ link, persona, name }: { readonly link: Link; readonly persona: string; readonly name: string }) {
  const other = otherOf(link, persona)
  const why = link.state === 'linked' ? n.why.linked : n.why.other
  return (
    <li>
      <div>
        <p className={css.rowHead}>
          <To to="/candidates/$persona" params={{ persona: other }}>
            {name}
          </To>
        </p>
        <p>
          <State of={link.state} /> <span className="soft small">{n.weight[weightOf(link)]}</span>
        </p>
        <p className="soft small">{reasonOf(link)}</p>
      </div>
      <div className={css.ways}>
        <To
          to="/network"
          search={{ view: 'links', at: written({ kind: 'link', persona: link.persona, other: link.other }) }}
          aria-label={`${why}: ${name}`}
        >
          {why}
        </To>
        <To to="/compare/$a/$b" params={{ a: persona, b: other }} aria-label={`${words.compare}: ${name}`}>
          {words.compare}
        </To>
      </div>
    </li>
  )
}

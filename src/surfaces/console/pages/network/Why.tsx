import { Explained } from '../../parts/Help.tsx'
import { Masked } from '../../parts/Masked.tsx'
import { t } from '../../texts/index.ts'
import type { Link } from './linked.ts'
import css from './network.module.css'
import { kindInWords } from './words.ts'

const n = t.network

/** Why two are linked: what they share and what each piece weighs, what speaks against it, what would end it, what an error costs. */
export function Why({ link }: { readonly link: Link }) {
  return (
    <>
      <section>
        <Explained of="weight">
          <h3>{n.why.share}</h3>
        </Explained>
        {link.evidence.length === 0 ? (
          <p className="soft">{n.why.nothing}</p>
        ) : (
          <ul className={css.pieces}>
            {link.evidence.map((piece) => (
              <li key={`${piece.kind} ${piece.value}`} data-weight={piece.weight}>
                <p className={css.value}>
                  <Masked value={piece.value} />
                </p>
                <p>{piece.says}</p>
                <p className="soft small">
                  <b>{n.weight[piece.weight]}</b> · {kindInWords(piece.kind)} · {n.holders(piece.holders)}
                  {piece.daysApart !== null && ` · ${n.days(piece.daysApart)}`}
                </p>
                <details className={css.fold}>
                  <summary>{n.why.pieceRemoved}</summary>
                  <p>{piece.removedBy}</p>
                </details>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h3>{n.why.against}</h3>
        {link.against.length === 0 ? (
          <p className="soft">{n.why.noneAgainst}</p>
        ) : (
          <ul className={css.points}>
            {link.against.map(({ says }) => (
              <li key={says}>{says}</li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h3>{n.why.removed}</h3>
        <p>{link.removedBy}</p>
      </section>
      <section className={css.cost}>
        <h3>{n.why.cost}</h3>
        <p>{link.costOfError}</p>
      </section>
    </>
  )
}

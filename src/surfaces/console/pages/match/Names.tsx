import { rooms } from '../../texts/index.ts'
import type { Match, Sides } from './match.ts'
import css from './match.module.css'

const words = rooms.match
const HOW: Readonly<Record<string, string>> = words.how

/** The two names that met, a part a line: which meet, how, and which meet nothing. */
export function Names({ names, hit }: { readonly names: Sides['names']; readonly hit: Match['hit'] }) {
  return (
    <section className="card" aria-labelledby="names">
      <h2 id="names">{words.names}</h2>
      {names === undefined ? (
        <p className="soft">{words.noNames}</p>
      ) : (
        <>
          <table className={css.names}>
            <caption>
              {names.mine} · {names.listed}
            </caption>
            <thead>
              <tr>
                <th scope="col">{words.namesHeads.mine}</th>
                <th scope="col">{words.namesHeads.listed}</th>
                <th scope="col">{words.namesHeads.how}</th>
              </tr>
            </thead>
            <tbody>
              {names.parts.map(({ query, listed, how, score }) => (
                <tr key={`${query} ${listed}`} data-met={score === 1 ? 'whole' : 'nearly'}>
                  <td>{query}</td>
                  <td>{listed}</td>
                  <td>{HOW[how] ?? how}</td>
                </tr>
              ))}
              {names.queryLeft.map((word) => (
                <tr key={`mine ${word}`} data-met="not">
                  <td>{word}</td>
                  <td />
                  <td>{words.unmet}</td>
                </tr>
              ))}
              {names.listedLeft.map((word) => (
                <tr key={`listed ${word}`} data-met="not">
                  <td />
                  <td>{word}</td>
                  <td>{words.unmet}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <ul className={css.notes}>
            <li>{words.nameScore(hit.nameScore)}</li>
            {hit.onePart && <li>{words.onePart}</li>}
            {names.weak && <li>{words.weak}</li>}
            {names.against.map((says) => (
              <li key={says}>{says}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

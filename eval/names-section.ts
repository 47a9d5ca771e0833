import { ALERT, ALGORITHM } from '../src/compute/name-match/compare.ts'
import { f1Of, type NameMeasures, type PairQuality } from './names.ts'
import { shareText } from './share.ts'

const row = (what: string, q: PairQuality): string =>
  `| ${what} | ${q.least.toFixed(3)} | ${q.pairs} | ${shareText({ n: q.right, of: q.called })} | ${shareText({ n: q.right, of: q.same })} | ${f1Of(q).toFixed(4)} |`

const together = ({ us, global }: NameMeasures['alarms']): number => (100 * (us.n + global.n)) / (us.of + global.of)

export function namesSection(m: NameMeasures): string {
  const halves = [
    ['all pairs', m.bench.all],
    ['half whose misses were looked at', m.bench['looked-at']],
    ['half held out', m.bench['held-out']],
  ] as const
  const rows = halves.flatMap(([what, { best, alert }]) => [row(`${what}, best score`, best), row(`${what}, shipped score`, alert)])
  return `## 9 Names
\`npm run eval -- names\`. Method ${ALGORITHM}; a name is put before a person from a score of ${ALERT} on. Names alone are compared: no dates, identifiers or countries.

Labelled pairs (name_bench; the label of a pair is its makers' opinion, and many pairs were proposed by a language model):

| pairs | score from | pairs | precision | recall | F1 |
| --- | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}

Misses were looked at in the first half only, while the method was made; the figures of both halves were seen. The labels call funds, ships and trusts that differ in a number alone one; here another number is another body, and those pairs count as misses.

- Entity checks answered as their makers do, by the name alone: ${shareText(m.checks)}
- Pairs in two scripts at the shipped score or above: ${shareText(m.crossScript)}
- Spellings of one person's name in many languages, a family name with a title among them: ${shareText(m.spellings)}
- Names of the Security Council's list with and without typing slips: ${shareText(m.typos)}
- Pairs labelled the same and written differently that score the maximum (aim: under 1 %): ${shareText(m.ties)}

### False alarms (aim: at most .06 %)
Invented people who are on no list, against the ${m.listed} names of the SDN list; with any hit at the shipped score:

- ${shareText(m.alarms.us)} of those made for the United States, ${shareText(m.alarms.global)} of those made for the world; together ${together(m.alarms).toFixed(3)} %. They were looked
  at while weights were set, so this is no independent sample
- Asked without the index, name against name, a sample of them gets another answer: ${shareText(m.withoutIndex)}

### The regulator's own search
${m.regulator === undefined ? 'Published scores of that page are not among these corpora; a file `ofac_search_scores.csv` (query_name, result_name, ofac_score) beside them is measured.' : `Published scores reproduced to five points: ${shareText(m.regulator)}.`}`
}

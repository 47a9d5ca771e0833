import type { ScreeningMeasures } from './screening-fairness.ts'
import { shareText } from './share.ts'

const percent = (n: number, of: number): string => `${((100 * n) / of).toFixed(1)} %`

/** The table of F5: every group of names, those with the most matches first. */
export function screeningSection({ groups, entries }: ScreeningMeasures): string {
  const people = groups.reduce((sum, one) => sum + one.people, 0)
  const all = (of: 'raw' | 'possible'): number => groups.reduce((sum, one) => sum + one[of], 0)
  const rates = groups.map((one) => one.possible / one.people)
  const spread = (100 * (Math.max(...rates) - Math.min(...rates))).toFixed(2)
  const rows = groups
    .toSorted((a, b) => b.raw - a.raw || b.possible - a.possible || (a.group < b.group ? -1 : 1))
    .map((one) => `| ${one.group} | ${percent(one.raw, one.people)} | ${percent(one.possible, one.people)} | 0 |`)
  return `## 10 Screening by group of names
\`npm run eval -- screening\`. Invented people whose names are common in one country and whose years of birth are drawn between 1960 and 2005, ${groups[0]?.people ?? 0} for each, against ${entries.toLocaleString('en')} real entries. Nobody of them is on a list. *On a name*: an entry is shown, to
compliance alone. *Possible*: something beside the name agrees, and a person looks. *Seen in hiring* is none by construction; \`test/fairness/f5-screening.test.ts\` holds it.

- On a name: ${shareText({ n: all('raw'), of: people })}; possible: ${shareText({ n: all('possible'), of: people })}
- Most possible in one group: ${percent(Math.max(...rates), 1)} (aim: at most 1 %); most less least: ${spread} points (aim: at most 1)

The country is the one whose common names these are; it is in no input of the program.

| names common in | on a name | possible | seen in hiring |
| --- | ---: | ---: | ---: |
${rows.join('\n')}`
}

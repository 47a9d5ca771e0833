import { f1Of, precisionOf, recallOf, type LinkageMeasures, type PairScore } from './linkage.ts'
import type { Scores } from './linkage-splink.ts'
import { shareText } from './share.ts'

type Row = readonly string[]
const table = (head: Row, rows: readonly Row[]): string =>
  [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
const figure = (n: number): string => n.toFixed(4)
const ours = (what: string, s: PairScore): Row => [
  what,
  shareText({ n: s.right, of: s.linked }),
  shareText({ n: s.right, of: s.true }),
  figure(f1Of(s)),
]
const theirs = (what: string, s: Scores): Row => [what, figure(s.precision), figure(s.recall), figure(s.f1)]
const inShort = (what: string, s: PairScore): Row => [what, figure(precisionOf(s)), figure(recallOf(s)), figure(f1Of(s))]

export function linkageSection(m: LinkageMeasures): string {
  const { febrl1, febrl2, fake, restaurants } = m.sets
  const { personas } = m
  const { mailboxes } = personas
  const splink =
    'skipped' in m.splink
      ? `${m.splink.skipped}; it is left out.`
      : table(
          ['the fake people', 'precision', 'recall', 'F1'],
          [
            inShort('bonafide, clusters', fake.clusters),
            inShort('bonafide, pairs linked directly', fake.links),
            theirs('Splink, clusters at probability .5', m.splink.clusters.half),
            theirs('Splink, clusters at .95', m.splink.clusters.sure),
            theirs('Splink, pairs at .5', m.splink.pairs),
            theirs('Splink, pairs at the best of 199 lines, chosen on the truth', m.splink.bestLine),
          ],
        )
  return `## 8 Record linkage
\`npm run eval -- linkage\`. Each set goes through \`bonafide link\` with a map; nothing is labelled, and what is learnt is learnt from the file alone. The settings
are the same for all. Truth was looked at while the method was made, so these are not independent samples: on the restaurants and the fake people to find
faults (house numbers, initials, the bounds of training, how clusters are held together), on the bibliographies before two files were linked one to one, on the personas and generated accounts before a shared
identifier was valued as it is. The maps were not changed for it. FEBRL was right from the first run and nothing was changed for it.
Pairs are all pairs of a cluster, linked directly or not; for the bibliographies the links themselves, each entry at most once.

${table(
  ['set', 'precision', 'recall', 'F1'],
  [
    ours(`FEBRL 1, ${febrl1.records} records`, febrl1.clusters),
    ours(`FEBRL 2, ${febrl2.records} records`, febrl2.clusters),
    ours(`Splink's fake people, ${fake.records} records`, fake.clusters),
    ours('the same, on the pairs labelled by people', m.fakeLabelled),
    ours(`restaurants, ${restaurants.records} records`, restaurants.clusters),
    ours(`DBLP and ACM, the ${m.bibliographies.pairs} pairs of the test part`, m.bibliographies.links),
  ],
)}

### Beside Splink
${'skipped' in m.splink ? '' : `Splink ${m.splink.version}, set up as its documentation sets up this data set.\n\n`}${splink}

### Alleged personas
${personas.personas} personas alleged by one researcher, with the groups that researcher alleges. An allegation is not a fact; measured is only whether what is shared is found. Links rest on identifiers.

- Pairs that share an identifier, in one cluster: ${shareText(personas.sharing)}; pairs of different groups in one cluster: ${personas.across}
- One shared identifier taken from one of the two: with another one left still together ${shareText(personas.removed.anotherLeft)}; with none left together ${shareText(personas.removed.noneLeft)} (nothing is left that could link them); pairs of different groups in one cluster: ${personas.removed.across}
- Authors' mailboxes of ${mailboxes.accounts} accounts. ${mailboxes.common} pairs of accounts have an author in common, mostly through copied history. Where an account is given only the mailbox that leads among commits which no other account has too, ${mailboxes.own} pairs are linked; pairs that the corpus names for a common mailbox, which in one of the two stands in copied commits alone, stay apart: ${shareText(mailboxes.apart)}. Were copied history not taken out, it would be ${mailboxes.all}.`
}

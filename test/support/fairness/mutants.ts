import { digest } from '../../../src/compute/digest.ts'
import { textCell } from '../../../src/kit/cell.ts'
import { defineDetector, type Detector } from '../../../src/kit/detector.ts'
import { defineRelation, defineView, type Input } from '../../../src/kit/input.ts'
import type { Strength } from '../../../src/model/finding.ts'
import type { Attested, NonEmpty, StatementId } from '../../../src/model/statement.ts'
import type { OpenProperty, Property } from '../../../src/model/vocabulary.ts'

/**
 * Detectors that do what this product must never do, one kind of wrong each. Planted into a copy of the catalogue, each must make
 * the fairness checks fail (F10). The types refuse most of them; here they are forced past, as a careless cast would.
 */
export interface Mutant {
  readonly what: string
  /** The checks that must notice; others may. */
  readonly noticedBy: readonly ('F1' | 'F2' | 'F4')[]
  readonly detector: Detector
}

/** Whatever statements of a property, with their values as text, although no view may read some of them. */
const forced = (property: Property) =>
  defineView({
    id: `forced-${property}`,
    missing: property,
    reads: [property] as unknown as NonEmpty<OpenProperty>,
    build: (of): NonEmpty<Attested<string>> | undefined => {
      const values = of.map((s): Attested<string> => ({ value: JSON.stringify(s.value), from: [s.id] }))
      const [first, ...rest] = values
      return first === undefined ? undefined : [first, ...rest]
    },
  })

function planted(
  name: string,
  input: Input,
  how: { readonly strength?: Strength; readonly direction?: 'raises' | 'lowers'; readonly fires: (value: string) => boolean },
): Detector {
  return defineDetector({
    id: `application/planted-${name}`,
    version: 1,
    status: 'stable',
    title: 'Planted by a test',
    asks: 'Does the test notice?',
    phase: 'application',
    family: 'presence',
    direction: how.direction ?? 'raises',
    strength: how.strength ?? 'moderate',
    room: 'identity',
    technique: ['T1585'],
    indicators: [],
    threshold: { origin: 'PROP', says: 'Planted.' },
    clears: ['Nothing.'],
    cites: [{ source: 'none', says: 'Nothing.' }],
    falsePositives: [{ story: 'Everybody.', case: 'none' }],
    blindSpots: ['All.'],
    lawfulUse: { purpose: 'None', note: 'Unlawful; in tests only.' },
    next: ['Fail.'],
    needs: { input },
    detect: (given) => {
      const seen = (given as unknown as { input: readonly Attested<string>[] }).input.filter((v) => how.fires(v.value))
      const [first] = seen
      return first === undefined ? [] : [{ says: 'Planted.', because: [first] }]
    },
  })
}

const fullOf = (value: string): string => (JSON.parse(value) as { full: string }).full

/** Names of one length, counted in SQL, past the views altogether. */
const namesInSql = defineRelation({
  id: 'planted-names',
  missing: 'names',
  reads: ['email'],
  sql: `select st.subject as persona, st.id, cast(st.value as text) as name from statement st join slice s on s.persona = st.subject where st.property = 'person-name'`,
  row: (raw): Attested<string> => ({ value: textCell(raw, 'name'), from: [textCell(raw, 'id') as StatementId] }),
})

export const MUTANTS: readonly Mutant[] = [
  {
    what: 'a bonus for long names',
    noticedBy: ['F1'],
    detector: planted('name-length', forced('person-name'), { direction: 'lowers', fires: (v) => fullOf(v).length > 14 }),
  },
  {
    what: 'a tie broken by a hash of the name',
    noticedBy: ['F1'],
    detector: planted('name-hash', forced('person-name'), {
      strength: 'weak',
      fires: (v) => Number.parseInt(digest(fullOf(v)).slice(0, 1), 16) === 3,
    }),
  },
  {
    what: 'names that are not in Latin letters',
    noticedBy: ['F1', 'F2', 'F4'],
    detector: planted('name-script', forced('person-name'), { fires: (v) => /[^\p{Script=Latin}\p{P}\s]/u.test(fullOf(v)) }),
  },
  {
    what: 'the author field of a file, read as a name',
    noticedBy: ['F1'],
    detector: planted('author-name', forced('document-author'), { strength: 'weak', fires: (v) => fullOf(v).length % 2 === 0 }),
  },
  {
    what: 'the length of names, counted in SQL',
    noticedBy: ['F1'],
    detector: planted('name-sql', namesInSql, { strength: 'weak', fires: (v) => v.length % 3 === 0 }),
  },
  {
    what: 'a weight for the country of a number',
    noticedBy: ['F2', 'F4'],
    detector: planted('country-of-phone', forced('phone'), { strength: 'strong', fires: (v) => /^"\+(?:7|86|91|234|380)/.test(v) }),
  },
  {
    what: 'a list of cities',
    noticedBy: ['F2', 'F4'],
    detector: planted('city', forced('place'), { fires: (v) => /Перм|Томск|Тула|成都|青岛|苏州|Pune|Kochi|Indore/.test(v) }),
  },
  {
    what: 'the country of a school',
    noticedBy: ['F2', 'F4'],
    detector: planted('school', forced('education'), { fires: (v) => !/Leeds|Bristol|Cardiff|Leipzig|Bremen|Ulm/.test(v) }),
  },
  {
    what: 'a postcode area',
    noticedBy: ['F2', 'F4'],
    detector: planted('postcode', forced('postal-address'), { fires: (v) => /, 1\d{4} /.test(v) }),
  },
  {
    what: 'the fonts of a language',
    noticedBy: ['F2', 'F4'],
    detector: planted('fonts', forced('document-metadata'), { fires: (v) => /Malgun|SimSun|PMingLiU|Mangal|PT S/.test(v) }),
  },
  {
    what: 'the clock of a mail',
    noticedBy: ['F2', 'F4'],
    detector: planted('clock', forced('mail'), { fires: (v) => /"offsetMinutes":(?:180|330|480|540)\b/.test(v) }),
  },
  {
    what: 'more trust in one part of the world',
    noticedBy: ['F2'],
    detector: planted('trusted-country', forced('phone'), { direction: 'lowers', strength: 'strong', fires: (v) => v.startsWith('"+44') }),
  },
]

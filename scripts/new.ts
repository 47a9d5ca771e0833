import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PHASES } from '../src/model/finding.ts'
import { ROOT } from './modules.ts'

/**
 * `npm run new <kind> <name>`: writes an entry's folder with a failing case in it, and the index. Nothing else changes.
 *
 *   npm run new detector access/sign-in-from-two-places
 *   npm run new view sign-ins
 *   npm run new relation shared-sign-in
 *   npm run new reader payroll-export
 *   npm run new list some-publisher
 *   npm run new source some-publisher26
 */

const KEBAB = '[a-z0-9]+(?:-[a-z0-9]+)*'

const title = (name: string): string => {
  const words = (name.split('/').at(-1) ?? name).replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function detector(name: string): Record<string, string> {
  const [phase] = name.split('/')
  return {
    'detector.ts': `import { defineDetector } from '../../../../kit/detector.ts'
import jobs from '../../../views/jobs/view.ts'

export default defineDetector({
  id: '${name}',
  version: 1,
  status: 'draft',
  title: '${title(name)}',
  asks: 'What does it ask about the candidate?',
  phase: '${phase}',
  family: 'timeline',
  direction: 'raises',
  strength: 'weak',
  room: 'identity',
  technique: ['T1585'],
  indicators: [],
  threshold: { origin: 'PROP', says: 'Where the line is drawn, and why there.' },
  clears: ['The single fact that would remove the finding.'],
  cites: [{ source: 'the-id-of-a-source', says: 'What it says, in our words.' }],
  falsePositives: [{ story: 'An honest person of whom it could be said too.', case: 'quiet-an-honest-person' }],
  blindSpots: ['What it cannot see.'],
  lawfulUse: { purpose: 'verification of claims that the candidate made', note: 'Why reading this is allowed.' },
  next: ['A neutral step that a person can take.'],
  needs: { jobs },
  detect: () => [],
})
`,
    'cases/fires-when-it-should.yml': `provenance: synthetic
story: Who this is and why it must fire. It fails until the detector does.
expect: fires
personas:
  me:
    - { property: job, value: { employer: Northwind Example, title: Engineer, from: "2019-03", to: "2021-05" } }
`,
    'cases/quiet-an-honest-person.yml': `provenance: synthetic
story: The honest person of the false positive, of whom nothing is to be said.
expect: quiet
personas:
  me:
    - { property: job, value: { employer: Southwind Example, title: Engineer, from: "2019-03", to: "2021-05" } }
`,
  }
}

const view = (name: string): Record<string, string> => ({
  'view.ts': `import { defineView } from '../../../kit/input.ts'
import { attest } from '../../../model/statement.ts'

/** What it gives a detector, and \`undefined\` when the candidate has nothing of it. */
export default defineView({
  id: '${name}',
  missing: 'no ${name.replaceAll('-', ' ')}',
  reads: ['job'],
  build: (of) => (of.length === 0 ? undefined : of.map((s) => attest(s.value, s))),
})
`,
})

const relation = (name: string): Record<string, string> => ({
  'relation.ts': `import { attestedCell, textCell } from '../../../kit/cell.ts'
import { defineRelation } from '../../../kit/input.ts'

/** One row per persona and thing seen. See src/engine/derived.md for the tables and the subset of SQL. */
export default defineRelation({
  id: '${name}',
  missing: 'no ${name.replaceAll('-', ' ')}',
  reads: ['phone'],
  sql: \`
select i.persona, i.key, min(i.statement) as mine
from identifier i join slice s on s.persona = i.persona
where i.kind = 'phone'
group by i.persona, i.key
order by i.persona, i.key\`,
  row: (raw) => attestedCell(raw, 'mine', textCell(raw, 'key')),
})
`,
})

const reader = (name: string): Record<string, string> => ({
  'reader.ts': `import { defineReader } from '../../../kit/reader.ts'
import { unreadable } from '../../../model/errors.ts'

export default defineReader({
  id: '${name}',
  version: 1,
  title: '${title(name)}',
  extensions: ['.${name}'],
  recognise: (_head, name) => (name.endsWith('.${name}') ? 'maybe' : 'no'),
  // Failing until it reads: every statement points at its place in the bytes.
  read: async () => {
    throw unreadable('This format is not read yet.')
  },
})
`,
  [`samples/plain.${name}`]: 'Somebody Invented\n',
  'samples/provenance.yml': `plain.${name}:
  provenance: synthetic
  says: What this sample is, in one sentence.
`,
})

const list = (name: string): Record<string, string> => ({
  'list.ts': `import { defineList } from '../../../kit/list.ts'
import { unreadable } from '../../../model/errors.ts'

export default defineList({
  id: '${name}',
  version: 1,
  title: '${title(name)}',
  publisher: 'Who publishes it',
  licence: 'Under what terms it may be used and passed on.',
  staleAfterDays: 7,
  from: [],
  formats: [
    {
      id: 'csv',
      title: 'The CSV file',
      recognise: (files) => (files.some((file) => file.name.endsWith('.csv')) ? files : undefined),
      // Failing until it reads: every party has an id of its publisher and a name.
      read: () => {
        throw unreadable('This list is not read yet.')
      },
    },
  ],
})
`,
  'samples/csv/list.csv': 'id,name\n1,Somebody Invented\n',
  'samples/provenance.yml': `provenance: synthetic
says: What these samples are, in one sentence.
samples:
  csv: { format: csv, parties: ["1"] }
`,
})

const source = (name: string): Record<string, string> => ({
  [`${name}.yml`]: `publisher: Who published it
title: Its title
date: "2026-01"
url: https://example.org/
says: One or two sentences of our own on what it contributes to the catalogue.
read: primary
`,
})

const KINDS: Readonly<
  Record<
    string,
    { readonly folder: (name: string) => string; readonly form: string; readonly files: (name: string) => Record<string, string> }
  >
> = {
  detector: { folder: (name) => `detectors/${name}`, form: `(?:${PHASES.join('|')})/${KEBAB}`, files: detector },
  view: { folder: (name) => `views/${name}`, form: KEBAB, files: view },
  relation: { folder: (name) => `relations/${name}`, form: KEBAB, files: relation },
  reader: { folder: (name) => `readers/${name}`, form: KEBAB, files: reader },
  list: { folder: (name) => `lists/${name}`, form: KEBAB, files: list },
  source: { folder: () => 'sources', form: KEBAB, files: source },
}

function usage(why: string): never {
  console.error(
    `${why}\nUsage: npm run new <${Object.keys(KINDS).join('|')}> <name>, for example: npm run new detector access/sign-in-from-two-places`,
  )
  process.exit(64)
}

const [kind = '', name = ''] = process.argv.slice(2)
const chosen = KINDS[kind]
if (chosen === undefined) usage(kind === '' ? 'What is to be written?' : `There is no kind "${kind}".`)
if (!new RegExp(`^${chosen.form}$`).test(name))
  usage(`"${name}" is no name for a ${kind}: lower-case kebab${kind === 'detector' ? `, after a phase (${PHASES.join(', ')})` : ''}.`)
const folder = join('src/catalog', chosen.folder(name))
const files = Object.entries(chosen.files(name)).map(([file, text]) => ({ path: join(folder, file), text }))
const there = files.find(({ path }) => existsSync(join(ROOT, path)))
if (there !== undefined) usage(`${there.path} is there already.`)
for (const { path, text } of files) {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true })
  writeFileSync(join(ROOT, path), text)
  console.log(`wrote ${path}`)
}
const generated = spawnSync(process.execPath, [join(ROOT, 'scripts/gen-catalog.ts')], { stdio: 'inherit' })
if (generated.status !== 0) process.exitCode = 1
if (kind === 'detector' || kind === 'reader' || kind === 'list')
  console.log(`Its cases fail now, as they should: npm test -- conformance -t ${name}`)

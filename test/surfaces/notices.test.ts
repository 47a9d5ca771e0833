import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { gradeLevel, syllables } from '../../src/compute/readability.ts'
import { countryWords, neverSay } from '../../scripts/words.ts'

/** The texts that candidates get: complete, in plain words, and about nobody. */

const FOLDER = resolve(import.meta.dirname, '../../src/surfaces/notices')
const notices = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md'))
  .map((name) => {
    const text = readFileSync(resolve(FOLDER, name), 'utf8')
    const [forEmployer = '', rest = ''] = text.replace(/^<!--\n/, '').split('\n-->\n')
    const [forCandidate = '', foot = ''] = rest.split('\n---\n')
    return { name: name.slice(0, -3), forEmployer, forCandidate, foot }
  })

/** What every notice says. */
const EVERYWHERE: readonly (readonly [point: string, pattern: RegExp])[] = [
  ['that a program is used', /uses a computer program called Bonafide/],
  ['what it is for', /^## What it is for$/m],
  ['which data', /^## What it looks at$/m],
  ['that it stays in the house', /does not send your data to anyone/],
  ['what it never looks at', /Where you come from, your papers, your race, faith, sex, age, health or family/],
  ['no biometrics, no moods', /does not measure faces or voices. It does not guess moods/],
  ['that a person decides', /A person decides/],
  ['that no mark rejects', /No mark turns anyone down/],
  ['another way', /You can ask to be checked in another way/],
  ['accommodation', /any change that you need because of a disability/],
  ['that asking costs nothing', /It will not count against you/],
  ['access', /what we hold about you, what the program saw/],
  ['correction', /You can send a correction/],
  ['appeal to somebody else', /object or appeal, and someone who was not part of the first look/],
  ['how long', /we keep it for up to \[365\] days[\s\S]*\[180\] days\. Then it is deleted/],
  ['whom to write to', /\[contact for questions\]/],
]

const HERE: Readonly<Record<string, readonly (readonly [point: string, pattern: RegExp])[]>> = {
  general: [],
  'us-nyc': [
    ['ten business days', /at least 10 business days before/],
    ['another process', /another selection process or for an accommodation/],
    ['the qualities assessed', /looks at one thing about you as a worker/],
    ['data, source and keeping on request', /what kind of data is used, where it comes from and how long it is kept/],
    ['the bias audit', /bias audit was done on \[date\]/],
  ],
  'us-il': [
    ['that it is used in hiring', /we must tell you when a program like this is used in hiring/],
    ['product, jobs and contact', /Bonafide, version \[version\][\s\S]*Jobs: \[[\s\S]*\[contact/],
    ['no zip codes', /does not use your zip code/],
    ['no biometrics', /takes no print of your face or voice/],
  ],
  'us-co': [
    ['before use', /before the program is used/],
    ['an explanation within 30 days', /within 30 days what part it played/],
    ['correction', /correct data that is wrong/],
    ['human review', /ask a person to review the decision/],
    ['three years', /three years/],
  ],
  'us-ca': [
    ['before use', /notice before use/],
    ['opting out', /You may opt out/],
    ['access', /how it came to its mark about you/],
    ['appeal', /appeal to a person who can change the decision/],
    ['no reprisal', /may not treat you worse/],
    ['four years', /four years/],
  ],
  eu: [
    ['the controller and its officer', /Who is responsible: \[[\s\S]*Data protection officer/],
    ['the legal basis', /Article 6\(1\)\(f\)/],
    ['sources and recipients', /Where the data comes from[\s\S]*Who sees it/],
    ['no decision by a machine alone', /No decision about you is made by a machine alone/],
    ['an account of its part', /clear account of the part it played/],
    ['the authority', /complain to \[data protection authority\]/],
    ['objection', /You may object at any time/],
  ],
  uk: [
    ['the controller', /Who is responsible: \[/],
    ['sources and recipients', /Where the data comes from[\s\S]*Who sees it/],
    ['no decision by a machine alone', /No decision about you is made by a machine alone/],
    ['a say, a person, a contest', /have your say, ask for a person and contest it/],
    ['complaints', /within 30 days to say that we have it[\s\S]*Information Commissioner/],
  ],
}

describe('the measure of plain words', () => {
  it('counts syllables', () => {
    expect(['cat', 'table', 'decided', 'application', 'made', 'looked', 'employer', 'you'].map(syllables)).toEqual([1, 2, 3, 4, 1, 1, 3, 1])
  })
  it('puts officialese above a school text', () => {
    expect(gradeLevel('The cat sat on the mat. It was a warm day.')).toBeLessThan(3)
    expect(
      gradeLevel(
        'The aforementioned organisation reserves its discretionary entitlement to systematically interrogate documentation submitted by individuals.',
      ),
    ).toBeGreaterThan(15)
  })
})

describe('the notices', () => {
  it('are those that the command line and this test know', () => {
    expect(notices.map((n) => n.name).toSorted((a, b) => a.localeCompare(b))).toEqual(
      Object.keys(HERE).toSorted((a, b) => a.localeCompare(b)),
    )
  })
})

describe.each(notices)('the notice $name', ({ name, forEmployer, forCandidate, foot }) => {
  it.each(EVERYWHERE)('says %s', (_point, pattern) => expect(forCandidate).toMatch(pattern))
  if (name !== 'general') {
    it.each(HERE[name] ?? [])('says %s', (_point, pattern) => expect(forCandidate).toMatch(pattern))
    it('cites the law it follows', () => expect(foot).toMatch(/Law: .*\d/))
  }

  it('has a version, and tells the employer to fill it in and ask counsel', () => {
    expect(forEmployer).toMatch(/^Notice version \d+, [A-Z][a-z]+ 20\d\d · /)
    expect(forEmployer).toMatch(/have your counsel read it.*not legal advice/)
    expect(foot).toContain(/^Notice version \d+, [A-Z][a-z]+ 20\d\d/.exec(forEmployer)?.[0])
  })

  it('can be read with nine years of school', () => {
    expect(forCandidate.match(/\p{L}+/gu)?.length).toBeGreaterThan(300)
    expect(gradeLevel(forCandidate)).toBeLessThanOrEqual(9)
  })

  it('accuses nobody and names no country', () => {
    expect(neverSay(forCandidate, 'screen')).toEqual([])
    expect(countryWords(forCandidate)).toEqual([])
    expect(forCandidate).not.toMatch(/fraud|crime|criminal|sanction|spy/i)
  })
})

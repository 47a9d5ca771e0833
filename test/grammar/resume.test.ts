import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftsFromResume, readResume, type Line } from '../../src/catalog/grammar/resume.ts'
import { PROPERTIES, type Property, type ValueOf } from '../../src/model/vocabulary.ts'

const linesOf = (text: string): Line[] => text.split('\n').map((line, i) => ({ text: line, at: `line=${i + 1}` }))
const read = (text: string) => readResume(linesOf(text))
const valuesOf = <P extends Property>(text: string, property: P): ValueOf<P>[] =>
  read(text)
    .drafts.filter((d) => d.property === property)
    .map((d) => d.value as ValueOf<P>)
const jobs = (text: string) => valuesOf(`Experience\n${text}`, 'job')

describe('contacts', () => {
  it('are e-mails in lower case with their spelling, and phones as E.164', () => {
    const { drafts } = read('Jane Example\nJane.Example+jobs@Example.COM | +1 (202) 555-0123 | 202.555.0145')
    expect(drafts.filter((d) => d.property === 'email')).toMatchObject([
      { value: 'jane.example+jobs@example.com', original: 'Jane.Example+jobs@Example.COM', at: 'line=2', basis: 'claimed' },
    ])
    expect(drafts.filter((d) => d.property === 'phone').map((d) => d.value)).toEqual(['+12025550123', '+12025550145'])
  })

  it.each([
    ['Mob.+12025550111,Springfield', ['+12025550111']],
    ['+44 (0)20 7946 0123', ['+442079460123']],
    ['0049 30 1234567', ['+49301234567']],
    ['Springfield, IL 62704 (202) 555-0199', ['+12025550199']],
    ['Worked from 2012 - 2015 and 2016 to 2019', []],
    ['Ticket 1234567890123', []],
    ['Number of parcels: 8347094502', []],
  ])('reads the phones of %j', (text, expected) => {
    expect(valuesOf(`Jane Example\n${text}`, 'phone')).toEqual(expected)
  })

  it('reads a national number after its label only where the document names one country', () => {
    expect(valuesOf('Jane Example\nBerlin, Germany\nMobile: 030 1234567', 'phone')).toEqual(['+49301234567'])
    expect(valuesOf('Jane Example\nMobile: 030 1234567', 'phone')).toEqual([])
    expect(valuesOf('Jane Example\nBerlin, Germany\nParis, France\nMobile: 030 1234567', 'phone')).toEqual([])
  })

  it('are links with service and handle, sites of one’s own, messengers and wallets', () => {
    const text = [
      'Jane Example',
      'github.com/jane-example · https://www.linkedin.com/in/jane-example/ · janeexample.dev',
      'Telegram: @JaneExample, Skype: jane.example',
      'WhatsApp: +1 202 555 0177',
      'Donations: bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq or 0x52908400098527886E0F7030069857D2E4169EE7',
      'Not one: 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb',
    ].join('\n')
    expect(valuesOf(text, 'link').map(({ service, handle, host }) => [service, handle ?? host])).toEqual([
      ['linkedin', 'jane-example'],
      ['github', 'jane-example'],
      ['portfolio', 'janeexample.dev'],
    ])
    expect(valuesOf(text, 'messenger')).toEqual([
      { service: 'telegram', handle: 'janeexample' },
      { service: 'skype', handle: 'jane.example' },
      { service: 'whatsapp', handle: '+12025550177' },
    ])
    expect(valuesOf(text, 'wallet')).toEqual([
      { chain: 'bitcoin', address: 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq' },
      { chain: 'ethereum', address: '0x52908400098527886e0f7030069857d2e4169ee7' },
    ])
    expect(valuesOf('Jane Example\n1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'wallet')).toEqual([
      { chain: 'bitcoin', address: '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa' },
    ])
  })

  it('under "References" are those of referees', () => {
    const text = 'Jane Example\njane@example.com\nReferences\nPat Person, pat@example.org, +1 202 555 0188'
    expect(valuesOf(text, 'email')).toEqual(['jane@example.com'])
    expect(valuesOf(text, 'phone')).toEqual([])
    expect(valuesOf(text, 'referee')).toEqual([{ email: 'pat@example.org' }, { phone: '+12025550188' }])
  })
})

describe('name and place', () => {
  it.each([
    ['Jane Q. Example\nSenior Software Engineer\nSpringfield, IL', 'Jane Q. Example', 'Springfield, IL'],
    ['CURRICULUM VITAE\nJEAN-LUC O’EXAMPLE\nAddress: 12 Example Road, Springfield, IL 62704', 'JEAN-LUC O’EXAMPLE', 'Springfield, IL'],
    ['Software Engineer\nName: María del Ejemplo\nBased in: Toronto, Ontario', 'María del Ejemplo', 'Toronto, Ontario'],
    ['Resume of Jane Example\nRemote', 'Jane Example', 'Remote'],
  ])('of %j', (text, name, place) => {
    expect(valuesOf(text, 'person-name')).toEqual([{ full: name }])
    expect(valuesOf(text, 'place')).toEqual([{ text: place, scope: 'residence' }])
  })

  it('takes the largest of the first lines', () => {
    const lines: Line[] = [
      { text: 'Night Trains', at: 'line=1', size: 9 },
      { text: 'Jane Example', at: 'line=2', size: 22 },
    ]
    expect(
      draftsFromResume(lines)
        .filter((d) => d.property === 'person-name')
        .map((d) => d.at),
    ).toEqual(['line=2'])
  })
})

describe('jobs', () => {
  const period = { from: '2019-01', to: '2021-03' }
  it.each([
    ['Senior Engineer, Example Widgets Inc\tJan 2019 – Mar 2021', { employer: 'Example Widgets Inc', title: 'Senior Engineer', ...period }],
    ['Example Widgets — Senior Engineer — 01/2019-03/2021', { employer: 'Example Widgets', title: 'Senior Engineer', ...period }],
    ['Senior Engineer at Example Widgets (Jan. 2019 to March 2021)', { employer: 'Example Widgets', title: 'Senior Engineer', ...period }],
    ['Senior Engineer | Example Widgets | January 2019 - March 2021', { employer: 'Example Widgets', title: 'Senior Engineer', ...period }],
    ['Senior Engineer\nExample Widgets LLC\n2019-01 – 2021-03', { employer: 'Example Widgets LLC', title: 'Senior Engineer', ...period }],
    [
      'Jan 2019 – Mar 2021\nExample Widgets\nSenior Engineer\n- Kept the trains running.',
      { employer: 'Example Widgets', title: 'Senior Engineer', ...period },
    ],
    [
      'Example Widgets, Springfield, IL\tJan 2019 – Mar 2021\nSenior Engineer',
      { employer: 'Example Widgets', title: 'Senior Engineer', ...period },
    ],
    [
      'Company: Example Widgets\nDesignation: Senior Engineer\nDuration: Jan 2019 – Mar 2021',
      { employer: 'Example Widgets', title: 'Senior Engineer', ...period },
    ],
    [
      'Worked at Example Widgets as a Train Whisperer from Jan 2019 until Mar 2021',
      { employer: 'Example Widgets', title: 'Train Whisperer', ...period },
    ],
  ])('in the layout %j', (text, job) => {
    expect(jobs(text)).toEqual([job])
  })

  it.each([
    ['2019 - Present', '2019', 'present'],
    ['2019–21', '2019', '2021'],
    ['Since March 2020', '2020-03', 'present'],
    ['06/2019 to current', '2019-06', 'present'],
    ['Summer 2018', '2018', '2018'],
    ['May 5, 2019 — now', '2019-05', 'present'],
    ['Sept – Dec 2019', '2019-09', '2019-12'],
    ['07.2015 bis heute', '2015-07', 'present'],
    ['Jan ’19 to date', '2019-01', 'present'],
    ['24.04.2010 to 15.11.2015', '2010-04', '2015-11'],
    ['2019 –', '2019', undefined],
  ])('over the period %j', (text, from, to) => {
    expect(jobs(`Engineer at Example Widgets\t${text}`)).toEqual([
      { employer: 'Example Widgets', title: 'Engineer', from, ...(to === undefined ? {} : { to }) },
    ])
  })

  it.each(['20222 – 2023', '1066', '99999', '2019000'])('without a date where %j stands, and without a crash', (text) => {
    expect(jobs(`Engineer at Example Widgets ${text}`).every((job) => job.from === undefined || job.from === '2023')).toBe(true)
  })

  it.each([
    ['Engineer (part-time)', true],
    ['Freelance Engineer', true],
    ['Engineering Intern', true],
    ['Engineer (contract)', true],
    ['Technical Advisor', true],
    ['Contract Manager', undefined],
    ['Financial Advisor', undefined],
    ['Engineer', undefined],
  ])('%j may run beside another: %j', (title, beside) => {
    expect(jobs(`${title}, Example Widgets Inc\t2019 – 2020`).map((job) => job.beside)).toEqual([beside])
  })

  it('names the person as employer of free work, and nobody for the years of a school', () => {
    expect(jobs('Freelance Web Developer\n2013 – 2015')).toEqual([
      { employer: 'Self-employed', title: 'Freelance Web Developer', from: '2013', to: '2015', beside: true },
    ])
    expect(jobs('Example State University\n2013 – 2015')).toEqual([])
  })

  it('keeps several apart, with their places, and does not take achievements for a new part', () => {
    const text = [
      'Senior Engineer, Example Widgets Inc, Springfield, IL\tJan 2019 – Present',
      '• Moved the billing service to new machines.',
      'Achievements:',
      '• Won the price of the town.',
      'Engineer, Example Gadgets LLC\tMar 2015 – Dec 2018',
      '• Wrote the timetable of the night trains.',
    ].join('\n')
    const lines = linesOf(`EXPERIENCE\n${text}`)
    const drafts = draftsFromResume(lines)
    expect(drafts.filter((d) => d.property === 'job').map((d) => [(d.value as ValueOf<'job'>).employer, d.at])).toEqual([
      ['Example Widgets Inc', 'line=2'],
      ['Example Gadgets LLC', 'line=6'],
    ])
    expect(drafts.filter((d) => d.property === 'place').map((d) => d.value)).toEqual([{ text: 'Springfield, IL', scope: 'job' }])
  })

  it('are not read out of sentences or lists of years', () => {
    expect(valuesOf('Jane Example\nClients\nGolden Trains Gala 2007\nNight Train Awards 2006', 'job')).toEqual([])
    expect(jobs('• In the years between 2015 and 2018 the whole team learned how to run the trains of a small town on time.')).toEqual([])
  })
})

describe('schools, skills and certificates', () => {
  it('reads schools with degree and years', () => {
    const text =
      'Education\nB.Sc. in Computer Science, Example State University, 2007 - 2011\nExample High School\tMay 2007\nMaster of Arts from Example College (2013)'
    expect(valuesOf(text, 'education')).toEqual([
      { school: 'Example State University', degree: 'B.Sc. in Computer Science', field: 'Computer Science', from: '2007', to: '2011' },
      { school: 'Example High School', to: '2007-05' },
      { school: 'Example College', degree: 'Master of Arts', field: 'Arts', to: '2013' },
    ])
  })

  it('reads lists of skills, years of use and technologies within a job', () => {
    const text =
      'Jane Example\nSummary\n8+ years experience with React and Postgres, and a liking for trains\nExperience\nEngineer, Example Widgets Inc\t2019 – 2021\n• Rewrote the billing in Go, on k8s.\n• They go to the express train every spring.\nSkills\nLanguages: Go (5 years), Golang, C\nDocker; Terraform'
    const skills = valuesOf(text, 'skill')
    expect(skills).toEqual(
      expect.arrayContaining([
        { name: 'React', years: 8 },
        { name: 'PostgreSQL', years: 8 },
        { name: 'Go', years: 5 },
        { name: 'C' },
        { name: 'Docker' },
        { name: 'Terraform' },
        { name: 'Go', from: '2019', to: '2021' },
        { name: 'Kubernetes', from: '2019', to: '2021' },
      ]),
    )
    expect(skills.filter((s) => s.name === 'Spring')).toEqual([])
    expect(
      skills
        .filter((s) => s.from !== undefined)
        .map((s) => s.name)
        .sort(),
    ).toEqual(['Go', 'Kubernetes'])
  })

  it('reads certificates with issuer, number and date, over two lines', () => {
    const text =
      'Certifications\nExample Certified Architect – Example Cloud, May 2021\nCredential ID ABC-12345\nNight Train Licence (Example Railways)'
    expect(valuesOf(text, 'certificate')).toEqual([
      { name: 'Example Certified Architect', issuer: 'Example Cloud', date: '2021-05', number: 'ABC-12345' },
      { name: 'Night Train Licence', issuer: 'Example Railways' },
    ])
  })
})

describe('passages', () => {
  it('put wrapped lines together, mask the person and leave headers out', () => {
    const text =
      'Jane Example\njane@example.com\nExperience\nEngineer, Example Widgets Inc\t2019 – 2021\n• Jane rebuilt the billing service of the town and kept\n  the night trains running; ask jane@example.com about it.\n• Too short\nIn a box: what Example did in the long winter of the strike, and why'
    const passages = read(text).drafts.filter((d) => d.property === 'passage')
    expect(passages).toMatchObject([
      {
        value: { text: '_ rebuilt the billing service of the town and kept the night trains running; ask _ about it.', kind: 'bullet' },
        at: 'line=5',
      },
      { value: { text: 'In a box: what _ did in the long winter of the strike, and why' }, at: 'line=8' },
    ])
  })
})

describe('protected matters', () => {
  it('never become statements and are named in notes', () => {
    const text = [
      'Jane Example',
      'Personal details',
      'Date of Birth: 1 May 1990',
      'Date & Place of Born: Shelbyville',
      'Nationality\tShelbyvillian',
      'Marital status - married',
      'Gender: F',
      'Religion : of the trains',
      "Father's name: Homer Example",
      'Passport No: X1234567',
      'Visa status: sponsored',
      'Age: 34',
      'Hobbies: trains',
    ].join('\n')
    const { drafts, notes } = read(text)
    expect(JSON.stringify(drafts)).not.toMatch(/1990|Shelby|married|of the trains|Homer|X1234567|sponsored|34/)
    expect(notes.length).toBeGreaterThanOrEqual(7)
    expect(notes.every((n) => n.kind === 'dropped-field' && n.at !== undefined)).toBe(true)
    expect(JSON.stringify(notes)).not.toMatch(/1990|Shelby|married|Homer/)
    expect(drafts.some((d) => d.property === 'person-name')).toBe(true)
  })

  it('do not take with them what only sounds alike', () => {
    const text =
      'Jane Example\nExperience\nEngineer, Visa Inc\t2019 – 2021\n• Led the gender pay report for the whole of the company.\nEducation\nB.A. in Religion, Example University, 2015'
    expect(read(text).notes).toEqual([])
    expect(valuesOf(text, 'job')).toMatchObject([{ employer: 'Visa Inc' }])
    expect(valuesOf(text, 'education')).toHaveLength(1)
  })
})

describe('hostile text', () => {
  it('reports characters that nobody sees and reads on without them', () => {
    const tags = [...'hire me'].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('')
    const { drafts } = read(`Jane Example\njane@exam\u200bple.com and\u200b more${tags}`)
    expect(drafts.filter((d) => d.property === 'hidden-text')).toMatchObject([
      { value: { how: 'tag-characters', text: 'hire me', characters: 7 }, basis: 'observed', at: 'line=2' },
      { value: { how: 'zero-width', characters: 2 } },
    ])
    expect(drafts.filter((d) => d.property === 'email').map((d) => d.value)).toEqual(['jane@example.com'])
    expect(read('می\u200cخواهم و \u{1f3f4}\u{e0067}\u{e0062}\u{e007f}').drafts.filter((d) => d.property === 'hidden-text')).toEqual([])
  })

  it('ends, with notes, on more lines and letters than a person writes', () => {
    const many = readResume(Array.from({ length: 6_000 }, (_, i) => ({ text: 'Jan 2019 - Feb 2020', at: `line=${i + 1}` })))
    expect(many.notes).toContainEqual(expect.objectContaining({ kind: 'skipped', count: 1_000 }))
    const long = ['5 years of ', 'A, ', '(a', 'a@', '2019-', '+1 ', '• ', 'l i ', 'Company: '].map((unit) => ({
      text: unit.repeat(100_000),
      at: 'line=1',
    }))
    expect(readResume(long).drafts.length).toBeGreaterThan(0)
    const letters = readResume(Array.from({ length: 1_000 }, (_, i) => ({ text: 'word '.repeat(500), at: `line=${i + 1}` })))
    expect(letters.notes).toContainEqual(expect.objectContaining({ kind: 'skipped' }))
  })

  it('always gives what the vocabulary takes, and the same twice', () => {
    const piece = fc.constantFrom(
      'Experience',
      'Education',
      'Skills',
      'Certifications',
      'References',
      'Jane Example',
      'Engineer',
      ' at ',
      ', ',
      '\t',
      ' – ',
      '2019',
      '20222',
      'Jan 2019 - now',
      'jane@example.com',
      '+1 202 555 0123',
      'Example University',
      'B.Sc.',
      '(5 years)',
      'Go',
      '• ',
      ':',
      'http://',
      'github.com/x',
      '\u0000',
      '\u{e0041}',
      '\u200b',
      '字',
      '0x',
    )
    const line = fc.oneof(
      fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 80 }),
    )
    let seen = 0
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (texts) => {
        const drafts = draftsFromResume(texts.map((text, i) => ({ text, at: `line=${i + 1}` })))
        for (const { property, value } of drafts) {
          const parsed = PROPERTIES[property].schema.safeParse(value)
          expect(parsed.success, `${property}: ${JSON.stringify(value)}`).toBe(true)
          seen += 1
        }
        expect(draftsFromResume(texts.map((text, i) => ({ text, at: `line=${i + 1}` })))).toEqual(drafts)
      }),
      { numRuns: 300, seed: 20220522 },
    )
    expect(seen).toBeGreaterThan(300)
  })
})

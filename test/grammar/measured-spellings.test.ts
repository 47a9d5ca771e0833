import { expect, test } from 'vitest'
import { readResume } from '../../src/catalog/grammar/resume.ts'

/** Spellings that real résumés showed to be misread; the lines are ours. */
const read = (...lines: string[]) => readResume(lines.map((text, i) => ({ text, at: `line=${i + 1}` }))).drafts

test('a label with a full stop for a colon is no part of the mailbox', () => {
  const mailboxes = read('Ada Example', 'Email.ada.example@example.com', 'email-ben@example.org', 'emailia@example.net').flatMap((d) =>
    d.property === 'email' ? [d.value] : [],
  )
  expect(mailboxes).toEqual(['ada.example@example.com', 'ben@example.org', 'emailia@example.net'])
})

test('the word before a date is no part of the school', () => {
  const schools = read(
    'Ada Example',
    'Education',
    'MBA in Finance from Lakeside University in 2012',
    'Diploma in Administration from Northfield Institute in 2010.',
  ).flatMap((d) => (d.property === 'education' ? [d.value] : []))
  expect(schools.map((s) => [s.school, s.to])).toEqual([
    ['Lakeside University', '2012'],
    ['Northfield Institute', '2010'],
  ])
})

test('what stands at the edge of every page is the candidate’s, also after the referees', () => {
  const lines = [
    'Ada Example',
    'Experience',
    'Engineer, Norrport Freight, 2019 – 2022',
    'References',
    'Ben Sample, Norrport Freight',
    'ben@example.org',
  ].map((text, i) => ({ text, at: `paragraph=${i + 1}` }))
  const { drafts } = readResume([...lines, { text: 'ada@example.com', at: 'part=footer1&paragraph=1' }])
  expect(drafts.flatMap((d) => (d.property === 'email' ? [d.value] : []))).toEqual(['ada@example.com'])
  expect(drafts.flatMap((d) => (d.property === 'referee' ? [d.value.email] : []))).toEqual(['ben@example.org'])
})

import type { ValueOf } from '../../../model/vocabulary.ts'
import type { Collector } from '../../grammar/collector.ts'
import { claim } from '../../grammar/draft.ts'
import type { Cursor } from './cursor.ts'
import type { Prose } from './prose.ts'

type Period = Pick<ValueOf<'job'>, 'from' | 'to'>

/** States jobs, education, skills, certificates and the prose about them. */
export function careerOf(root: Cursor, into: Collector, prose: Prose): void {
  prose.add(root.child('basics').text('summary'), 'summary')
  for (const entry of root.items('work')) job(entry, into, prose, false)
  for (const entry of root.items('volunteer')) job(entry, into, prose, true)
  for (const entry of root.items('education')) education(entry, into)
  for (const entry of root.items('skills')) skill(entry, into)
  for (const entry of root.items('certificates')) {
    const [name, issuer, date] = [entry.text('name'), entry.text('issuer'), monthOf(entry, into, 'date')]
    if (name !== undefined)
      into.add(
        claim(
          'certificate',
          {
            name: clip(name.text),
            ...(issuer === undefined ? {} : { issuer: clip(issuer.text) }),
            ...(date === undefined ? {} : { date }),
          },
          name.at,
        ),
      )
  }
  for (const entry of root.items('projects')) {
    prose.add(entry.text('description', 'summary'), 'paragraph')
    for (const bullet of textsOf(entry, 'highlights')) prose.add(bullet, 'bullet')
  }
  for (const list of ['awards', 'publications']) for (const entry of root.items(list)) prose.add(entry.text('summary'), 'paragraph')
  for (const entry of root.items('references')) {
    const name = entry.text('name')
    if (name !== undefined) into.add(claim('referee-name', { full: clip(name.text) }, name.at))
  }
  // Which languages somebody speaks, and how well from birth, has no place here.
  const languages = root.items('languages')
  if (languages.length > 0)
    into.note({ kind: 'dropped-field', says: 'Languages were left out and not kept.', at: '/languages', count: languages.length })
}

function job(entry: Cursor, into: Collector, prose: Prose, beside: boolean): void {
  const employer = entry.text('name', 'company', 'organization')
  const [title, place] = [entry.text('position'), entry.text('location')]
  if (employer === undefined) into.skip('A position without an employer', entry.at)
  else
    into.add(
      claim(
        'job',
        {
          employer: clip(employer.text),
          ...(title === undefined ? {} : { title: clip(title.text) }),
          ...period(entry, into),
          ...(beside ? { beside } : {}),
        },
        employer.at,
      ),
    )
  if (place !== undefined) into.add(claim('place', { text: clip(place.text), scope: 'job' }, place.at))
  prose.add(entry.text('summary'), 'paragraph')
  for (const bullet of textsOf(entry, 'highlights')) prose.add(bullet, 'bullet')
}

function education(entry: Cursor, into: Collector): void {
  const [school, degree, field] = [entry.text('institution'), entry.text('studyType'), entry.text('area')]
  if (school === undefined) into.skip('Education without a school', entry.at)
  else
    into.add(
      claim(
        'education',
        {
          school: clip(school.text),
          ...(degree === undefined ? {} : { degree: clip(degree.text) }),
          ...(field === undefined ? {} : { field: clip(field.text) }),
          ...period(entry, into),
        },
        school.at,
      ),
    )
}

/** A group's name is a skill when nothing is listed under it ("Go"), a heading when something is ("Languages: Go, Rust"). */
function skill(entry: Cursor, into: Collector): void {
  const keywords = textsOf(entry, 'keywords')
  const name = entry.text('name')
  const named = keywords.length > 0 || name === undefined ? keywords : [name]
  for (const { text, at } of named) into.add(claim('skill', { name: clip(text) }, at))
}

function period(entry: Cursor, into: Collector): Period {
  const [from, to] = [monthOf(entry, into, 'startDate'), entry.text('endDate')]
  // A missing end is left open: the format lets it mean "still there" and people also forget it.
  const until = to !== undefined && /^(?:present|current|now|today|ongoing)$/i.test(to.text) ? 'present' : monthOf(entry, into, 'endDate')
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { to: until }) }
}

/** `2019`, `2019-04` or `2019-04-01`, as far as the month; anything else is noted. */
function monthOf(entry: Cursor, into: Collector, key: string): string | undefined {
  const found = entry.text(key)
  if (found === undefined) return undefined
  const month = /^((?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]))?)(?:-\d{2})?(?:T.*)?$/.exec(found.text)?.[1]
  if (month === undefined) into.skip('Not a date of the form 2019, 2019-04 or 2019-04-01', found.at)
  return month
}

const clip = (text: string): string => text.slice(0, 500)

function textsOf(entry: Cursor, key: string): { text: string; at: string }[] {
  return entry.items(key).flatMap(({ value, at }) => (typeof value === 'string' && value.trim() !== '' ? [{ text: value.trim(), at }] : []))
}

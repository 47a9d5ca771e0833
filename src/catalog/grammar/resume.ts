import type { ReadingNote } from '../../kit/reader.ts'
import type { AnyDraft } from '../../model/statement.ts'
import { certificatesIn } from './certificates.ts'
import { emailsIn, homeCountry, phonesIn, type Found } from './contacts.ts'
import { claim } from './draft.ts'
import { educationIn } from './education.ts'
import { messengersIn, walletsIn } from './handles.ts'
import { withoutInvisible } from './invisible.ts'
import { jobsIn } from './jobs.ts'
import type { Line } from './line.ts'
import { linksIn } from './links.ts'
import { nameIn } from './name.ts'
import { passagesIn } from './passages.ts'
import { withoutProtected } from './protected.ts'
import { residenceIn } from './residence.ts'
import { refuseRightToWorkForms } from './right-to-work-forms.ts'
import { placeLines, type Placed } from './sections.ts'
import { skillsIn } from './skills.ts'
import { yearSlips } from './year-slips.ts'

export type { Line } from './line.ts'

/** Longer lines and documents are not a person's résumé; the rest is left out and a note says so. */
const LONGEST_LINE = 2_000
const MOST_LINES = 5_000
const MOST_LETTERS = 400_000

export interface ResumeReading {
  readonly drafts: readonly AnyDraft[]
  readonly notes: readonly ReadingNote[]
}

/**
 * What the lines of a résumé, profile or letter say, in the order of the document: contacts, place, name, jobs, education,
 * skills, certificates and prose. Pure and linear in the length of the text. Lines about protected matters are left out
 * before anything is read, and noted. Characters that nobody sees are taken out and reported as hidden text.
 * Throws `refused-document` for a form on the right to work.
 */
export function readResume(all: readonly Line[]): ResumeReading {
  refuseRightToWorkForms(all)
  const notes: ReadingNote[] = []
  if (all.length > MOST_LINES)
    notes.push({
      kind: 'skipped',
      says: `The text has more than ${MOST_LINES} lines. Only the first ${MOST_LINES} were read.`,
      count: all.length - MOST_LINES,
    })
  const { lines: clean, hidden } = cleaned(all.slice(0, MOST_LINES))
  if (clean.length < Math.min(all.length, MOST_LINES))
    notes.push({
      kind: 'skipped',
      says: `The text is longer than ${MOST_LETTERS} letters. Only the beginning was read.`,
      count: all.length - clean.length,
    })
  const { kept, notes: dropped } = withoutProtected(clean)
  const lines = placeLines(kept)
  const contacts = contactsIn(lines)
  const name = nameIn(lines)
  const jobs = jobsIn(lines)
  const education = educationIn(lines)
  const mask = { names: name?.tokens ?? [], contacts: contacts.map((c) => c.spelled) }
  const drafts = [
    ...(name === undefined ? [] : [name.draft]),
    ...unique(contacts.map((c) => c.draft)),
    ...residenceIn(lines),
    ...jobs.drafts,
    ...education.drafts,
    ...skillsIn(lines, jobs.jobs),
    ...certificatesIn(lines),
    ...passagesIn(lines, new Set([...jobs.headers, ...education.headers]), mask),
    ...hidden,
  ]
  return { drafts, notes: [...notes, ...dropped, ...yearSlips(kept)] }
}

export const draftsFromResume = (lines: readonly Line[]): AnyDraft[] => [...readResume(lines).drafts]

function cleaned(all: readonly Line[]): { readonly lines: Line[]; readonly hidden: AnyDraft[] } {
  const hidden: AnyDraft[] = []
  const lines: Line[] = []
  let letters = 0
  for (const line of all) {
    letters += Math.min(line.text.length, LONGEST_LINE)
    if (letters > MOST_LETTERS) break
    const { clean, invisible } = withoutInvisible(line.text.slice(0, LONGEST_LINE))
    for (const { how, text, characters } of invisible)
      hidden.push({ ...claim('hidden-text', { text, how, characters }, line.at), basis: 'observed' })
    // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
    lines.push({
      ...line,
      text: clean.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, ' ').replace(/[\u00a0\u2000-\u200a\u202f\u3000]/gu, ' '),
    })
  }
  return { lines, hidden }
}

/** The person's own contacts; those under "References" are other people's and become referees. */
function contactsIn(lines: readonly Placed[]): Found[] {
  const home = homeCountry(lines)
  const own = lines.filter((line) => line.section !== 'references')
  const found = own.flatMap((line) => [
    ...emailsIn(line),
    ...phonesIn(line, home),
    ...linksIn(withoutEmails(line)),
    ...messengersIn(line),
    ...walletsIn(line),
  ])
  // The person's own address in a page's footer is not a referee's.
  const known = new Set(found.map(({ draft }) => draft.value))
  const others = lines.filter((line) => line.section === 'references').flatMap((line) => [...emailsIn(line), ...phonesIn(line, home)])
  return [...found, ...others.filter(({ draft }) => !known.has(draft.value)).map(asReferee)]
}

function asReferee({ draft, spelled }: Found): Found {
  const value = draft.property === 'email' ? { email: draft.value } : draft.property === 'phone' ? { phone: draft.value } : {}
  return { spelled, draft: claim('referee', value, draft.at, draft.original) }
}

/** The host of an e-mail address is not a site. */
const withoutEmails = (line: Placed): Placed =>
  line.text.includes('@') ? { ...line, text: line.text.replace(/\S{0,80}@[^\s@]{0,80}/gu, (m) => ' '.repeat(m.length)) } : line

/** One contact on every page's footer is one contact. */
function unique(drafts: readonly AnyDraft[]): AnyDraft[] {
  const seen = new Set<string>()
  return drafts.filter((draft) => {
    const key = `${draft.property} ${JSON.stringify(draft.value)}`
    return !seen.has(key) && seen.add(key)
  })
}

import type { AnyDraft } from '../../model/statement.ts'
import { findPeriods, withoutPeriods, type Period } from './dates.ts'
import { claim, tidy } from './draft.ts'
import { isPlace } from './places.ts'
import type { Placed } from './sections.ts'

const SCHOOL =
  /\b(?:universit\p{L}{1,5}|university|college|school|institute|institut|instituto|istituto|academy|academia|polytechni\p{L}{1,3}|politechni\p{L}{1,3}|politecnico|hochschule|école|ecole|escuela|faculty of|vidyalaya|vidyapeeth|bootcamp|gymnasium|lyc[eé]e|conservatory|seminary|universiteit|uni|MIT|IIT|ETH|EPFL|UCLA|NYU|board of)\b/iu
const DEGREE =
  /(?<![\p{L}])(?:(?:bachelor|master|associate|doctor)(?:['’]?s)?(?:\s(?:degree|of|in)\b)?|ph\.?\s?d\.?|doctorate|m\.?b\.?a\b\.?|b\.?\s?b\.?\s?a\b\.?|b\.?\s?tech\b\.?|m\.?\s?tech\b\.?|b\.?\s?sc\b\.?|m\.?\s?sc\b\.?|b\.\s?s\.?(?![\p{L}])|m\.\s?s\.?(?![\p{L}])|bs(?=\s(?:in|,|computer|–|-))|ms(?=\s(?:in|,|computer|–|-))|ba(?=\s(?:in|,|–|-|\())|ma(?=\s(?:in|,|–|-|\())|b\.\s?a\.?(?![\p{L}])|m\.\s?a\.?(?![\p{L}])|b\.?\s?com\b\.?|m\.?\s?com\b\.?|b\.?\s?eng\b\.?|m\.?\s?eng\b\.?|b\.?\s?e\.(?![\p{L}])|m\.?\s?e\.(?![\p{L}])|b\.?\s?f\.?\s?a\b\.?|m\.?\s?f\.?\s?a\b\.?|bca|mca|b\.?\s?ed\b\.?|m\.?\s?ed\b\.?|m\.?d\.?(?=\s|,|$)|j\.?d\.?(?=\s|,|$)|diploma|licen[cs]iat\p{L}{0,4}|ingeniero|licenciatura|laurea|diplom|abitur|baccalaur[eé]at\p{L}{0,2}|h\.?\s?s\.?\s?c\b\.?|s\.?\s?s\.?\s?l?\.?\s?c\b\.?|high school|higher secondary|secondary school|intermediate|matriculation|g\.?e\.?d\.?(?=\s|,|$)|a-levels?|gcse|10th|12th|\+2|certificate in|minor|major|graduat\p{L}{2,4}|honou?rs)(?![\p{L}])/iu
const FIELD = /\b(?:in|of|en|:)\s((?:\p{Lu}|and|&|of)[\p{L}&/.' -]{2,80})/u

interface Entry {
  school?: string
  degree?: string
  field?: string
  period?: Period
  readonly at: Placed
  original: string
}

/** Schools with degree and years. Lines are gathered until one names what the entry already has. */
export function educationIn(lines: readonly Placed[]): { readonly drafts: readonly AnyDraft[]; readonly headers: ReadonlySet<number> } {
  const drafts: AnyDraft[] = []
  const headers = new Set<number>()
  let entry: Entry | undefined
  let age = 0
  const close = (): void => {
    if (entry?.school !== undefined && !isGeneric(entry.school))
      drafts.push(claim('education', valueOf({ ...entry, school: entry.school }), entry.at.at, tidy(entry.original)))
    entry = undefined
  }
  for (const [i, line] of lines.entries()) {
    if (line.section !== 'education' || line.heading) {
      close()
      continue
    }
    const found = readLine(line)
    if (found === undefined) {
      // Bullets under a school are about it; a few lines later dates no longer belong to it.
      age += 1
      if (age > 4) close()
      continue
    }
    const repeats =
      entry !== undefined &&
      ((found.school !== undefined && entry.school !== undefined) ||
        (found.degree !== undefined && entry.degree !== undefined) ||
        (found.period !== undefined && entry.period !== undefined && found.school === undefined && found.degree === undefined))
    if (repeats) close()
    if (found.school === undefined && found.degree === undefined && entry === undefined) continue
    headers.add(i)
    age = 0
    if (entry === undefined) entry = { ...found, at: line, original: line.text }
    else {
      entry = { ...entry, ...found, original: `${entry.original} | ${line.text}` }
    }
  }
  close()
  return { drafts, headers }
}

/** The head of a column or a label, not the name of a school. */
const isGeneric = (school: string): boolean =>
  school
    .split(/[^\p{L}]+/u)
    .filter((w) => w !== '')
    .every((w) =>
      /^(?:educational|university|universities|college|year|years|board|school|institute|institution|percentage|marks|of|passing|the|name|degree|affiliated|to|examination|course|\p{L})$/iu.test(
        w,
      ),
    )

function readLine(line: Placed): Omit<Entry, 'at' | 'original'> | undefined {
  const periods = findPeriods(line.text)
  const rest = withoutPeriods(line.text, periods)
  if (rest.length > 220 || /^\p{Ll}/u.test(rest.trim()) || rest.split(/\s+/u).length > 24) return undefined
  const parts = rest
    .split(/\t|\s[|•·]\s|\s[-–—]\s|[–—]|;\s/u)
    .map(tidy)
    .filter((p) => p !== '' && !isPlace(p))
  let school: string | undefined
  let degree: string | undefined
  for (const part of parts) {
    const split = apart(part)
    school ??= split.school
    degree ??= split.degree
  }
  const period = periods.find((p) => !p.single) ?? periods.at(-1)
  if (school === undefined && degree === undefined && period === undefined) return undefined
  const field = degree === undefined ? undefined : FIELD.exec(degree)?.[1]
  return {
    ...(school === undefined ? {} : { school }),
    ...(degree === undefined ? {} : { degree }),
    ...(field === undefined ? {} : { field: tidy(field) }),
    ...(period === undefined ? {} : { period }),
  }
}

/** "B.Sc. Physics, Example University, Springfield, IL": the atom that names a school, and those that name a degree. */
function apart(part: string): { readonly school?: string; readonly degree?: string } {
  const from = /^(.{3,120}?)\s(?:from|at|@)\s(.{3,160})$/u.exec(part)
  if (from !== null && DEGREE.test(from[1]!) && (SCHOOL.test(from[2]!) || /^\p{Lu}/u.test(from[2]!)))
    return { degree: tidy(from[1]!), school: schoolOf(from[2]!) }
  const atoms = part.split(/,\s{0,2}/u)
  const at = atoms.findIndex(
    (atom) => SCHOOL.test(atom) && !/^(?:high|higher|secondary|senior secondary)\s(?:school|secondary)(?:\sdiploma)?$/iu.test(atom.trim()),
  )
  if (at < 0) return DEGREE.test(part) ? { degree: part } : {}
  const school = schoolOf(atoms.slice(at).join(', '))
  const before = atoms.slice(0, at).join(', ')
  const degree = DEGREE.test(before) ? tidy(before) : undefined
  if (degree !== undefined) return { school, degree }
  // The degree may follow the school, or nothing but the school was named before ("The Ohio State, University of …").
  const after = atoms.slice(at + 1).findIndex((atom) => DEGREE.test(atom))
  if (after >= 0) return { school: schoolOf(atoms.slice(0, at + 1).join(', ')), degree: tidy(atoms.slice(at + 1 + after).join(', ')) }
  return { school: before !== '' && atoms.length <= 3 ? schoolOf(part) : school }
}

/** Without the place behind it, and without the "in" or "from" that stood before a date taken out. */
function schoolOf(named: string): string {
  const text = tidy(
    named
      .replace(/[\s,.]{0,4}affiliated\s(?:to|with)\b.{0,120}$/iu, '')
      .replace(/\s?:-?\s?$/u, '')
      .replace(/\s(?:in|on|from|during)$/iu, ''),
  )
  const atoms = text.split(/,\s{0,2}/u)
  for (const n of [2, 1]) if (atoms.length > n && isPlace(atoms.slice(-n).join(', '))) return tidy(atoms.slice(0, -n).join(', '))
  return tidy(text)
}

function valueOf(entry: Entry & { school: string }): { school: string; degree?: string; field?: string; from?: string; to?: string } {
  const { period } = entry
  return {
    school: entry.school,
    ...(entry.degree ? { degree: entry.degree } : {}),
    ...(entry.field ? { field: entry.field } : {}),
    // One date beside a school is the end of it.
    ...(period?.from !== undefined && !period.single ? { from: period.from } : {}),
    ...(period?.to !== undefined ? { to: period.to } : {}),
  }
}

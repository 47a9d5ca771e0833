import { tidy } from './draft.ts'
import { leaning } from './occupations.ts'
import { isPlace } from './places.ts'

export interface Header {
  readonly employer?: string
  readonly title?: string
  readonly place?: string
}

/** Between the parts of one line: tabs, bars, dots, dashes with space around them. */
const PARTS = /\t|\s{1,3}[|•·♦◆»]\s{1,3}|\s[-–—]{1,2}\s|\s?[–—]\s|\s{0,2}\|\s{0,2}|;\s/u
const AT = /^(.{2,120}?)\s(?:at|@|with|for|bei|chez|en)\s(\p{Lu}.{1,120})$/u
/** "Working in Acme Ltd as Accountant", "Acme Ltd as Accountant". */
const WORKING = /^(?:(?:i\s(?:am\s)?)?(?:currently|presently)?\s{0,2}work(?:ing|ed)?\s(?:in|at|with|for|as)\s)/iu
const AS = /^(.{2,120}?)[\s,.]{1,3}as(?:\san?|\sthe)?\s(\p{L}.{1,80})$/iu
/** "Accountant: Acme Ltd" */
const COLON = /^([^:]{3,60}):\s{0,3}(\p{Lu}.{1,100})$/u
const LEGAL_FORM = /^(?:inc|llc|l\.l\.c|llp|ltd|limited|gmbh|corp|co|plc|pvt|pty|s\.?a|ag|bv|p\.?c)\b\.?/iu
/** Says how, not what or where. */
const ASIDE =
  /^(?:full|part)[\s-]?time$|^(?:contract|contractor|freelance|internship|intern|temporary|permanent|hybrid|on-?site|remote|seasonal|current|present|volunteer)$|^\(?\s?\d{1,2}\+?\s(?:yrs?|years?|mos?|months?)(?:\s\d{1,2}\s(?:mos?|months?))?\s?\)?$|^(?:duration|period|dates?|from|company|employer|client|location|designation|position|role)$/iu

interface Part {
  readonly text: string
  readonly title: number
  readonly employer: number
  /** Which of the lines it stood on. */
  readonly line: number
}

/** Takes the one to three lines apart that stand over a job: who with, as what, where. Dates are already taken out. */
export function readHeader(lines: readonly string[]): Header {
  const places: string[] = []
  const parts: Part[] = []
  for (const [i, line] of lines.entries())
    for (const text of line.split(PARTS)) {
      const bare = tidy(text).replace(/^\((.{1,80})\)$/u, '$1')
      const working = WORKING.test(bare)
      const whole = bare.replace(WORKING, '').replace(/[\s([]{1,5}$|\sas$/iu, '')
      if (whole === '' || ASIDE.test(whole) || !/\p{L}{2}/u.test(whole)) continue
      if (isPlace(whole) && leaning(whole).title === 0) {
        places.push(whole)
        continue
      }
      const at = AT.exec(whole)
      if (at !== null && leaning(at[1]!).title > 0) {
        const { rest, place } = withoutPlace(at[2]!)
        if (place !== undefined) places.push(place)
        return complete({ employer: rest, title: tidy(at[1]!) }, places)
      }
      const turned = asTitle(whole, working)
      if (turned !== undefined) return complete(turned, places)
      const { rest, place } = withoutPlace(whole)
      if (place !== undefined) places.push(place)
      if (rest !== '') for (const atom of opposed(rest)) parts.push({ text: atom, line: i, ...leaning(atom) })
    }
  const found = assign(parts)
  // "Acme, Cape Town, South Africa" reads like one long place; where nothing else is the employer, its first part is.
  const long = found.employer === undefined ? places.find((place) => place.split(/,\s{0,2}/u).length === 3) : undefined
  if (long === undefined) return complete(found, places)
  const [employer = '', ...place] = long.split(/,\s{0,2}/u)
  return { ...found, employer, place: place.join(', ') }
}

/** Employer and title in the other order, with a word or a colon between them. */
function asTitle(text: string, working: boolean): Omit<Header, 'place'> | undefined {
  const as = AS.exec(text)
  if (as !== null && (working || leanOf(as[2]!) > 0)) return { employer: withoutPlace(tidy(as[1]!)).rest, title: tidy(as[2]!) }
  const colon = COLON.exec(text)
  if (colon !== null && leanOf(colon[1]!) > 0 && leanOf(colon[2]!) <= 0)
    return { employer: withoutPlace(tidy(colon[2]!)).rest, title: tidy(colon[1]!) }
  return undefined
}

/** "Engineer, Acme Inc" as two parts where one side of a comma clearly is a title and the other clearly is an employer. */
function opposed(text: string): string[] {
  const atoms = atomsOf(text)
  const leans = atoms.map((atom) => leanOf(atom))
  for (let cut = 1; cut < atoms.length; cut += 1) {
    const before = leans.slice(0, cut)
    const after = leans.slice(cut)
    const parts = [tidy(atoms.slice(0, cut).join(', ')), tidy(atoms.slice(cut).join(', '))]
    if (before.every((l) => l > 0) && after.some((l) => l < 0) && !after.some((l) => l > 0)) return parts
    if (after.every((l) => l > 0) && before.some((l) => l < 0) && !before.some((l) => l > 0)) return parts
  }
  return [text]
}

function leanOf(text: string): number {
  const { title, employer } = leaning(text)
  return title - employer
}

function atomsOf(text: string): string[] {
  const atoms: string[] = []
  for (const atom of text.split(/,\s{1,2}/u)) {
    if (atoms.length > 0 && LEGAL_FORM.test(atom)) atoms.push(`${atoms.pop()}, ${atom}`)
    else atoms.push(atom)
  }
  return atoms
}

const complete = (header: Omit<Header, 'place'>, places: readonly string[]): Header =>
  places[0] === undefined ? header : { ...header, place: places[0] }

/** "Acme Ltd, Springfield, IL" is an employer and a place. */
function withoutPlace(text: string): { readonly rest: string; readonly place?: string } {
  const atoms = text.split(/,\s{0,2}/u)
  for (const n of [3, 2, 1]) {
    if (atoms.length <= n) continue
    const tail = atoms.slice(-n).join(', ')
    if (n < 3 ? isPlace(tail) : isPlace(tail) && isPlace(atoms.slice(-2).join(', ')))
      return { rest: tidy(atoms.slice(0, -n).join(', ')), place: tail }
  }
  const bracketed = /^(.{2,100}?)\s\(([^()]{3,50})\)$/u.exec(text)
  if (bracketed !== null && isPlace(bracketed[2]!)) return { rest: tidy(bracketed[1]!), place: bracketed[2]! }
  return { rest: text }
}

function assign(parts: readonly Part[]): Omit<Header, 'place'> {
  if (parts.length === 0) return {}
  const lean = (p: Part): number => p.title - p.employer
  const titled = parts.filter((p) => lean(p) > 0)
  if (titled.length === 0) return untitled(parts)
  const best = titled.reduce((a, b) => (lean(b) > lean(a) ? b : a))
  const others = parts.filter((p) => p !== best)
  const employer = [...others].sort((a, b) => lean(a) - lean(b) || a.line - b.line).find((p) => lean(p) <= 0) ?? undefined
  if (employer !== undefined) return { title: best.text, employer: employer.text }
  // Everything found reads like a title: one comma may part it from the employer.
  const split = splitAtComma(best.text)
  if (split !== undefined) return split
  const other = others[0]
  return other === undefined ? { title: best.text } : { title: best.text, employer: other.text }
}

/** Nothing reads like a job title: the employer comes first, as in most layouts, or is the part that reads like one. */
function untitled(parts: readonly Part[]): Omit<Header, 'place'> {
  const employer = parts.find((p) => p.employer > 0) ?? parts[0]!
  const title = parts.find((p) => p !== employer)
  return title === undefined ? { employer: employer.text } : { employer: employer.text, title: title.text }
}

/** "Software Engineer, Acme" or "Acme, Software Engineer". */
function splitAtComma(text: string): Omit<Header, 'place'> | undefined {
  const atoms = atomsOf(text)
  if (atoms.length < 2) return undefined
  const leans = atoms.map((atom) => leanOf(atom))
  if (leans[0]! > 0) {
    const cut = leans.findIndex((l) => l <= 0)
    return cut < 0 ? undefined : { title: tidy(atoms.slice(0, cut).join(', ')), employer: tidy(atoms.slice(cut).join(', ')) }
  }
  const cut = leans.findIndex((l) => l > 0)
  return { employer: tidy(atoms.slice(0, cut).join(', ')), title: tidy(atoms.slice(cut).join(', ')) }
}

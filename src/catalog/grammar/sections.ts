import type { Line } from './line.ts'

export const SECTIONS = [
  'header',
  'summary',
  'experience',
  'volunteer',
  'education',
  'skills',
  'certificates',
  'projects',
  'languages',
  'personal',
  'references',
  'other',
] as const
export type Section = (typeof SECTIONS)[number]

/** A line with the part of the document that it stands in. */
export interface Placed extends Line {
  readonly section: Section
  /** The line is a heading; with text after it on the same line, that text is a line of its own. */
  readonly heading: boolean
}

interface HeadingWords {
  readonly section: Exclude<Section, 'header'>
  /** One of these must be there. */
  readonly core: string
  /** These may stand beside it. */
  readonly beside: string
}

/** Words that may stand in any heading. */
const ANY =
  'and of the my a an in with other additional relevant recent previous past selected key main major summary overview details information background history record list & et und y e de des la le'
/**
 * Headings by the words they are made of. A line is a heading when all its words are known here: "Work Experience &
 * Internships" is one, "Experience with Kafka" is not. The first kind that fits counts.
 */
const HEADINGS: readonly HeadingWords[] = [
  {
    section: 'personal',
    core: 'personal vitae personalia persönliche private',
    beside: 'data daten information details profile particulars bio dossier background',
  },
  {
    section: 'summary',
    core: 'summary objective objectives profile about aim goal goals statement introduction profil résumé synopsis bio biography perfil zusammenfassung highlights',
    beside: 'career professional executive personal me myself job employment qualifications qualification of short',
  },
  {
    section: 'volunteer',
    core: 'volunteer volunteering volunteerism voluntary',
    beside: 'experience work activities service community leadership',
  },
  {
    section: 'experience',
    core: 'experience experiences employment work career jobs internship internships positions engagements erfahrung berufserfahrung werdegang berufspraxis expérience expériences experiencia experiência laboral profesional profissional professionnelle professionnelles lavorative esperienza esperienze werkervaring assignments placements chronology',
    beside:
      'professional employment industry industrial job teaching research project projects held synopsis organisational organizational total technical occupational practical working freelance consulting contract domestic overseas abbreviated abbrev beruflicher parcours',
  },
  {
    section: 'education',
    core: 'education educational academic academics academia qualification qualifications schooling degree degrees ausbildung bildung studium bildungsweg formation formations educación educacion formación formacion educação educacao formação istruzione opleiding opleidingen studies scholastic',
    beside:
      'training trainings professional credentials technical courses coursework basic higher qualifications achievements certifications certification academische acadêmica académica general university school special scholarly',
  },
  {
    section: 'skills',
    core: 'skills skill skillset competencies competences competence expertise proficiencies proficiency technologies technology tools toolbox strengths strength kenntnisse fähigkeiten kompetenzen compétences competencias habilidades competenze vaardigheden aptitudes tech stack software computer it',
    beside:
      'technical core professional knowledge computer computing proficiency it programming software soft hard areas area languages language abilities literacy systems interpersonal personal technological stack specialties specialized strengths tools used key other skills set environment packages exposure profile',
  },
  {
    section: 'certificates',
    core: 'certificates certificate certifications certification certified licenses licences licensure licence license zertifikate zertifizierungen certificados certificaciones certificazioni accreditations credentials',
    beside: 'professional courses training trainings technical industry achievements awards memberships affiliations',
  },
  {
    section: 'projects',
    core: 'projects project portfolio projekte proyectos projets progetti',
    beside: 'personal academic side open source professional key experience work undertaken handled done final year college',
  },
  {
    section: 'languages',
    core: 'languages language sprachen sprachkenntnisse langues idiomas lingue talen linguistic',
    beside: 'skills known spoken proficiency foreign',
  },
  {
    section: 'references',
    core: 'references reference referees referee referenzen referencias références',
    beside: 'professional personal available upon on request',
  },
  {
    section: 'other',
    core: 'interests hobbies hobby activities achievements awards honors honours publications publication patents memberships affiliations extracurricular curricular conferences presentations courses training trainings workshops seminars contact declaration accomplishments research talks military interest leisure distinctions grants teaching',
    beside:
      'extra co professional academic other interests hobbies and information details personal special scholarships attended undergone statements committees service editorial awards activities area',
  },
]

const words = (text: string): string[] => text.split(' ').filter((w) => w !== '')
const COMMON = new Set(words(ANY))
const KINDS = HEADINGS.map(({ section, core, beside }) => {
  const cores = new Set(words(core))
  return { section, cores, all: new Set([...cores, ...words(beside), ...COMMON]) }
})
const KNOWN: ReadonlySet<string> = new Set(KINDS.flatMap(({ all }) => [...all]))
/** "(abbrev.)", "(2 years in construction)" after a heading say nothing about which one it is. */
const ASIDE = /\([^()]{0,80}\)/gu
const LETTER_BY_LETTER = /^(?:\p{L}\s){3,}\p{L}/u

/** "E X P E R I E N C E" as one word; two or more spaces divide words. */
function unspaced(text: string): string {
  if (!LETTER_BY_LETTER.test(text)) return text
  return text
    .split(/\s{2,}|\t/u)
    .map((word) => word.replace(/(?<=\p{L})\s(?=\p{L}(?:\s|$))/gu, ''))
    .join(' ')
}

/** Which section this text is the heading of; undefined when it is none. */
export function headingKind(text: string): Exclude<Section, 'header'> | undefined {
  if (text.length > 80 || !mayBegin(text)) return undefined
  const bare = unspaced(text.replace(ASIDE, ' ').trim()).toLowerCase()
  if (/[@\d]/u.test(bare)) return undefined
  const parts = bare.split(/[^\p{L}&]+/u).filter((w) => w !== '')
  if (parts.length === 0 || parts.length > 7) return undefined
  const whole = kindOf(parts)
  if (whole !== undefined || !/[/&,]|\band\b/u.test(bare)) return whole
  // "Projects / Training / Skills": several headings in one; the first says where it begins.
  const kinds = bare.split(/[/&,]|\band\b/u).map((part) => kindOf(part.split(/[^\p{L}]+/u).filter((w) => w !== '')))
  return kinds.every((kind) => kind !== undefined) ? kinds[0] : undefined
}

/** Most lines begin with a word that no heading has; letters set apart are looked at later. */
function mayBegin(text: string): boolean {
  const first = /[\p{L}&]+/u.exec(text)?.[0].toLowerCase()
  return first !== undefined && (first.length === 1 || KNOWN.has(first))
}

function kindOf(words: readonly string[]): Exclude<Section, 'header'> | undefined {
  return KINDS.find(({ cores, all }) => words.some((w) => cores.has(w)) && words.every((w) => all.has(w)))?.section
}

/** What also stands over a list within a job: "Achievements", "Projects", "Technologies". */
const SUBHEADINGS: ReadonlySet<Section> = new Set(['other', 'summary', 'skills', 'projects'])

/** A heading of a section looks like the one over "Experience"; one within a job is smaller, lighter or not in capitals. */
function isAsProminent(line: Line, over: Line): boolean {
  const capitals = (text: string): boolean => !/\p{Ll}{2}/u.test(text)
  return (
    (!capitals(over.text) || capitals(line.text)) &&
    (over.bold !== true || line.bold === true) &&
    (line.size ?? 0) >= 0.95 * (over.size ?? 0)
  )
}

/** At the edge of every page, whatever section ends there: the person's own letterhead, not the last referee's address. */
const ON_EVERY_PAGE = /^part=(?:header|footer)/

/** Gives every line its section. A heading with text on its line ("Skills: Go, SQL") becomes two lines in one place. */
export function placeLines(lines: readonly Line[]): Placed[] {
  const placed: Placed[] = []
  let section: Section = 'header'
  let over: Line | undefined
  for (const line of lines) {
    if (ON_EVERY_PAGE.test(line.at)) {
      placed.push({ ...line, section: 'header', heading: false })
      continue
    }
    const found = splitHeading(line, section)
    if (found === undefined || (over !== undefined && SUBHEADINGS.has(found.section) && !isAsProminent(line, over))) {
      placed.push({ ...line, section, heading: false })
      continue
    }
    section = found.section
    over = section === 'experience' ? line : undefined
    placed.push({ ...line, text: found.heading, section, heading: true })
    if (found.rest !== '') placed.push({ ...line, text: found.rest, bold: false, gapBefore: false, section, heading: false })
  }
  return placed
}

const ONE_LINE: ReadonlySet<Section> = new Set(['skills', 'summary', 'education', 'languages', 'certificates'])
const INSIDE: ReadonlySet<Section> = new Set(['skills', 'languages', 'summary'])

function splitHeading(line: Line, current: Section): { section: Section; heading: string; rest: string } | undefined {
  const text = line.text.trim()
  if (/^[•●▪◦*·–-]/u.test(text)) return undefined
  const whole = headingKind(text)
  if (whole !== undefined && looksLikeHeading(line, text)) return { section: whole, heading: text, rest: '' }
  const cut = text.search(/[:：\t]/u)
  if (cut < 3 || cut > 60) return undefined
  const heading = text.slice(0, cut)
  const rest = text.slice(cut + 1).replace(/^[\s:：-]+/u, '')
  const kind = headingKind(heading)
  // "Work: 030 1234" and "Contact: …" are labels in a list; these sections are commonly written on one line.
  if (kind === undefined || !ONE_LINE.has(kind)) return undefined
  // "Technologies: Go, SQL" under a job, or "Languages: Go" among skills, is a label and leaves the section as it is.
  const label =
    text[cut] !== '\t' &&
    !/^\P{Ll}+$/u.test(heading) &&
    INSIDE.has(kind) &&
    (current === 'experience' || current === 'skills' || current === 'projects' || current === 'volunteer')
  if (label) return undefined
  return { section: kind, heading, rest }
}

/** One ordinary word in lower case or in the middle of a sentence is not a heading. */
function looksLikeHeading(line: Line, text: string): boolean {
  if (/[.,;]$/u.test(text) && !/\.{2,}$/u.test(text)) return false
  return line.bold === true || line.gapBefore === true || /:\s{0,3}$/u.test(text) || /^\P{Ll}+$/u.test(text) || /^\p{Lu}/u.test(text)
}

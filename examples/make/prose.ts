import backend from './bank/backend-efforts.ts'
import data from './bank/data-efforts.ts'
import frontend from './bank/frontend-efforts.ts'
import type { Trade } from './bank/organisations.ts'
import { OFTEN, SUMMARIES, TOPICS } from './bank/remarks.ts'
import shared from './bank/shared-efforts.ts'
import { isKind, toolsIn } from './bank/technologies.ts'
import type { Random } from './random.ts'
import type { RoleName } from './types.ts'

interface Effort {
  readonly leads: readonly string[]
  readonly hows: readonly string[]
  readonly sos: readonly string[]
}

const parse = (text: string): Effort[] =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => {
      const of = (mark: string): string[] =>
        block
          .split('\n')
          .filter((line) => line.startsWith(`${mark} `))
          .map((line) => line.slice(2).trim())
      return { leads: of('L'), hows: of('H'), sos: of('S') }
    })

const SHARED = parse(shared)
const EFFORTS: Readonly<Record<RoleName, readonly Effort[]>> = {
  'Backend Engineer': parse(backend),
  'Frontend Developer': parse(frontend),
  'Data Engineer': parse(data),
}
const OPENINGS = SUMMARIES.trim()
  .split('\n')
  .map((line) => line.split('|'))
const DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** So many words in a row on two applicants are a shared phrase (the detector's own number), so honest people never get one. */
const PHRASE = 7
const TRIES = 60

export interface Setting {
  readonly role: RoleName
  readonly trade: Trade
  /** Year from which the tools must have been there. */
  readonly year: number
}

/** Writes sentences for people, and remembers who wrote what, so that no two people share a phrase. */
export class Prose {
  readonly #holders = new Map<string, string>()

  /** Sentences about work in one job, no effort told twice. */
  bullets(random: Random, owner: string, setting: Setting, count: number): string[] {
    const efforts = random
      .shuffle([...EFFORTS[setting.role], ...EFFORTS[setting.role], ...SHARED])
      .filter((effort, i, all) => all.indexOf(effort) === i)
    return efforts.slice(0, count).map((effort) => this.#unique(owner, () => bullet(random, effort, setting)))
  }

  summary(random: Random, owner: string, setting: Setting, about: { title: string; years: number; start: number; trade2: Trade }): string {
    return this.#unique(owner, () => {
      const [first = ''] = random.pick(OPENINGS)
      const [, second = ''] = random.pick(OPENINGS)
      const [, , third = ''] = random.pick(OPENINGS)
      const known: Readonly<Record<string, string>> = {
        title: about.title.toLowerCase(),
        Title: about.title,
        years: String(about.years),
        start: String(about.start),
        field: setting.trade.field,
        field2: about.trade2.field,
        users2: random.pick(about.trade2.users),
      }
      const parts = [first, second, third].map((part) => part.replace(/\{(\w+)\}/g, (slot, name: string) => known[name] ?? slot))
      return parts.map((part) => sentence(fill(random, part, setting))).join(' ')
    })
  }

  /** Makes drafts until one shares no phrase with anybody else. */
  #unique(owner: string, draft: () => string): string {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const text = draft()
      const runs = phrases(text)
      if (runs.some((run) => (this.#holders.get(run) ?? owner) !== owner)) continue
      for (const run of runs) this.#holders.set(run, owner)
      return text
    }
    throw new Error(`No sentence was found for ${owner} that nobody else has: the phrase bank is too small.`)
  }
}

function phrases(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_+#]+/gu) ?? []
  return words.slice(0, Math.max(0, words.length - PHRASE + 1)).map((_, i) => words.slice(i, i + PHRASE).join(' '))
}

function bullet(random: Random, effort: Effort, setting: Setting): string {
  const lead = random.pick(effort.leads)
  const how = random.pick(effort.hows)
  const so = random.pick(effort.sos)
  // "so …", "which …" and "and …" follow a comma; "saving …" and "with …" too.
  const shape = random.pick([`${lead} ${how}, ${so}`, `${lead} ${how}, ${so}`, `${lead}, ${so}`, `${lead} ${how}`])
  return sentence(fill(random, shape, setting))
}

/** Puts words into the slots. The same slot twice in one text gets two different words where the list allows. */
function fill(random: Random, text: string, { trade, year }: Setting): string {
  const things = random.shuffle(trade.things)
  const users = random.shuffle(trade.users)
  const systems = random.shuffle(trade.systems)
  const topics = random.shuffle(TOPICS)
  const take = (list: string[], fallback: readonly string[]): string => list.pop() ?? random.pick(fallback)
  return text.replace(/\{(\w+)\}/g, (whole, slot: string) => {
    if (isKind(slot)) return random.pick(toolsIn(slot, year))
    switch (slot) {
      case 'things':
      case 'things2':
        return take(things, trade.things)
      case 'users':
        return take(users, trade.users)
      case 'system':
        return take(systems, trade.systems)
      case 'topic':
        return take(topics, TOPICS)
      case 'often':
        return random.pick(OFTEN)
      default:
        return amount(random, slot) ?? whole
    }
  })
}

function amount(random: Random, slot: string): string | undefined {
  const spelled = (n: number): string => (n < 10 && random.chance(0.6) ? (DIGITS[n] as string) : String(n))
  switch (slot) {
    case 'few':
      return spelled(random.int(2, 5))
    case 'count':
      return spelled(random.int(3, 9))
    case 'number':
      return String(random.int(14, 96))
    case 'thousands':
      return `${random.int(2, 480)},${random.pick(['000', '200', '400', '500', '800'])}`
    case 'percent':
      return String(random.int(11, 67))
    case 'minutes':
      return String(random.int(6, 55))
    case 'hours':
      return spelled(random.int(2, 30))
    case 'days':
      return spelled(random.int(2, 20))
    case 'months':
      return spelled(random.int(3, 18))
    case 'years':
      return spelled(random.int(2, 9))
    case 'hour':
      return String(random.int(5, 17))
    default:
      return undefined
  }
}

const sentence = (text: string): string => {
  const tidy = text.trim()
  return `${tidy.charAt(0).toUpperCase()}${tidy.slice(1)}${/[.!?]$/.test(tidy) ? '' : '.'}`
}

/** Words that can stand for one another in these sentences. */
const SYNONYMS: Readonly<Record<string, string>> = {
  built: 'created',
  rebuilt: 'remade',
  wrote: 'authored',
  found: 'discovered',
  replaced: 'swapped',
  made: 'turned',
  moved: 'shifted',
  cut: 'reduced',
  removed: 'dropped',
  took: 'brought',
  which: 'that',
  with: 'using',
  small: 'little',
  after: 'following',
  before: 'ahead',
  wrong: 'false',
  old: 'aged',
  new: 'fresh',
  started: 'began',
  weekly: 'monthly',
  monthly: 'weekly',
  daily: 'weekly',
  several: 'many',
  later: 'afterwards',
  behind: 'beneath',
  plain: 'simple',
  while: 'whereas',
  beside: 'next to',
  every: 'each',
  rewrote: 'redid',
  designed: 'drafted',
  planned: 'scheduled',
  measured: 'gauged',
  introduced: 'established',
  opened: 'offered',
  published: 'issued',
  merged: 'joined',
  answered: 'handled',
  people: 'persons',
  team: 'crew',
  and: 'plus',
  so: 'hence',
}

/** A copied sentence as copies are made: about `share` of its words exchanged, numbers retyped. */
export function reword(random: Random, text: string, share: number): string {
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => {
    if (!random.chance(share)) return word
    if (/^\d+$/.test(word)) return String(Number(word) + random.int(1, 9))
    const other = SYNONYMS[word.toLowerCase()]
    if (other === undefined) return word
    return /^\p{Lu}/u.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other
  })
}

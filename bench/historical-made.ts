import { FAMILY, familyName, GIVEN, givenName, placeName } from './account-words.ts'
import { type Chance, seeded } from './chance.ts'

/** The columns of one entry of an invented register. */
export const REGISTER = ['first_name', 'surname', 'born', 'place', 'parcel', 'occupation'] as const

const OCCUPATIONS =
  'clerk,farmer,teacher,painter,soldier,sailor,printer,joiner,mason,writer,singer,cook,grocer,baker,miller,tailor,weaver,brewer,physician,nurse,judge,engineer,surveyor,gardener,shepherd,carter,smith,saddler,cooper,potter,glazier,actor,organist,publisher,banker,broker,astronomer,botanist,chemist,geologist'.split(
    ',',
  )
const TOWNS = 1_200
const AREAS = 90
const MOST_ENTRIES = 15
const MISSING = { first_name: 2, surname: 2, born: 15, place: 15, parcel: 20, occupation: 25 } as const

interface Person {
  readonly given: string
  readonly family: string
  readonly born: string
  readonly town: number
  readonly parcel: string
  readonly occupation: number
}

export interface Entry {
  readonly person: number
  readonly values: readonly string[]
}

/**
 * A register as old books give it: persons with 1–15 entries each, spelt as heard, shortened, with another day, the next town or
 * another trade, and much left out. In chance order.
 */
export function registerOf(entries: number, seed: number): Entry[] {
  const chance = seeded(seed)
  const made: Entry[] = []
  for (let person = 0; made.length < entries; person++) {
    const who = personOf(chance)
    const count = Math.min(1 + chance.below(MOST_ENTRIES), entries - made.length)
    for (let i = 0; i < count; i++) made.push({ person, values: entryOf(who, chance) })
  }
  return chance.shuffled(made)
}

/** Low numbers come oftener than high ones. */
const skewed = (chance: Chance, n: number): number => Math.floor((chance.below(n) * chance.below(n)) / n)
const oneIn = (chance: Chance, n: number): boolean => chance.below(n) === 0
const two = (n: number): string => String(n).padStart(2, '0')

function personOf(chance: Chance): Person {
  return {
    given: givenName(skewed(chance, GIVEN)),
    family: familyName(skewed(chance, FAMILY)),
    born: `${1700 + chance.below(250)}-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`,
    town: skewed(chance, TOWNS),
    parcel: parcelOf(chance, chance.below(AREAS)),
    occupation: skewed(chance, OCCUPATIONS.length),
  }
}

/** An area that starts with Q exists nowhere. */
const parcelOf = (chance: Chance, area: number): string =>
  `Q${String.fromCharCode(65 + (area % 26))}${1 + Math.floor(area / 26)} ${1 + chance.below(9)}${String.fromCharCode(65 + chance.below(26), 65 + chance.below(26))}`

function entryOf(who: Person, chance: Chance): string[] {
  const area = who.parcel.charCodeAt(1) - 65 + 26 * (Number(who.parcel[2]) - 1)
  const values = {
    first_name: oneIn(chance, 12) ? who.given.slice(0, 3) : oneIn(chance, 30) ? (who.given[0] ?? '') : misspelt(who.given, chance),
    surname: oneIn(chance, 40) ? familyName(chance.below(FAMILY)) : misspelt(who.family, chance),
    born: otherDate(who.born, chance),
    place: placeName(oneIn(chance, 8) ? skewed(chance, TOWNS) : who.town),
    parcel: oneIn(chance, 6) ? parcelOf(chance, area) : oneIn(chance, 12) ? parcelOf(chance, chance.below(AREAS)) : who.parcel,
    occupation: OCCUPATIONS[oneIn(chance, 8) ? skewed(chance, OCCUPATIONS.length) : who.occupation] ?? '',
  }
  if (oneIn(chance, 80)) [values.first_name, values.surname] = [values.surname, values.first_name]
  return REGISTER.map((name) => (chance.below(100) < MISSING[name] ? '' : values[name]))
}

function misspelt(word: string, chance: Chance): string {
  if (!oneIn(chance, 7)) return word
  const at = 1 + chance.below(word.length - 1)
  const letter = String.fromCharCode(97 + chance.below(26))
  const rest = chance.below(3)
  return word.slice(0, at) + (rest === 0 ? '' : letter) + word.slice(rest === 1 ? at : at + 1)
}

function otherDate(born: string, chance: Chance): string {
  if (oneIn(chance, 20)) return `${born.slice(0, 4)}-01-01`
  if (oneIn(chance, 20)) return `${born.slice(0, 8)}${two(1 + chance.below(28))}`
  return oneIn(chance, 30) ? `${Number(born.slice(0, 4)) + 1}${born.slice(4)}` : born
}

/** The words that are never said, and where. GLOSSARY.md gives the word to use instead. */

type Place = 'card' | 'screen' | 'document'

/** Words that call a person something, wherever they stand. */
const BLAME = [
  /\bsuspects?\b/i,
  /\bsuspected\b/i,
  /\bsuspicious\b/i,
  /\bfake (?:person|people|persona|worker|applicant|candidate|developer)s?\b/i,
  /\bbad guys?\b/i,
  /\bbad actors?\b/i,
  /\bgangs?\b/i,
  /\bcriminals?\b/i,
  /\bfraudsters?\b/i,
  /\bscammers?\b/i,
  /\bliars?\b/i,
  /\blying\b/i,
  /\bcheat(?:s|ers?|ing)?\b/i,
  /\bguilty\b/i,
  /\bimpost[eo]rs?\b/i,
  /\baccus(?:e|es|ed|ation|ations)\b/i,
  /\bpunish\w*\b/i,
  /\brisk scores?\b/i,
  /\btrust scores?\b/i,
  /\bAI[- ](?:powered|driven|based)\b/i,
]
/** Words of our own that have another name here; documents may need them for the outside world's things. */
const OWN_WORDS = [/\bverdicts?\b/i, /\bred flags?\b/i, /\bhits\b/i, /\ba hit\b/i]
/** On a card, evidence is never called proof. */
const CARD_WORDS = [/\bproofs?\b/i, /\bproves? (?:that|it|fraud)\b/i]

const LISTS: Readonly<Record<Place, readonly RegExp[]>> = {
  card: [...BLAME, ...OWN_WORDS, ...CARD_WORDS],
  screen: [...BLAME, ...OWN_WORDS],
  document: [...BLAME, ...OWN_WORDS],
}

const found = (text: string, patterns: readonly RegExp[]): string[] => patterns.flatMap((pattern) => pattern.exec(text)?.[0] ?? [])

export const neverSay = (text: string, place: Place): string[] => found(text, LISTS[place])

/** Names that publications give to groups and programmes. */
const GROUPS =
  /\b(DPRK|Pyongyang|Lazarus|\w+ Chollima|Jasper Sleet|Purple(?:Delta|Bravo)|UNC\d{4}|Wagemole|Contagious Interview|WaterPlum|Nickel Tapestry|Andariel|Kimsuky|regime|state[- ]sponsored|nation[- ]state)\b/i
/** Peoples and languages; a candidate's own claimed place reaches a screen as evidence, never as our word. */
const PEOPLES =
  /\b((?:North |South )?Korean?s?|Chinese|Russians?|Iranians?|Indians?|Pakistanis?|Nigerians?|Ukrainians?|Vietnamese|Filipinos?|Japanese|Laotians?|Mongolians?|Belarusians?|Syrians?|Cubans?|Venezuelans?|Mandarin|Cantonese|Hangul|Asians?|Africans?|Arabs?|Slavic|Latinos?)\b/

/** Country names that are also something else: a given name, a state, a common word. */
const ALSO_ELSE = new Set([
  'Georgia',
  'Jordan',
  'Chad',
  'Jersey',
  'Guernsey',
  'Dominica',
  'Mali',
  'Niger',
  'Oman',
  'Togo',
  'Peru',
  'Guam',
  'Réunion',
  'Unknown Region',
  'world',
  'Europe',
])

/** Every country name that the platform knows (CLDR), plus older and short forms. */
function countryPattern(): RegExp {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
  const known = letters
    .flatMap((a) => letters.flatMap((b) => names.of(a + b) ?? []))
    .filter((name) => name.length > 3 && !ALSO_ELSE.has(name))
  const all = [...new Set([...known, 'Burma', 'Taiwan', 'Hong Kong', 'Macau', 'Crimea', 'Donetsk', 'Luhansk'])]
  return new RegExp(`\\b(${all.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|')})\\b`)
}
const COUNTRIES = countryPattern()

/** The one statement that names origins, in order to say that they are no evidence; it must be shown. */
const ABOUT_ORIGIN = /origin is (?:not|no|never) evidence/i

export const countryWords = (text: string): string[] => (ABOUT_ORIGIN.test(text) ? [] : found(text, [GROUPS, PEOPLES, COUNTRIES]))

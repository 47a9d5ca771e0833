/** Parts of invented names. No list of real people, places or groups was used; what sounds like one does so by chance. */
const FIRST = 'al be cor da el fi gra ho il jo ka lu mi no or pe qua ri sa ti ul va wi xe yo za bre cla dro fle gli kri pla sto tri'.split(
  ' ',
)
const MIDDLE =
  'ban cel dar fen gol hin jar kel lor mun nal pos rin sul tem var wen zor bri dul fam ger lis mav nod pir ros tav ulm yen'.split(' ')
const LAST = 'a en is or ette an ul ix ay on ert im os ia el ard ow eth un ay'.split(' ')
const PLACE = 'ford mere stead holm wick dale port field haven moor ridge brook gate mouth cross'.split(' ')

const capital = (word: string): string => `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`

/** Number of different given names, family names and places. */
export const GIVEN = FIRST.length * MIDDLE.length
export const FAMILY = FIRST.length * MIDDLE.length * LAST.length
export const PLACES = FIRST.length * MIDDLE.length * PLACE.length

const first = (n: number): string => FIRST[n % FIRST.length] ?? ''
const middle = (n: number): string => MIDDLE[n % MIDDLE.length] ?? ''

export const givenName = (n: number): string => capital(first(n) + middle(Math.floor(n / FIRST.length)))
export const familyName = (n: number): string =>
  capital(middle(n) + first(Math.floor(n / MIDDLE.length)) + (LAST[Math.floor(n / GIVEN) % LAST.length] ?? ''))
export const placeName = (n: number): string =>
  capital(first(n) + middle(Math.floor(n / FIRST.length)) + (PLACE[Math.floor(n / GIVEN) % PLACE.length] ?? ''))

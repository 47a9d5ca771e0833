import { badUsage } from '../../model/errors.ts'

/**
 * What a password must be: long (12 characters or more; ASVS 5.0 6.2.1 asks for 8 and recommends 15), of any composition (6.2.5),
 * compared as typed (6.2.8), and not made of words that everybody tries. Instead of the list of the 3,000 most common passwords of that
 * length (6.2.4), which are such words, runs and repetitions put together, what they are made of is taken out, and as many characters
 * as a short password has must be left. The words are the commonest stems of published lists, and one's own (6.1.2, 6.2.11).
 */
const LEAST = 12
const MOST = 256
const LEFT_OVER = 6
const DIFFERENT = 5

const COMMON =
  'password passwort passwd passw0rd p@ssword p@ssw0rd welcome willkommen letmein iloveyou admin administrator login master secret changeme default qwerty qwertz azerty asdf zxcvbn football baseball basketball soccer monkey dragon sunshine princess superman batman shadow michael jordan jennifer charlie daniel ashley trustno1 starwars whatever freedom computer internet mustang corvette maverick hello summer winter spring autumn monday january company bonafide fraud hiring recruit'.split(
    ' ',
  )
/** Rows of keyboards and alphabets; three or more of one in order, either way, are a run. */
const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'yxcvbnm', 'azertyuiop']
const RUNS = ROWS.flatMap((row) => [row, [...row].reverse().join('')])

/** Throws `usage`, saying what to do; never with the password in it. `own`: the person's e-mail and name. */
export function checkPassword(password: string, own: readonly string[]): void {
  const length = [...password].length
  if (length < LEAST)
    throw badUsage(`The password needs at least ${LEAST} characters; a few words that do not belong together are easy to keep.`)
  if (length > MOST) throw badUsage(`The password may have at most ${MOST} characters.`)
  if (new Set(password.toLowerCase()).size < DIFFERENT || leftOver(password, own).length < LEFT_OVER)
    throw badUsage(
      'The password is made of words, names or runs of keys that are tried first. Choose a few words that do not belong together.',
    )
}

function leftOver(password: string, own: readonly string[]): string {
  const ownWords = own.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 3)
  let rest = password.toLowerCase()
  for (const word of [...COMMON, ...ownWords].toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(word, '\0')
  rest = withoutRuns(rest)
  // A repetition adds nothing: of "abcabcabc" one "abc" is left.
  rest = rest.replaceAll(/(.+?)\1+/gu, '$1')
  return rest.replaceAll(/[\0\s]/g, '')
}

function withoutRuns(text: string): string {
  let rest = ''
  for (let i = 0; i < text.length;) {
    let length = 1
    while (i + length < text.length && RUNS.some((run) => run.includes(text.slice(i, i + length + 1)))) length += 1
    rest += length >= 3 ? '' : text.slice(i, i + length)
    i += length
  }
  return rest
}

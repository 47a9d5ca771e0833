/**
 * How a name sounds, roughly, for spellings of one name in different languages: "Wladimirowitsch", "Vladimirovich" and "Vladimirovič"
 * give one key. Equal keys mean sounding alike; the key is compared letter by letter too. Own rules, after the usual romanisations
 * (ISO 9, BGN/PCGN, German, French, Polish, Hungarian and Dutch press).
 * @param text lower-case Latin letters a–z and digits
 */
export function soundOf(text: string): string {
  let sound = ''
  let last = ''
  for (let at = 0; at < text.length;) {
    const rule = ruleAt(text, at)
    at += rule.length
    for (const symbol of rule.sound) {
      if (symbol !== last) sound += symbol
      last = symbol
    }
  }
  return sound === '' ? text : sound
}

interface Rule {
  readonly from: string
  readonly length: number
  readonly sound: string
  readonly end: boolean
}

/** Longest first within a first letter; `$` holds at the end of the word only. Capitals are single sounds. */
const RULES =
  'shch S|szcz S|stch S|schtsch S|sch S|sh S|sz S|sj S|tsch C|tch C|tsj C|tj$ C|tx$ C|ts z|tz z|tzsch C|tc C|th t|ch C|cz C|cs C|ci$ C|ck k|ce si|cy si|ci si|c k|' +
  'kh h|ks ks|k k|q k|qu k|x ks|ph f|w v|zh j|dzh j|dj j|dzs j|dh d|gy d|gh g|ng$ ng|bh b|' +
  'yi i|ya a|ye i|yo u|yu u|iy i|ij i|iu u|ju u|ja a|je i|jo u|ia a|ii i|ie i|y i|ee i|ea i|ei i|ey i|ay i|ai i|ej i|aj i|eu u|eo u|e i|oo u|ou u|oe u|ow u|au u|aw u|o u|ah$ a|eh$ i|uh$ u|oh$ u|lj l|nj n|' +
  'iya a|yia a|iyu u|iye i|yie i'

const BY_FIRST = new Map<string, Rule[]>()
for (const rule of RULES.split('|')) {
  const [from, sound] = rule.split(' ') as [string, string]
  const letters = from.replace('$', '')
  const rules = BY_FIRST.get(letters[0]!) ?? []
  rules.push({ from: letters, length: letters.length, sound, end: from.endsWith('$') })
  BY_FIRST.set(letters[0]!, rules)
}
for (const rules of BY_FIRST.values()) rules.sort((a, b) => b.length - a.length || Number(b.end) - Number(a.end))

function ruleAt(text: string, at: number): { length: number; sound: string } {
  // Jamal, Sojun: a consonant of its own except after another one (Ljudmila)
  if (text[at] === 'j' && (at === 0 || 'aeiouy'.includes(text[at - 1]!)) && /^j[aeou]/.test(text.slice(at, at + 2)))
    return { length: 1, sound: 'j' }
  // Xi, Xavier
  if (at === 0 && text[0] === 'x') return { length: 1, sound: 's' }
  for (const rule of BY_FIRST.get(text[at]!) ?? []) {
    if (text.startsWith(rule.from, at) && (!rule.end || at + rule.length === text.length)) return rule
  }
  return { length: 1, sound: text[at]! }
}

/**
 * The consonants of a name in classes, for scripts that write no short vowels: p and b are one class, f and v, k and q; w and y count
 * only at the front. With `merged`, l and r are one and so are f and b, as in readings of Chinese, Japanese and Korean.
 */
export function consonantsOf(sound: string, merged: boolean): string {
  let key = ''
  let last = ''
  for (let at = 0; at < sound.length; at++) {
    const letter = sound[at]!
    let symbol = CLASSES[letter] ?? letter
    if (symbol === '' && at === 0) symbol = 'a'
    if (merged) symbol = MERGED[symbol] ?? symbol
    if (symbol !== last && symbol !== '') key += symbol
    last = symbol
  }
  return key
}

const CLASSES: Readonly<Record<string, string>> = { a: '', e: '', i: '', o: '', u: '', y: '', p: 'b', v: 'f', q: 'k', C: 'j', S: 's' }
const MERGED: Readonly<Record<string, string>> = { r: 'l', f: 'b', h: '', z: 's', k: 'g' }

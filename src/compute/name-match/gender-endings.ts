/**
 * Slavic family names end differently for a man and a woman (Ivanov, Ivanova; Zelensky, Zelenska), and Latvian and Lithuanian add an
 * ending of their own (Putins, Putinas, Lavrovs, Ivanovas).
 */
const ENDING = /^(..+(?:[oei]v|[iy]n|sk|ck))(?:a|y|i|ii|iy|yy|yi|yj|ij|ja|aya|aia|aja|s|as|is|iene|yte|oj)?$/

/** What is left of a family name without such an ending; '' where it has no Slavic suffix. */
export function stemOf(name: string): string {
  return ENDING.exec(name)?.[1] ?? ''
}

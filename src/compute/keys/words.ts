/** A name or a phrase for comparing: lower case, letters and digits of any script, one space between words. */
export const wordsKey = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

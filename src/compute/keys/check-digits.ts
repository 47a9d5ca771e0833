/** Numbers that carry their own check. Each says whether digits and letters that stand close together are sound. */

const digitsOf = (text: string): number[] => [...text].map(Number)
const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * digits[i]!, 0)

const INN_10 = [2, 4, 10, 3, 5, 9, 4, 6, 8]
const INN_11 = [7, ...INN_10]
const INN_12 = [3, ...INN_11]

/** Russian tax number: ten digits of a company, twelve of a person (order of the Federal Tax Service ММВ-7-6/435). */
export function isInn(text: string): boolean {
  if (!/^(?:\d{10}|\d{12})$/.test(text)) return false
  const digits = digitsOf(text)
  const holds = (weights: readonly number[]): boolean => (weighted(digits, weights) % 11) % 10 === digits[weights.length]
  return text.length === 10 ? holds(INN_10) : holds(INN_11) && holds(INN_12)
}

/** Russian state registration number: thirteen digits of a company, fifteen of a sole trader. The last is the rest of all before. */
export function isOgrn(text: string): boolean {
  if (!/^(?:\d{13}|\d{15})$/.test(text)) return false
  const before = BigInt(text.slice(0, -1))
  return Number((before % (text.length === 13 ? 11n : 13n)) % 10n) === Number(text.at(-1))
}

/** Legal entity identifier (ISO 17442): twenty letters and digits whose number leaves 1 by 97 (ISO 7064). */
export function isLei(text: string): boolean {
  if (!/^[A-Z0-9]{18}\d{2}$/.test(text)) return false
  return BigInt([...text].map((c) => Number.parseInt(c, 36)).join('')) % 97n === 1n
}

/** Ship's number of the IMO: the last of seven digits is that of the others, weighed by 7 to 2. */
export function isImoShip(text: string): boolean {
  return /^\d{7}$/.test(text) && weighted(digitsOf(text), [7, 6, 5, 4, 3, 2]) % 10 === Number(text.at(-1))
}

/** Number of a ship's company or registered owner, from the same body and of the same length, by another rule. */
export function isImoCompany(text: string): boolean {
  return /^\d{7}$/.test(text) && (11 - (weighted(digitsOf(text), [8, 6, 4, 2, 9, 7]) % 11)) % 10 === Number(text.at(-1))
}

/** Business identifier code (ISO 9362): bank, country, place, and a branch where it is not the head office. It has a form and no check. */
export const isBic = (text: string): boolean => /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(text)

/** Maritime mobile service identity: nine digits; of a ship they begin with 2 to 7 (ITU-R M.585). No check. */
export const isMmsi = (text: string): boolean => /^[2-7]\d{8}$/.test(text)

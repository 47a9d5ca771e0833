const BROWSERS = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const SYSTEMS = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const

/** A browser as its owner would call it, out of what it says of itself; what is not known stays as it is. */
export function deviceOf(device: string | undefined): string | undefined {
  if (device === undefined) return undefined
  const named = (words: readonly (readonly [string, string])[]): string | undefined => words.find(([sign]) => device.includes(sign))?.[1]
  const [browser, system] = [named(BROWSERS), named(SYSTEMS)]
  if (browser === undefined || system === undefined) return device
  return `${browser}, ${system}`
}

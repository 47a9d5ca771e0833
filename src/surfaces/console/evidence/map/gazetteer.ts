/** Towns with their coordinates, the regions they lie in and how these are written. Country borders are not part of it: nothing is drawn by them. */
export interface Gazetteer {
  /** Spellings of each country: its name and its codes. */
  readonly countries: readonly (readonly string[])[]
  /** Index of the country, then the region's name and code. */
  readonly regions: readonly (readonly [country: number, ...spellings: string[]])[]
  /** Name, degrees north, degrees east, index of the region. */
  readonly towns: readonly (readonly [name: string, north: number, east: number, region: number])[]
}

/** A row of the package that the towns come from. */
export interface CityRow {
  readonly city: string
  readonly city_ascii: string
  readonly lat: number
  readonly lng: number
  readonly country: string
  readonly iso2: string
  readonly iso3: string
  readonly province: string
  readonly state_ansi?: string
}

/** Hundredths of a degree are a kilometre, which is less than a mark on a map of the world covers. */
const PRECISION = 100
const rounded = (degrees: number): number => Math.round(degrees * PRECISION) / PRECISION

/** What the map needs of the package's table, each name said once: a third of its size. */
export function gazetteerOf(rows: readonly CityRow[]): Gazetteer {
  const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const countries = indexed<readonly string[]>()
  const regions = indexed<readonly [number, ...string[]]>()
  const towns = rows.flatMap(({ city, city_ascii, lat, lng, country, iso2, iso3, province, state_ansi }) => {
    const named = /^[A-Z]{2}$/.test(iso2) ? english.of(iso2) : undefined
    const land = countries.of(iso3, () => distinct([country, named, iso2, iso3]))
    const region = regions.of(`${iso3} ${province} ${state_ansi ?? ''}`, () => [land, ...distinct([province, state_ansi])])
    return distinct([city, city_ascii]).map((name) => [name, rounded(lat), rounded(lng), region] as const)
  })
  return { countries: countries.all, regions: regions.all, towns }
}

const distinct = (words: readonly (string | undefined)[]): string[] => [
  ...new Set(words.filter((word): word is string => word !== undefined && word !== '')),
]

/** Values by the order in which their keys were first asked for. */
function indexed<T>(): { readonly all: T[]; of(key: string, make: () => T): number } {
  const all: T[] = []
  const places = new Map<string, number>()
  return {
    all,
    of(key, make) {
      const known = places.get(key)
      if (known !== undefined) return known
      places.set(key, all.push(make()) - 1)
      return all.length - 1
    },
  }
}

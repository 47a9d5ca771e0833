import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import anyAscii from 'any-ascii'

/**
 * Groups of names for fairness tests only; never an input of the product. Where the shared lists of common names are present
 * (CC0, see ../shared/data/fairness) they are used; the names written here are common parts in combinations of ours, and stand
 * in where the lists are absent or lack a country. Each group has places, schools, a telephone prefix, a clock and a font of its own,
 * so that a whole persona can be moved consistently.
 */
export interface Group {
  readonly code: string
  /** Country calling code. */
  readonly calling: string
  /** Minutes east of UTC. */
  readonly offset: number
  readonly cities: readonly [string, string, string]
  readonly font: string
  readonly forenames: readonly string[]
  readonly surnames: readonly string[]
}

type Row = readonly [code: string, calling: string, offset: number, cities: string, font: string, forenames: string, surnames: string]

const ROWS: readonly Row[] = [
  ['GB', '44', 0, 'Leeds,Bristol,Cardiff', 'Gill Sans', 'Harriet,Rhodri,Imogen,Callum', 'Ashworth,Pritchard,Okafor-Lane,Whitlock'],
  ['DE', '49', 60, 'Leipzig,Bremen,Ulm', 'DIN Alternate', 'Jürgen,Anneliese,Björn,Käthe', 'Groß,Schüßler,Hölzl,von Brück'],
  ['FR', '33', 60, 'Lyon,Nantes,Lille', 'Garamond', 'Aurélie,Benoît,Zoé,Gaël', 'Lefèvre,Dupré,L’Hénoret,Vasseur,Chabrol'],
  ['ES', '34', 60, 'Sevilla,Bilbao,Murcia', 'Optima', 'Íñigo,Begoña,Marta,Ximo', 'García Peña,Ibáñez,Llorens,Muñoz'],
  ['MX', '52', -360, 'Puebla,Mérida,León', 'Optima', 'Xóchitl,Citlali,Julio,Ramón', 'Hernández,Xicoténcatl,Cano,Luévano'],
  ['BR', '55', -180, 'Recife,Curitiba,Belém', 'Ubuntu', 'Thaís,João,Iara,Caio,Rute,Otávio', 'da Conceição,Araújo,Brandão,Nunes,Queiroz'],
  ['PL', '48', 60, 'Gdańsk,Łódź,Wrocław', 'Lato', 'Łucja,Grzegorz,Żaneta,Wit', 'Szczęsny,Dąbrowska,Żuk,Mróz'],
  ['UA', '380', 120, 'Львів,Одеса,Полтава', 'PT Sans', 'Зоряна,Дем’ян,Олена,Устим,Марко', 'Ковальчук,Гнатюк,Щербак,Рій,Довженко,Луценко'],
  ['RU', '7', 180, 'Пермь,Томск,Тула', 'PT Serif', 'Прохор,Любовь,Егор,Юлия', 'Щукин,Ёлкина,Цой,Жданов'],
  ['TR', '90', 180, 'İzmir,Bursa,Muğla', 'Calibri', 'Ömür,Şule,İlker,Gülay', 'Öztürk,Çağlar,Işık,Yeğin'],
  ['IL', '972', 120, 'חיפה,באר שבע,נתניה', 'David', 'תמר,נועם,יעל,איתי,דורית,Shira,Gideon', 'לביא,שגיא,ברק,אלון,Peretz,Katzir'],
  ['IN', '91', 330, 'Pune,Kochi,Indore', 'Mangal', 'अनन्या,Karthik,Farzana,Gurpreet', 'Iyer,देशमुख,Sethi,Rao'],
  ['NP', '977', 345, 'Pokhara,Butwal,Dharan', 'Preeti', 'Bikash,Sarita,सुनिल,Anju', 'Gurung,थापा,Rai,Lama'],
  ['CN', '86', 480, '成都,青岛,苏州', 'SimSun', '雨桐,志强,Mei,Jianguo,晓东', '欧阳,李,Zhang,Ng,Sun,Feng,Cao'],
  ['TW', '886', 480, '臺南,新竹,花蓮', 'PMingLiU', '怡君,冠宇,Hsiu-Mei,家豪', '陳,Tsai,林,Hsu'],
  ['JP', '81', 540, '仙台,福岡,松山', 'Meiryo', '葵,大輔,Hanako,蓮', '佐々木,Ōno,小鳥遊,Abe'],
  ['KR', '82', 540, '대구,전주,강릉', 'Malgun Gothic', '서연,하준,Ji-woo,보라,태오', '김,남궁,Park,이,선우,Choe'],
  ['PH', '63', 480, 'Cebu,Davao,Iloilo', 'Arial', 'Maricel,Jun-Jun,Liwayway,Rodel', 'Dela Cruz,Macaraeg,Santos,Uy'],
  ['GE', '995', 240, 'ქუთაისი,ბათუმი,თელავი', 'Sylfaen', 'თამარ,ლაშა,ნინო,გიორგი', 'ბერიძე,Kvaratskhelia,ლომიძე,Abashidze'],
  ['GR', '30', 120, 'Πάτρα,Βόλος,Χανιά', 'Candara', 'Ελένη,Θάνος,Ioanna,Άρης', 'Παπαδάκης,Vlachou,Ξένος,Ρήγα'],
  ['VN', '84', 420, 'Huế,Đà Nẵng,Cần Thơ', 'Segoe UI', 'Thị Hồng,Đức,Minh,Ngọc', 'Nguyễn,Trần,Đặng,Võ'],
  ['NG', '234', 60, 'Ibadan,Enugu,Jos', 'Verdana', 'Chukwuemeka,Adaeze,Olúwaṣeun,Halima', 'Okonkwo,Adébáyò,Nwosu,Bello'],
  [
    'EG',
    '20',
    120,
    'طنطا,أسوان,المنصورة',
    'Simplified Arabic',
    'مريم,كريم,Nour,طارق,Dalia,هند,Zein',
    'الشافعي,Mansour,حسن,عبد الله,Fawzy,Kandil,Shukri',
  ],
  ['IR', '98', 210, 'شیراز,تبریز,رشت', 'B Nazanin', 'شیرین,Farhad,لیلا,آرش', 'حسینی,Tehrani,کاظمی,موسوی'],
  ['TH', '66', 420, 'เชียงใหม่,ขอนแก่น,ภูเก็ต', 'Angsana New', 'สมชาย,Siriporn,กนกวรรณ,ธนา', 'ศรีสุข,Wongsawat,ใจดี,Chaiyasit'],
  ['ID', '62', 420, 'Bandung,Malang,Padang', 'Cambria', 'Siti,Budi,Ayu,Suparman', 'Wijaya,Nasution,Hartono,Lestari'],
]

const SHARED = resolve(process.env['BONAFIDE_SHARED_DATA'] ?? resolve(import.meta.dirname, '../../../../shared/data'), 'fairness')

/** Names of one list by country, as written locally, or romanised where that is all there is. */
function listed(file: string): ReadonlyMap<string, readonly string[]> {
  const path = resolve(SHARED, file)
  if (!existsSync(path)) return new Map()
  const rows = parse(readFileSync(path), { columns: true, bom: true, relax_column_count: true }) as Record<string, string>[]
  const byCountry = Map.groupBy(rows, (r) => r['Country'] ?? '')
  return new Map(
    [...byCountry].map(([code, of]) => [
      code,
      [...new Set(of.map((r) => (r['Localized Name'] || r['Romanized Name']) ?? '').filter((n) => n !== ''))],
    ]),
  )
}

/** A name that says nothing in Latin letters cannot be told from another; two names of one key would be one name. */
function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.filter((name) => {
    const key = anyAscii(name)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
    return key.length > 1 && !seen.has(key) && seen.add(key)
  })
}

/** At least sixteen, each with at least four forenames and four surnames. */
export const GROUPS: readonly Group[] = (() => {
  const forenames = listed('common-forenames-by-country.csv')
  const surnames = listed('common-surnames-by-country.csv')
  return ROWS.map(([code, calling, offset, cities, font, given, family]) => {
    const [a = '', b = '', c = ''] = cities.split(',')
    const of = (list: ReadonlyMap<string, readonly string[]>, own: string): string[] =>
      distinct([...(list.get(code) ?? []), ...own.split(',')])
    return { code, calling, offset, cities: [a, b, c], font, forenames: of(forenames, given), surnames: of(surnames, family) }
  })
})()

/** The n-th full name of a group; the first `forenames × surnames` are different from one another. */
export function nameOf(group: Group, n: number): string {
  const { forenames, surnames } = group
  const given = forenames[n % forenames.length] as string
  const family = surnames[(n + Math.floor(n / forenames.length)) % surnames.length] as string
  return `${given} ${family}`
}

/** Parts as equality sees them. */
const partsOf = (name: string): string[] =>
  anyAscii(name)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '')

/**
 * Four forenames and four surnames of which no part lies inside another, so that any two of their sixteen combinations share parts
 * only where they share a forename or a surname: renaming from one such set to another is consistent. `turn` picks
 * another set where the lists are long enough.
 */
export function nameSet(group: Group, turn: number): (n: number) => string {
  const { forenames, surnames } = apart(group, turn)
  return (n) => `${forenames[n % 4] as string} ${surnames[Math.floor(n / 4) % 4] as string}`
}

/** Eight single parts of names, of which none lies inside another: every word of a set's names, once. */
export function nameParts(group: Group, turn: number): readonly string[] {
  const { forenames, surnames } = apart(group, turn)
  return distinct([...forenames, ...surnames].flatMap((name) => name.split(/[\s\p{Pd}’']+/u)))
}

function apart(group: Group, turn: number): { readonly forenames: readonly string[]; readonly surnames: readonly string[] } {
  const taken: string[] = []
  const fits = (name: string): boolean => {
    const parts = partsOf(name)
    return parts.every((a) => a.length > 1 && taken.every((b) => !a.includes(b) && !b.includes(a)))
  }
  const four = (names: readonly string[]): string[] => {
    const chosen: string[] = []
    for (let i = 0; i < names.length && chosen.length < 4; i += 1) {
      const name = names[(i + turn * 4) % names.length] as string
      if (!fits(name)) continue
      taken.push(...partsOf(name))
      chosen.push(name)
    }
    if (chosen.length < 4) throw new Error(`${group.code} has too few names that stay apart`)
    return chosen
  }
  const forenames = four(group.forenames)
  const surnames = four(group.surnames)
  return { forenames, surnames }
}

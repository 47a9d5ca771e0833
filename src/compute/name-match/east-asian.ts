import anyAscii from 'any-ascii'

/** Hangul family names as their bearers write them; the revised romanisation that any-ascii follows is used by few. */
const HANGUL_FAMILY = new Map(
  '김 kim|이 lee|리 ri|박 park|최 choi|정 jong|조 cho|강 kang|윤 yun|장 jang|임 lim|한 han|오 oh|서 seo|신 shin|권 kwon|황 hwang|안 an|송 song|전 jon|홍 hong|유 yu|고 ko|문 mun|양 yang|손 son|배 pae|백 paek|허 ho|노 noh|로 ro|남 nam|심 sim|하 ha|주 chu|구 ku|곽 kwak|성 song|차 cha|우 u|나 na|라 ra|진 jin|지 ji|엄 om|채 chae|원 won|천 chon|방 pang|공 kong|현 hyon|함 ham|변 pyon|염 yom|여 yo|추 chu|도 to|소 so|석 sok|선 son|설 sol|마 ma|길 kil|연 yon|위 wi|표 pyo|명 myong|기 ki|반 pan|왕 wang|금 kum|옥 ok|육 yuk|인 in|맹 maeng|제 je|모 mo|탁 tak|국 kuk|어 o|은 un|편 pyon|용 yong|남궁 namgung|황보 hwangbo|선우 sonu|독고 tokko'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
)

/** Han family names of two characters. */
const TWO_HAN_FAMILIES = new Set(
  '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 司徒 东方 東方 皇甫 尉迟 公孙 公孫 慕容 令狐 宇文 长孙 司空 夏侯 端木'.split(' '),
)

/** Words of Chinese, Japanese organisation names, in English; the longest that fits is taken. */
const HAN_WORDS = new Map(
  '股份有限公司 jsc|有限责任公司 llc|有限公司 limited|公司 company|株式会社 kk|集团 group|集團 group|银行 bank|銀行 bank|中国 china|中國 china|科技 technology|国际 international|國際 international|贸易 trading|貿易 trading|进出口 importexport|工业 industry|工業 industry|大学 university|大學 university|研究所 institute|研究院 institute|投资 investment|投資 investment|控股 holding|实业 industrial|实業 industrial|电子 electronics|電子 electronics|北京 beijing|上海 shanghai|深圳 shenzhen|香港 hongkong|广州 guangzhou|东京 tokyo|東京 tokyo|朝鲜 korea|朝鮮 korea|丹东 dandong|大连 dalian|沈阳 shenyang'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
)

const syllables = (run: string): string[] =>
  [...run].map((character) =>
    anyAscii(character)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ''),
  )

/** A person's name of two to four characters has its family name first; anything longer is read as words of an organisation. */
export function hanReading(run: string, whole: boolean): string[] {
  const characters = [...run]
  const words = wordsOf(characters)
  if (words !== undefined) return words
  const read = syllables(run)
  if (!whole || characters.length < 2 || characters.length > 4) return [read.join('')]
  const family = characters.length > 2 && TWO_HAN_FAMILIES.has(characters[0]! + characters[1]!) ? 2 : 1
  return [read.slice(0, family).join(''), read.slice(family).join('')]
}

/** Undefined where no organisation word is found. */
function wordsOf(characters: readonly string[]): string[] | undefined {
  const words: string[] = []
  let rest = ''
  let found = false
  for (let at = 0; at < characters.length;) {
    let length = Math.min(6, characters.length - at)
    while (length > 1 && !HAN_WORDS.has(characters.slice(at, at + length).join(''))) length--
    if (length > 1) {
      if (rest !== '') words.push(syllables(rest).join(''))
      rest = ''
      words.push(HAN_WORDS.get(characters.slice(at, at + length).join(''))!)
      found = true
    } else rest += characters[at]!
    at += length
  }
  if (rest !== '') words.push(syllables(rest).join(''))
  return found ? words : undefined
}

/** A Korean name of two to four syllables: family name, then the given name. */
export function hangulReading(run: string, whole: boolean): string[] {
  const characters = [...run]
  if (!whole || characters.length < 2 || characters.length > 4) return [syllables(run).join('')]
  const two = characters.length > 3 ? HANGUL_FAMILY.get(characters[0]! + characters[1]!) : undefined
  const one = HANGUL_FAMILY.get(characters[0]!)
  if (two === undefined && one === undefined) return [syllables(run).join('')]
  const given = syllables(characters.slice(two === undefined ? 1 : 2).join('')).join('')
  return [two ?? one!, given]
}

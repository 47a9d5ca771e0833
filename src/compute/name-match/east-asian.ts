import { ascii } from '../ascii.ts'

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

const pairs = (text: string): Map<string, string> => new Map(text.split('|').map((pair) => pair.split(' ') as [string, string]))

/** How Koreans read the characters that their names are written with most. */
const KOREAN_HAN = pairs(
  '金 kim|李 lee|朴 pak|崔 choe|鄭 jong|郑 jong|趙 cho|赵 cho|姜 kang|張 jang|张 jang|尹 yun|林 rim|韓 han|韩 han|吳 o|吴 o|申 sin|權 kwon|黃 hwang|黄 hwang|安 an|宋 song|洪 hong|全 jon|文 mun|孫 son|孙 son|白 paek|許 ho|许 ho|盧 ro|卢 ro|南 nam|玄 hyon|桂 kye|柳 ryu|太 tae|' +
    '正 jong|恩 un|日 il|成 song|英 yong|哲 chol|男 nam|浩 ho|鎬 ho|敏 min|秀 su|永 yong|春 chun|明 myong|光 kwang|國 kuk|国 kuk|東 tong|东 tong|學 hak|学 hak|鉉 hyon|賢 hyon|贤 hyon|俊 jun|昌 chang|龍 ryong|龙 ryong|鐵 chol|铁 chol|虎 ho|姬 hui|姫 hui|玉 ok|順 sun|善 son|仁 in|植 sik|基 ki|萬 man|德 tok|福 pok|承 sung|在 jae|宰 jae|鎭 jin|真 jin|鎮 jin|相 sang|尙 sang|泰 tae|大 tae|元 won|勇 yong|勳 hun|勲 hun|赫 hyok|革 hyok|與 yo|与 yo|松 song|星 song|植 sik|柱 ju|周 ju|震 jin|珍 jin|美 mi|慶 kyong|京 kyong|景 kyong|炳 pyong|秉 pyong|容 yong|根 kun|洙 su|吉 kil|雄 ung|希 hui|熙 hui',
)

const JAPANESE_FAMILY = pairs(
  '山田 yamada|田中 tanaka|佐藤 sato|鈴木 suzuki|高橋 takahashi|伊藤 ito|渡辺 watanabe|渡邊 watanabe|山本 yamamoto|中村 nakamura|小林 kobayashi|加藤 kato|吉田 yoshida|佐々木 sasaki|山口 yamaguchi|松本 matsumoto|井上 inoue|木村 kimura|林 hayashi|斎藤 saito|斉藤 saito|清水 shimizu|山崎 yamazaki|森 mori|池田 ikeda|橋本 hashimoto|阿部 abe|安倍 abe|石川 ishikawa|山下 yamashita|中島 nakajima|石井 ishii|小川 ogawa|前田 maeda|岡田 okada|長谷川 hasegawa|藤田 fujita|後藤 goto|近藤 kondo|村上 murakami|遠藤 endo|青木 aoki|坂本 sakamoto|福田 fukuda|太田 ota|西村 nishimura|藤井 fujii|金子 kaneko|岡本 okamoto|藤原 fujiwara|三浦 miura|中野 nakano|原田 harada|松田 matsuda|竹内 takeuchi|小野 ono|田村 tamura|中山 nakayama|和田 wada|石田 ishida|森田 morita|上田 ueda|原 hara|内田 uchida|柴田 shibata|酒井 sakai|宮崎 miyazaki|横山 yokoyama|高木 takagi|岸田 kishida|石破 ishiba|高市 takaichi|菅 suga|麻生 aso|小泉 koizumi|松井 matsui|大野 ono|工藤 kudo|丸山 maruyama|今井 imai|河野 kono|村田 murata|武田 takeda|新井 arai|杉山 sugiyama|千葉 chiba|島田 shimada|桜井 sakurai|野口 noguchi|松尾 matsuo|菊地 kikuchi|菊池 kikuchi|平野 hirano|大塚 otsuka|佐野 sano|小松 komatsu|重信 shigenobu',
)
const JAPANESE_GIVEN = pairs(
  '太郎 taro|花子 hanako|一郎 ichiro|次郎 jiro|健 ken|健一 kenichi|誠 makoto|浩 hiroshi|博 hiroshi|隆 takashi|明 akira|和夫 kazuo|正 tadashi|清 kiyoshi|勇 isamu|進 susumu|茂 shigeru|修 osamu|聡 satoshi|大輔 daisuke|翔 sho|翔太 shota|健太 kenta|拓也 takuya|直樹 naoki|陽一 yoichi|晋三 shinzo|文雄 fumio|早苗 sanae|美咲 misaki|陽子 yoko|洋子 yoko|恵子 keiko|幸子 sachiko|和子 kazuko|由美子 yumiko|真由美 mayumi|明美 akemi|直美 naomi|愛 ai|葵 aoi|桜 sakura|裕子 yuko|智子 tomoko|純一郎 junichiro|房子 fusako|稔 minoru|豊 yutaka|薫 kaoru|学 manabu|淳 jun|剛 tsuyoshi|武 takeshi|実 minoru|昇 noboru|弘 hiroshi|三郎 saburo|大樹 daiki|達也 tatsuya|哲也 tetsuya|和也 kazuya|健二 kenji|賢治 kenji|真一 shinichi|雄一 yuichi|洋一 yoichi|恵 megumi|美穂 miho|久美子 kumiko|京子 kyoko|順子 junko|典子 noriko|紀子 noriko',
)

/** Words of Chinese, Japanese organisation names, in English; the longest that fits is taken. */
const HAN_WORDS = new Map(
  '股份有限公司 jsc|有限责任公司 llc|有限公司 limited|公司 company|株式会社 kk|集团 group|集團 group|银行 bank|銀行 bank|中国 china|中國 china|科技 technology|国际 international|國際 international|贸易 trading|貿易 trading|进出口 importexport|工业 industry|工業 industry|大学 university|大學 university|研究所 institute|研究院 institute|投资 investment|投資 investment|控股 holding|实业 industrial|实業 industrial|电子 electronics|電子 electronics|北京 beijing|上海 shanghai|深圳 shenzhen|香港 hongkong|广州 guangzhou|东京 tokyo|東京 tokyo|朝鲜 korea|朝鮮 korea|丹东 dandong|大连 dalian|沈阳 shenyang'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
)

const syllables = (run: string): string[] =>
  [...run].map((character) =>
    ascii(character)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ''),
  )

/** In which language Han characters are read; the name does not say. */
export type HanLanguage = 'chinese' | 'korean' | 'japanese'

/**
 * Han characters as words. A person's name of two to four characters has its family name first; words of an organisation are put in
 * English. Undefined where the characters cannot be read in that language.
 */
export function hanReading(run: string, whole: boolean, language: HanLanguage): string[] | undefined {
  const characters = [...run]
  if (language === 'korean') return koreanReading(characters, whole)
  if (language === 'japanese') return japaneseReading(run)
  const words = wordsOf(characters)
  if (words !== undefined) return words
  const read = syllables(run)
  if (!whole || characters.length < 2 || characters.length > 4) return [read.join('')]
  const family = characters.length > 2 && TWO_HAN_FAMILIES.has(characters[0]! + characters[1]!) ? 2 : 1
  return [read.slice(0, family).join(''), read.slice(family).join('')]
}

function koreanReading(characters: readonly string[], whole: boolean): string[] | undefined {
  if (characters.length > 4) return undefined
  const read = characters.map((character) => KOREAN_HAN.get(character))
  if (read.includes(undefined)) return undefined
  return whole && read.length > 1 ? [read[0]!, read.slice(1).join('')] : [read.join('')]
}

/** Family and given name, either alone, where both are known. */
function japaneseReading(run: string): string[] | undefined {
  const known = JAPANESE_FAMILY.get(run) ?? JAPANESE_GIVEN.get(run)
  if (known !== undefined) return [known]
  for (let length = 1; length < Math.min(4, run.length); length++) {
    const family = JAPANESE_FAMILY.get(run.slice(0, length))
    const given = JAPANESE_GIVEN.get(run.slice(length))
    if (family !== undefined && given !== undefined) return [family, given]
  }
  return undefined
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

/** Revised romanisation writes eo and eu where people write o and u, and g where they write k at the front. */
const korean = (run: string): string =>
  syllables(run)
    .map((syllable) => syllable.replace('eo', 'o').replace('eu', 'u').replace(/^g/, 'k'))
    .join('')

/** A Korean name of two to four syllables: family name, then the given name. A single syllable may be a family name. */
export function hangulReading(run: string, whole: boolean): string[] {
  const characters = [...run]
  if (characters.length <= 2 && HANGUL_FAMILY.has(run) && (characters.length === 1 || !whole)) return [HANGUL_FAMILY.get(run)!]
  if (!whole || characters.length < 2 || characters.length > 4) return [korean(run)]
  const two = characters.length > 3 ? HANGUL_FAMILY.get(characters[0]! + characters[1]!) : undefined
  const one = HANGUL_FAMILY.get(characters[0]!)
  if (two === undefined && one === undefined) return [korean(run)]
  return [two ?? one!, korean(characters.slice(two === undefined ? 1 : 2).join(''))]
}

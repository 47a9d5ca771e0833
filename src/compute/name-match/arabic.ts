import { ascii } from '../ascii.ts'

/** Words that Arabic texts write without vowels and Latin texts with them, so that the usual ones are compared letter by letter. */
const WORDS = new Map(
  (
    'محمد muhammad|احمد ahmad|محمود mahmud|حامد hamid|حميد hamid|علي ali|على ali|حسن hasan|حسين husayn|عمر umar|عثمان uthman|ابراهيم ibrahim|اسماعيل ismail|' +
    'يوسف yusuf|خالد khalid|مصطفى mustafa|مصطفي mustafa|سعيد said|سعد saad|صالح salih|سالم salim|سليم salim|جمال jamal|كمال kamal|ناصر nasir|نصر nasr|' +
    'رحمن rahman|كريم karim|عزيز aziz|الله allah|لله allah|فاطمة fatima|عائشة aisha|مريم maryam|زينب zaynab|جعفر jafar|قاسم qasim|' +
    'طارق tariq|وليد walid|ماجد majid|مجيد majid|رشيد rashid|راشد rashid|فيصل faysal|سلطان sultan|سلمان salman|سليمان sulayman|داود dawud|موسى musa|موسي musa|عيسى isa|' +
    'يحيى yahya|زكريا zakariya|بشار bashar|بشير bashir|انور anwar|جابر jabir|ياسر yasir|ياسين yasin|هاشم hashim|هشام hisham|كاظم kazim|مهدي mahdi|رضا rida|حمزة hamza|عباس abbas|طلال talal|بلال bilal|' +
    'عبد abd|عبدالله abdullah|بن bin|ابن ibn|بنت bint|ابو abu|ام umm|ال al|آل al|شيخ shaykh|دين din|حاج hajj|سيد sayyid|' +
    'شركة company|مؤسسة foundation|بنك bank|مصرف bank|مجموعة group|محدودة limited|تجارة trading|دولية international|عامة general|وطنية national|وزارة ministry|جامعة university'
  )
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
)

/** Letters in their usual English form; long vowels stay, since they tell names apart. */
const LETTERS = new Map(
  Object.entries({
    ا: 'a', ب: 'b', پ: 'p', ت: 't', ث: 'th', ج: 'j', چ: 'ch', ح: 'h', خ: 'kh', د: 'd', ذ: 'dh', ر: 'r', ز: 'z', ژ: 'zh',
    س: 's', ش: 'sh', ص: 's', ض: 'd', ط: 't', ظ: 'z', ع: 'a', غ: 'gh', ف: 'f', ڤ: 'v', ق: 'q', ک: 'k', ك: 'k', گ: 'g', ل: 'l', م: 'm', ن: 'n', ه: 'h', ة: 'a',
    و: 'w', ي: 'y', ی: 'y', ى: 'a', ء: '', ئ: 'y', ؤ: 'w', ٹ: 't', ڈ: 'd', ڑ: 'r', ں: 'n', ے: 'e', ہ: 'h', ھ: 'h', ۃ: 'a', ټ: 't', ډ: 'd', ړ: 'r', ښ: 'sh', ږ: 'zh', ڼ: 'n', ې: 'e', ۍ: 'y', ڕ: 'r', ێ: 'e', ۆ: 'o', ە: 'a',
  }),
) // prettier-ignore

/** An Arabic, Persian or Urdu word in Latin letters, the article and "abd" as words of their own. */
export function arabicWord(run: string): string[] {
  const word = run
    .normalize('NFKC')
    .replace(/[\u064b-\u065f\u0670\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/تش/g, 'چ')
  const known = WORDS.get(word)
  if (known !== undefined) return [known]
  if (word.startsWith('عبدال') && word.length > 6) return ['abd', ...arabicWord(word.slice(3))]
  if (word.startsWith('ال') && word.length > 4) return ['al', ...arabicWord(word.slice(2))]
  let text = ''
  let at = 0
  for (const letter of word) {
    const next = word[at + 1]
    const before = word[at - 1]
    // Between consonants waw and ya are long vowels.
    const vowel = before !== undefined && before !== 'ا' && next !== 'ا' && next !== 'و' && next !== 'ي' && next !== 'ی'
    if (vowel && letter === 'و') text += 'u'
    else if (vowel && (letter === 'ي' || letter === 'ی')) text += 'i'
    else text += LETTERS.get(letter) ?? ascii(letter).toLowerCase()
    at += letter.length
  }
  return [text.replace(/[^a-z0-9]+/g, '')]
}

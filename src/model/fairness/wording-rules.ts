import { AMBIGUOUS_COUNTRIES, BUSINESS_NOUNS, COUNTRIES, DEMONYMS, REGIONS } from './origin-words.ts'

/** What kind of wording is refused; each has one explanation and one thing to write instead. */
export const WORDING_KINDS = {
  origin: {
    explanation: 'Where a person or their family comes from is no evidence, and may not be weighed (Title VII; 8 U.S.C. 1324b).',
    instead:
      'Write which two statements about the same thing do not agree: "The résumé says the job was in the Lyon office, in the interview it was remote."',
  },
  language: {
    explanation: 'Accent and command of a language stand for origin, and have no field here.',
    instead: 'Write what was asked and what was answered: "Was asked how the queue is drained and described a different system."',
  },
  ethnicity: {
    explanation: 'Race and ethnicity may not be weighed.',
    instead: 'Leave it out, and write what was said or seen about the claim.',
  },
  appearance: {
    explanation: 'How a person looks has no field here.',
    instead: 'Where you doubt that it is the same person, ask for another way to verify; it is offered to everybody.',
  },
  gender: { explanation: 'Sex and gender may not be weighed.', instead: 'Write "the candidate" and the fact.' },
  age: { explanation: 'Age may not be weighed.', instead: 'Write which dates in which documents do not agree.' },
  religion: { explanation: 'Religion may not be weighed.', instead: 'Leave it out.' },
  'health-or-family': {
    explanation: 'Health, disability, pregnancy and family may not be weighed.',
    instead: 'Leave it out; a wish for an accommodation goes to HR only.',
  },
  immigration: {
    explanation:
      'Citizenship, visa and papers may not influence hiring, and are checked after the offer by those who must (8 U.S.C. 1324b).',
    instead: 'Leave it out.',
  },
  name: {
    explanation: 'What a name sounds like stands for origin; one in several innocent people has such a name.',
    instead: 'Write which identifier (phone, mailbox, account) is shared, and with whom.',
  },
  postcode: {
    explanation: 'A postcode or neighbourhood stands for race and origin (Illinois HB 3773).',
    instead: 'Compare whole addresses for equality only.',
  },
  keyboard: { explanation: 'A keyboard, font or system language stands for origin.', instead: 'Leave it out.' },
  politics: {
    explanation: 'Political opinion is no evidence, and such a test is put only to people who look a certain way.',
    instead: 'Leave it out.',
  },
  accusation: {
    explanation: 'Who might stand behind a persona is no question for the hiring side.',
    instead: 'Write the fact about the claim; compliance looks at lists.',
  },
  conduct: {
    explanation:
      'Camera, pauses, gaze, network, pay, hours and popularity have innocent reasons more often than not, and no rule may rest on them.',
    instead: 'A rule may rest on a contradiction about the same thing, a copied text or a shared identifier.',
  },
} as const
export type WordingKind = keyof typeof WORDING_KINDS

export interface WordingRule {
  readonly kind: WordingKind
  readonly pattern: RegExp
  /** The match is harmless when this fits at its place (sticky, from the start of the match). */
  readonly unless?: RegExp
  /** Harmless before another word with a capital, as in the name of an employer: "Korean Air". Not before a people or a person. */
  readonly inNames?: true
  /** Not for notes about one person: only for what justifies a decision, or only for what is applied to everybody. */
  readonly only?: 'rule' | 'rule-and-reason'
}

const any = (words: readonly string[]): string => `(?:${words.join('|')})`
const country = any([...COUNTRIES, ...REGIONS])
const anyCountry = any([...COUNTRIES, ...AMBIGUOUS_COUNTRIES, ...REGIONS])
const people = any(DEMONYMS)
const person =
  '(?:candidates?|applicants?|persons?|people|someone|somebody|anyone|anybody|everyone|everybody|those|developers?|engineers?|coders?|programmers?|workers?|employees?|freelancers?|contractors?|guys?|dudes?|lads?|kids?|m[ae]n|wom[ae]n|girls?|boys?|lad(?:y|ies)|gentlem[ae]n|fellows?|he|she|they|him|her|them)'
const quality =
  '(?:poor|bad|broken|weak|limited|imperfect|clumsy|awkward|terrible|awful|good|excellent|perfect|flawless|fluent|heavy|thick|strong|basic|rough|strange|odd|simple|non-?native|native|slurred|halting|patchy|unnatural)'
const judge =
  '(?<![\\p{L}])(?:reject(?:s|ed)?|block(?:s|ed)?|flag(?:s|ged)?|excluded?|refuse|avoid|deny|ban|skip|penali[sz]e|down-?rank|down-?grade|score|red flag|high[- ]risk|risky|suspicious|distrust|never hire|do not hire|don.t hire|not hire|extra checks?|raise the risk|watch out|be careful|points?|weight)(?![\\p{L}])'
const gap = (n: number): string => `(?:[^.;!?\\n]{0,${n}})`

/** From a people's name on: the next word has a capital and is neither a people nor a word for a person. */
export const NAME_GOES_ON = new RegExp(
  `[\\p{L}-]+\\s+(?!(?:${DEMONYMS.map((d) => d.trim()).join('|')}|Guys?|M[ae]n|Wom[ae]n|Candidates?|Applicants?|Person|Developers?|Engineers?|Accents?|Passports?|Names?|Girls?|Boys?|National|Citizen)(?![\\p{L}]))\\p{Lu}[\\p{L}&]+`,
  'uy',
)

/** Ignores case; spaces match any white space. */
function rule(
  kind: WordingKind,
  pattern: string,
  more: { unless?: string; inNames?: true; only?: 'rule' | 'rule-and-reason'; exactCase?: true } = {},
): WordingRule {
  const flags = more.exactCase ? 'gu' : 'giu'
  const source = (text: string): string =>
    text
      .replace(/ [?*]/g, '\\s*')
      .replace(/\[([-_]) \]/g, '[$1\\s]')
      .replaceAll(' ', '\\s+')
  return {
    kind,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${source(pattern)})(?![\\p{L}\\p{N}])`, flags),
    ...(more.unless === undefined ? {} : { unless: new RegExp(source(more.unless), 'iuy') }),
    ...(more.inNames ? { inNames: true as const } : {}),
    ...(more.only === undefined ? {} : { only: more.only }),
  }
}

const ORIGIN: readonly WordingRule[] = [
  rule(
    'accusation',
    'north[- ]korean?s?|d\\.?p\\.?r\\.?k\\.?|pyongyang|lazarus(?: group)?|nation[- ]state(?: actor)?s?|state[- ]sponsored|foreign agents?|foreign spy|hostile (?:state|nation|regime)|the regime',
  ),
  rule(
    'politics',
    'kim jong|(?:insult|criti[cs]i[sz]e|mock|denounce|curse)s? (?:the |a |his |her |their )?(?:leader|president|dictator|party|regime|government|kim)|loyalty test|political (?:views?|opinions?|part(?:y|ies)|affiliation|beliefs?|leanings?)|communists?|votes? for',
  ),
  rule('origin', people, {
    inNames: true,
    unless: `${people} (?:(?!and |but |or |so |who |with |the )[\\w&-]+ ){0,2}${any(BUSINESS_NOUNS)}\\b|(?:chinese wall|french press|greek letter|turkish airlines|dutch auction|swiss army|russian doll|german railways?|american express|british airways|deutsche|arabic numerals|english (?:docs|documentation|strings|labels|readme|ui)|swiss cheese|norwegian air|nordic semiconductor|mandarin oriental|georgian bay|roman numerals|persian (?:rugs?|cat)|hungarian (?:method|algorithm|notation)|polish notation|indian ocean|baltic sea|oriental hotel)`,
  }),
  rule('origin', 'Polish', {
    exactCase: true,
    unless: `polish (?:the|up|a|an|this|that|these|it|his|her|their|its|off|and|on|work|pass|notation|${BUSINESS_NOUNS.join('|')})\\b|polish (?:[\\w&-]+ ){0,1}${any(BUSINESS_NOUNS)}\\b`,
  }),
  rule(
    'origin',
    `(?:is|are|was|were|be|been|comes?|came|coming|originally|obviously|hails?|born|raised|grew up|${person}|looks?|sounds?|seems?|residents?|citizens?|nationals?|native|background|famil(?:y|ies)|parents|roots?|accent|degrees?|diplomas?|universit(?:y|ies)|schools?|colleges?)${gap(24)} (?:from|in|to) (?:the )?(?:${country})`,
    {
      unless: `${gap(60)}(?:office|customers?|clients?|servers?|data ?cent(?:er|re)|cluster|region|deployment|warehouse|subsidiary|branch|time zone was|job was|role was|project was|r[ée]sum[ée] says|profile says|says the|said the|said (?:he|she|they) (?:lives?|lived|works?|worked)|lists?|claims?|according to)`,
    },
  ),
  rule(
    'origin',
    `(?:born|raised|grew up|citizens?|nationals?|natives?|residents?|subjects?|originally|hails?) (?:in|of|from|to) (?:the )?(?:${anyCountry})`,
  ),
  rule(
    'origin',
    `(?:actually|really|secretly|probably|obviously|clearly|likely|surely|must be|might be|could be|pretends? not to be|hiding that|bet|suspect|guess)${gap(40)} (?:from|in|out of|based in|sits? in|lives? in) (?:the )?(?:${anyCountry})`,
  ),
  rule(
    'origin',
    `(?:ip|ips|ip addresses?|ip address|network address|vpn|vpn exit|log-?ins?|sign-?ins?|connects?|connected|connection|dials?|dialled|dialed|traffic|phone|number|time ?zone)${gap(30)}(?:from|in|of|to|is|was|are|resolves to|points to|geolocates to|=|:)${gap(12)} (?:${country})`,
  ),
  rule('origin', `${judge}${gap(80)}(?:${country})|(?:${country})${gap(60)}${judge}`),
  rule('origin', `(?:${anyCountry})(?: ?, ?(?:${anyCountry}))+(?: ?,? (?:or|and) (?:${anyCountry}))?`, { only: 'rule' }),
  rule('origin', `(?:${country})`, { only: 'rule' }),
  rule(
    'origin',
    '(?:country|countries|nation|geo|region)(?:[_ ]?code)?s? ?(?:==?|!=|in|not in|is|is not|of (?:ip|phone|the ip|the phone|origin|birth)|list|weight|score|risk|:)|geo-?ip|(?:high|low)[- ]risk (?:country|countries|nations?|regions?|origins?)|country[- ]of[- ]origin|by country|per country|certain countries|these countries',
    { only: 'rule' },
  ),
  rule('origin', 'countr(?:y|ies)|nations?|(?:in|out)side (?:of )?the (?:eu|us|usa|uk|eea|west)|abroad', {
    only: 'rule',
    unless: 'countr(?:y|ies)[^.;\\n]{0,60}(?:differs?|contradicts?|disagrees?|is not the same|are not the same)',
  }),
  rule('origin', 'origins?(?! (?:branch|server|main|master|of the (?:commit|text|file|document|copy)))', { only: 'rule-and-reason' }),
  rule(
    'origin',
    `(?:phone|number|dial(?:ling|ing)?)${gap(30)}(?:prefix|code|country|starts? with|begins? with) ?(?:\\+|00)?\\d{0,4}|\\+(?:7|84|86|91|92|98|234|375|850|852|880|998)(?!\\d)`,
    { only: 'rule' },
  ),
  rule(
    'origin',
    '(?:e-?mail|mail|domain|address)s?[^.;\\n]{0,40}(?:\\.(?:ru|cn|kp|kr|ir|by|vn|ng|pk|in|ua|ro)(?![a-z])|qq\\.com|163\\.com|126\\.com|naver|yandex|mail\\.ru)|(?:qq\\.com|163\\.com|126\\.com|mail\\.ru|yandex)[^.;\\n]{0,30}(?:mail|address|domain)',
    { only: 'rule' },
  ),
  rule(
    'origin',
    `nationalit(?:y|ies)|national origins?|nationals of|ethnic(?:ity|ities)?|foreigners?|countrym[ae]n|ancestry|heritage (?:is|was|country)|origins? (?:is|are) (?:unclear|doubtful|foreign)|(?:his|her|their|candidate.s|applicant.s|the person.s|true|real|actual) (?:country of )?origins?|birthplace|(?:born and raised|grew up) (?:in|here|there|abroad|elsewhere)|of \\w+ descent|place of birth|country of birth|country of origin|home country|third[- ]world|expats?|expatriates?|overseas (?:${person})|non-?(?:westerners?|europeans?|americans?|locals?)|westerners?|offshore (?:${person})`,
  ),
  rule(
    'origin',
    `foreign[- ](?:accents?|names?|nationals?|candidates?|applicants?|born|workers?|persons?|people|degrees?|credentials?|universit(?:y|ies)|schools?|education|passports?|sounding|looking|guys?|m[ae]n|wom[ae]n|developers?|engineers?|students?|countr(?:y|ies)|languages?|citizens?)|(?:is|are|was|sounds?|sounded|looks?|looked|seems?|seemed|too|very|so) foreign`,
  ),
]

const LANGUAGE: readonly WordingRule[] = [
  rule('language', 'accent(?:s|ed)?', {
    unless:
      'accents? (?:colou?rs?|marks?|characters?|in (?:the )?(?:names?|strings?|file|search|urls?|letters)|folding)|accent-?(?:insensitive|colou?r|folding)|accented (?:letters?|characters?)',
  }),
  rule(
    'language',
    'native (?:speakers?|tongue|language|english|fluency)|mother tongue|first language|second language|home language|non-?native|spoken (?:language|fluency)|language (?:skills?|barrier|level|problems?|proficiency|test)|speaks? (?:no|little|only|like a|the language)|pronunciation|pronounc(?:es?|ed|ing)|mispronounc\\w+|intonation|dialects?|broken sentences|with that voice|(?:that|his|her|their) voice (?:is|was|sounds?|sounded|gave|did|does)|english(?:-language)? (?:is|was|skills?|level|test|proficiency)',
  ),
  rule(
    'language',
    `${quality}(?: \\w+)? (?:grammar|vocabulary|phrasing|command of|language|speech|diction)|grammar (?:mistakes?|errors?|is|was) ?(?:in|of)? ?(?:the )?(?:his|her|their|e-?mails?|letters?|messages?|chat|cover letter|application|poor|bad)?|(?:machine|google)[- ]translat\\w+|google translate|translated (?:by|with) (?:a )?(?:machine|software|google)|spelling (?:is|was|mistakes?|errors?) ?(?:poor|bad|in (?:the |his |her |their )?(?:letter|e-?mails?|mails?|messages?|r[ée]sum[ée]|cv))|typos? show`,
    { unless: '(?:formal|context-free|parser|antlr) ' },
  ),
  rule(
    'language',
    `(?:hard|difficult|impossible) to understand (?:him|her|them|what (?:he|she|they) (?:says?|said|mumbles?))|(?:call[- ]cent(?:er|re)) (?:noise|voice|accent)|speaks? (?:slowly|haltingly|strangely|funny|oddly)|(?:he|she|they|candidate|applicant) (?:does not|doesn.t|did not|didn.t|cannot|can.t|could not|couldn.t) speak`,
  ),
  rule(
    'language',
    '(?:preferred|primary|spoken|first|home|second|chat|written|letter|message)[- ]language (?:is|was|=|!=|in|not)|language (?:==?|!=|is not|not in)',
    { only: 'rule' },
  ),
  rule('language', '(?<!(?:programming|query|markup|typed|scripting|hardware) )languages?|voice', { only: 'rule-and-reason' }),
  rule(
    'keyboard',
    'keyboard[- ]?(?:locale|layout|language|settings?)s?|input methods?|ime|(?:system|os|ui|browser|device|display|windows|document|pdf|interface|editor|menu)[- ](?:language|locale)s?|accept-language|locale ?(?:==?|!=|is|in|was|of)|(?:cyrillic|hangul|hanzi|kanji|pinyin|devanagari|hebrew|cjk)(?: (?:keyboard|letters?|characters?|fonts?|input|text|script|file ?names?))?|(?:fonts?|keyboard|windows|menus?|desktop|taskbar)(?: (?:is|are|was|were|set to|in))* (?:cyrillic|hangul|cjk|a foreign)',
    {
      unless:
        '(?:input methods?|ime) (?:of the|for the|returns)|(?:cjk|cyrillic|hangul|hebrew|kanji) (?:segmentation|tokeni[sz]\\w+|rendering|search|support|collation|indexing|text layout)|document locale (?:api|bug)',
    },
  ),
]

const PERSON: readonly WordingRule[] = [
  rule(
    'ethnicity',
    `(?:his|her|their|same|other|another|different|candidate.s|applicant.s|mixed|by|of|which|what|person.s) race(?! condition| hazard| window| between| in | on )|race ?(?:==?|!=|is|:)|racial(?:ly)?|ethnic\\w*|skin(?: tone| colou?r)?|(?:dark|light|brown|fair|pale|yellow)[- ]skinned|(?:white|black|brown|yellow|colou?red) (?:${person}|americans?|male|female)|person of colou?r|people of colou?r|caste|tribal|half-?blood|minorit(?:y|ies) (?:candidate|applicant|background|hire)|diversity hires?`,
    { unless: 'race (?:conditions?|hazards?|windows?|between|in|on)|black m[ae]n-|black hat|white hat|skin(?:s)? (?:of|for) the' },
  ),
  rule(
    'appearance',
    `(?:looks?|looked|looking|appears?|appeared) (?:too |very |quite |rather |so |a bit |like an? )?(?:young|old|older|younger|asian|foreign|tired|scruffy|unkempt|attractive|pretty|ugly|fat|thin|sloppy|poor|shabby|sickly|oriental|ethnic|hispanic|arab|m[ae]n|wom[ae]n|girls?|boys?|gay|strange|odd|different from (?:the|his|her|their) (?:photo|picture|passport))`,
  ),
  rule(
    'appearance',
    '(?:his|her|their|candidate.s|applicant.s|personal|physical|person.s|outward|facial) (?:looks?|appearance|features|hair|haircut|beard|clothes|clothing|outfit|skin|eyes|nose|body|weight|height|teeth)|(?:face|features|looks|appearance) (?:does not|doesn.t|did not|didn.t|do not|don.t) (?:match|fit|suit|go with)|good[- ]looking|handsome|unattractive|overweight|obese|skinny|beard(?:ed)?|tattoos?|tattooed|piercings?|hijab|headscarf|turban|dreadlocks|slanted|eye shape|(?:wore|wears|wearing) (?:a |an )?(?:heavy |too much )?(?:make-?up|dress|skirt|suit|hoodie|scarf|wig)|badly dressed|well dressed|poorly dressed|unshaven|cheap clothes|his face|her face|their face|face[- ]to[- ]passport',
  ),
  rule(
    'gender',
    `(?:fe)?males?|wom[ae]n|girls?|boys?|lad(?:y|ies)|housewi(?:fe|ves)|effeminate|feminine|masculine|manly|girly|transgender|trans|gender\\w*|sexual\\w*|gay|lesbian|queer|pregnan\\w*|maternity|paternity leave|(?:young|old|older|younger|another|this|that|the|a|some|different|same) (?:m[ae]n|guys?|dudes?|lads?)(?!-| in the middle| page|[- ]hours)|as a man|(?:his|her|their|candidate.s|applicant.s) sex|sex(?:==?| is)|bossy|shrill`,
    {
      unless:
        'm[ae]n-in-the-middle|(?:a|the|this|that) m[ae]n(?:-| in the middle| page|[- ]hours?|[- ]days?|[- ]pages?)|(?:fe)?male (?:and (?:fe)?male )?(?:connectors?|headers?|plugs?|sockets?|pins?)|transgender(?= )$',
    },
  ),
  rule(
    'age',
    `(?:${person}) (?:is|was|looks?|seems?|seemed|must be|appears?|sounds?) (?:to be )?(?:much |far |a lot |clearly |somewhat )?(?:older|younger)|too (?:old|young)(?! to be cached)|(?:in|is in|was in) (?:his|her|their) (?:early |mid |mid-|late )?(?:teens|\\d0.?s|twenties|thirties|forties|fifties|sixties|seventies)|(?:early|mid|late)[- ](?:\\d0.?s|twenties|thirties|forties|fifties|sixties)|(?:${person}) (?:is|was|looks?|looked|seems?|seemed|must be|appears?|sounds?|sounded)(?: (?:at least|about|around|only|no more than|over|under|maybe|just))? (?:\\d\\d|twenty|thirty|forty|fifty|sixty)(?: years| or|(?= *[.,;]|$))|looks? (?:about|around|at least|over|under) \\d\\d|\\d\\d[- ]?(?:year|yr)s?[- ]olds?(?= (?:${person})|[.,;]|$)|(?:his|her|their|candidate.s|applicant.s|real|true|person.s) age|age(?:d)? ?(?:==?|<=?|>=?|over|under|above|below|between|group|range|bracket|limit) ?|ages? \\d\\d|date of birth|birth ?dates?|birthdays?|year of birth|elderly|middle-?aged|boomers?|millennials?|gen(?:eration)? z|over the hill|(?:close to|near|past) retirement|digital natives?|senior citizens?|young(?:er)? (?:${person}|and (?:hungry|dynamic|energetic))|old-timers?|oldsters?|youngsters?|youthful|immature|fresh blood`,
    { unless: 'age (?:of the|under the|over the)|ages? \\d\\d+ (?:hours|minutes|seconds|days)' },
  ),
  rule(
    'religion',
    '(?:a|an|is|was|devout|practi[sc]ing|strict|the|our|his|her|probably) (?:christian|catholic|protestant|mormon)|muslims?|islam(?:ic|ist)?|jew(?:s|ish)?|hindus?|buddhists?|sikhs?|atheists?|religio(?:n|ns|us)|(?:goes|went) to church|mosques?|synagogues?|prays?|prayed|praying|prayers?|ramadan|sabbath|shabbat|kosher|halal|orthodox (?:christian|jew)',
  ),
  rule(
    'health-or-family',
    '(?:has|have|with|his|her|their|a|mental|physical|learning|hidden) disabilit(?:y|ies)|disabilit(?:y|ies)|(?:is|was|seems|be) (?:disabled|handicapped|crippled|autistic|bipolar|dyslexic|deaf|mute|mentally ill|sickly)|handicapped|blind(?=,? (?:and|or|in one|person|candidate|applicant|m[ae]n|wom[ae]n))|wheelchairs?|autis(?:m|tic)|adhd|dyslexi[ac]|stutter(?:s|ed|ing)?|stammer(?:s|ed|ing)?|mental (?:illness|health)|hearing aids?|sick leave|medical (?:conditions?|history|leave|reasons?|records?)|marital(?: status)?|(?:is|was|not|newly|recently|happily) (?:married|divorced|pregnant)|single (?:mother|father|mom|dad|parent)|(?:has|have|having|with|no|wants|planning) (?:a |two |three |small |young |many |no |more |little )*(?:kids?|children|baby|babies)(?! (?:elements?|nodes?|components?|process(?:es)?))|childcare|breastfeeding',
  ),
]

const PAPERS_AND_NAMES: readonly WordingRule[] = [
  rule(
    'immigration',
    '(?:work|needs? an?|needing an?|on an?|has an?|have an?|his|her|their|without an?|no|student|tourist|any|valid|expired|requires? an?|their|of) visas?(?! (?:cards?|payments?|network|api|terminals?))|visa (?:status|sponsor\\w*|holders?|problems?|issues?|types?|expir\\w+|applications?|category|class|restrictions?|requirements?|question|situation|number|runs?)|h-?1-?b|green ?cards?|work permits?|(?:work|employment) authori[sz]ation|(?:legally )?authori[sz]ed to work|right to work|residen(?:ce|cy) permits?|permanent residen\\w+|immigra\\w+|(?:un|il)legal(?:ly)? (?:alien|immigrant|here|worker)s?|migrants?|migrant workers?|refugees?|asylum|asylees?|citizenship|(?:us|u\\.s\\.|eu|uk|american|dual|non-?|foreign|senior|his|her|is an?|not an?|only|native) ?citizens?|(?<!first[- ]class )citizens? (?:of|only)|only citizens?|needs? sponsorship|sponsorship|undocumented (?:workers?|immigrants?|persons?|people|aliens?)|deport\\w*|naturali[sz]ed|e-verify|i-9|passports?',
    {
      unless:
        'passports?(?:\\.js|-[a-z]+|js| (?:strateg|middleware|library|module|package|local|oauth|saml))|i-9 ?\\d{3}|(?:on an?|has an?|of|any) visas? (?:cards?|payments?|network|api)|first[- ]class citizens?|(?:her|his) citizens? (?:portal|app)',
    },
  ),
  rule(
    'name',
    `(?:western(?:i[sz]ed)?|american(?:i[sz]ed)?|angl(?:o|ici[sz]ed)|asian|european|ethnic|foreign|exotic|unpronounceable|unusual|weird|strange|white|black)[- ](?:sounding )?(?:first |last |sur|given |family )?names?|names? (?:sounds?|looks?|seems?|reads?|feels?) (?:too |very |quite |like |a bit |so )?\\w+|name (?:is|was) (?:too |very |quite |so |a bit )?(?:generic|common|ordinary|western|foreign|fake|invented|made[- ]up|unpronounceable|exotic|plain|american|asian|simple)|(?:generic|common|ordinary|bland|made-up|fake|invented|simple|plain|typical) (?:first|last|personal|given|family|english|american|western) ?names?|(?:has|with|uses?|under|having) an? (?:generic|common|ordinary|bland|made-up|typical)(?:[- ]sounding)? name|names? does(?: not|n.t) (?:fit|match|suit|go with) (?:the |his |her |their )?(?:face|looks|appearance|person|origin|voice|photo)|doesn.t look like an? [A-Z]\\w+|name (?:origin|ethnicity|lists?)|surnames? (?:in|is|are|one of|like|such|ends?|starts?)|sounds like an? \\w+ name`,
    { unless: 'names? (?:looks?|reads?) (?:up|like a (?:class|method|variable))|file ?name' },
  ),
  rule('immigration', 'visas?|citizens?|papers', { only: 'rule-and-reason' }),
  rule('name', 'names? (?:in|not in|==?|!=|~|matches) ?[(\\[{"]', { only: 'rule' }),
  rule(
    'name',
    '(?:first|last|full|given|family|sur|candidate|applicant|person.s|their|his|her|the) ?_?names? ?(?:in|is one of|is in|matches|==?|contains|starts? with|ends? with|among|on the list|like|belongs? to|length|has (?:fewer|more|only|two|three))|names? (?:like|such as|from the list|on (?:the|this|our) list)|list of (?:first |last |sur|given |family |common )?names|name[_ ](?:score|length|list|origin|weight)',
    { only: 'rule' },
  ),
  rule(
    'postcode',
    `(?:his|her|their|candidate.s|applicant.s|home|residence|lives?|living|bad|poor|rich|wrong|certain|cheap|that|from a|from the)${gap(16)}(?:zip ?codes?|post ?codes?|postal codes?|neighbou?rhoods?|zip)|(?:zip ?codes?|post ?codes?|postal codes?|neighbou?rhoods?)${gap(30)}(?:of (?:the )?(?:candidate|applicant|person)|is (?:bad|poor|risky|suspicious)|${judge})|${judge}${gap(40)}(?:zip ?codes?|post ?codes?|postal codes?|neighbou?rhoods?)|wrong side of town|ghetto|slums?`,
  ),
  rule(
    'postcode',
    'zip|zip[_ ]?codes?|post ?codes?|postal[_ ]?codes?|plz|neighbou?rhoods?|census tracts?|districts?|part of town|median income',
    { only: 'rule' },
  ),
]

/** Put to everybody, these questions ask for what may not be weighed; some are harmless in a note about one claim. */
const QUESTIONS: readonly WordingRule[] = [
  rule(
    'origin',
    'where (?:are|is|were|was|do|does|did) (?:you|they|he|she|(?:your|their|his|her|the candidate.s) (?:family|parents?|people|ancestors))(?: (?:really|actually|originally|initially|truly|come|all|folks))* (?:from|born|grow up|raised)|(?:your|their) (?:family|parents|ancestors)(?: \\w+)? (?:come from|from)|(?:your|their|his|her|the candidate.s) (?:own |home )?cultures?|cultural (?:background|fit)',
    { only: 'rule' },
  ),
  rule(
    'age',
    'how old (?:are|is) (?:you|they|he|she|the (?:candidate|applicant))|(?:when|what year|which year|in what year|in which year|how long ago)(?: \\w+){1,3} (?:finish|leave|complete|graduate(?: from)?|start|attend)(?: \\w+)? (?:high|secondary|grammar|primary|elementary|middle)[- ]?school|(?:when|what year|which year) (?:were|was) (?:you|they|he|she) born|(?:year|date) of (?:high|secondary)[- ]school',
    { only: 'rule' },
  ),
  rule(
    'health-or-family',
    '(?:are|is) (?:you|they|he|she|the (?:candidate|applicant)) (?:married|single|engaged|pregnant|divorced|healthy)|(?:you|they|he|she|candidate|applicant)(?: \\w+){1,3} (?:have|having|want|get) (?:any |more )?(?:children|kids|a family|a baby|pregnant)|your (?:husband|wife|spouse|children|kids)',
    { only: 'rule' },
  ),
]

const CONDUCT: readonly WordingRule[] = [
  rule(
    'conduct',
    'cameras?|web ?cam|video (?:is )?off|background (?:is )?(?:blur\\w*|noise|voices?)|blurred|virtual background|several voices|other voices|call[- ]cent(?:er|re)|pauses?|gaze|eye contact|eye movements?|reads? (?:\\w+ ){0,2}(?:from|off) (?:a|the|another|his|her|their) (?:screen|monitor|phone|paper|script|notes)|reading (?:from|off)|eyes? (?:moving|move|moves|movements?)|(?:see|show|showing|turn) (?:us )?(?:your|their|his|her|the) face|looks? away|hesitat\\w+|nervous\\w*|stress in|voice stress|micro-?expressions?|emotion\\w*|body language|tone of voice|lie detect\\w*|drug tests?|in[- ]person meeting|refuses? to (?:meet|travel)',
    { only: 'rule' },
  ),
  rule(
    'conduct',
    "(?:uses?|using|behind|through|over|on) an? vpn|vpn (?:provider|use|user|exit|=|is)|vpn|time ?zones?|(?:utc|gmt) ?[+-] ?\\d+|commits? at night|night-?time|working hours|low(?:er)? (?:pay|salary|rate)|below[- ]market|salary expectations?|no negotiat\\w+|does not negotiate|crypto(?:currency)? pay\\w*|paid in (?:crypto|bitcoin|usdt)|followers?|following|starred|stars|account (?:is )?(?:younger|newer|new)|new (?:github |linkedin )?account|no linkedin|linkedin (?:is )?(?:missing|new|absent)|cartoon|avatar|profile (?:photo|picture) (?:is )?missing|no photos?|conference photos?|social (?:media )?(?:presence|footprint)|(?:school|university|employer|degree)(?:'s)? country|credit (?:score|history)|criminal record|union member\\w*",
    { only: 'rule' },
  ),
]

export const WORDING_RULES: readonly WordingRule[] = [...ORIGIN, ...LANGUAGE, ...PERSON, ...PAPERS_AND_NAMES, ...QUESTIONS, ...CONDUCT]

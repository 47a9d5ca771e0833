/**
 * Legal forms of companies and bodies in folded Latin letters, by what they are. Forms of one line are one form in other words; the
 * groups say which forms are kin. Own table from general knowledge; of the forms that GLEIF's list of entity legal forms names, the usual
 * ones are here.
 */
type Group = 'limited' | 'stock' | 'partnership' | 'company' | 'other'

const TABLE: Readonly<Record<Group, string>> = {
  limited: `llc|limited liability company|limited liability co|ltd liability co|ooo|tov|too|obshchestvo s ogranichennoy otvetstvennostyu|s ogranichennoy otvetstvennostyu|obshestvo s ogranichennoi otvetstvennostyu|obshchestvo s ogranichennoi otvetstvennostiu|obshchestvo s ogranichennoi otvetstvennostyu|tovarishchestvo s ogranichennoy otvetstvennostyu|tovarystvo z obmezhenoyu vidpovidalnistyu|mchj|xk mchj|mmc|mehdud mesuliyyetli cemiyyeti|wll|l l c|ood
gmbh|ges mbh|gesellschaft mit beschrankter haftung|mbh|gesmbh|ug|ug haftungsbeschrankt|unternehmergesellschaft
sarl|societe a responsabilite limitee|sarlu|eurl|sarlau
srl|societa a responsabilita limitata|sociedad de responsabilidad limitada|sociedad limitada|sl|slu|sociedade limitada|ltda|limitada|s de rl|s de rl de cv|srls
bv|besloten vennootschap|besloten vennootschap met beperkte aansprakelijkheid|bvba
sp z oo|sp z o o|spzoo|sp zoo|spolka z ograniczona odpowiedzialnoscia|spolka z oo
sro|s r o|spol s ro|spolecnost s rucenim omezenym|spolocnost s rucenim obmedzenym
doo|d o o|drustvo s ogranicenom odgovornoscu|drustvo sa ogranicenom odgovornoscu|eood|dooel
kft|korlatolt felelossegu tarsasag
aps|anpartsselskab
uab|uzdaroji akcine bendrove|sia|sabiedriba ar ierobezotu atbildibu|ou|osauhing
ltd|limited|pty ltd|pte ltd|pvt ltd|proprietary limited|private limited|pty limited|pte limited|pvt limited|private ltd|co ltd|co limited|company limited|company ltd|limited company|sdn bhd|sendirian berhad|lda|lld|teo|ltee|limitee|ltd co|ltd company|ltd sti|limited sirketi|trading co ltd sti`,
  stock: `jsc|joint stock company|joint stock co|ao|aktsionernoye obshchestvo|aktsionernoe obshchestvo|aktsionerne tovarystvo|at|ad|aksionerno druzhestvo|akcionersko drustvo|atg
ojsc|open joint stock company|oao|otkrytoe aktsionernoe obshchestvo|otkrytoye aktsionernoye obshchestvo|vat|aat
pjsc|public joint stock company|pao|publichnoe aktsionernoe obshchestvo|publichnoye aktsionernoye obshchestvo|prat|pat|pjs company|qsc
cjsc|closed joint stock company|zao|zat|zakrytoe aktsionernoe obshchestvo|zakrytoye aktsionernoye obshchestvo|private joint stock company
ag|aktiengesellschaft|aktienges
sa|societe anonyme|sociedad anonima|sociedade anonima|spolka akcyjna|sa de cv|sociedad anonima de capital variable|sab de cv|sapi de cv|saa|sac|sau|saic|eireli
spa|societa per azioni|sapa
sas|societe par actions simplifiee|sociedad por acciones simplificada|sasu
nv|naamloze vennootschap
ab|aktiebolag|publ ab|ab publ
as|a s|aksjeselskap|asa|allmennaksjeselskap|aktieselskab|anonim sirketi|anonim sti|akciova spolecnost|aktsiaselts
oy|oyj|osakeyhtio|julkinen osakeyhtio|ab oy|oy ab
kk|kabushiki kaisha|kabushiki gaisha|gk|godo kaisha
plc|public limited company|psc|pjsco
inc|incorporated|incorporation|inc ltd|pbc
corp|corporation|corporacion|corporacao
tbk|pt|perseroan terbatas|berhad|bhd|pcl|public company limited
zrt|nyrt|reszvenytarsasag
saog|saoc|sal|sarl sal|ksc|kscc|bsc|saudi joint stock company
se|societas europaea`,
  partnership: `lp|limited partnership|llp|limited liability partnership|lllp|ulc|pllc
kg|kommanditgesellschaft|gmbh co kg|gmbh and co kg|ag co kg|kgaa|ohg|offene handelsgesellschaft|gbr
snc|scs|sca|societe en nom collectif|sncs|societe en commandite
vof|cv|commanditaire vennootschap|ks|ans|da|hb|kb`,
  company: `co|company|compagnie|compania|cia|companhia|kompaniya|kompania|kampaniya|sherkat|sharikat|shirkat|sirketi|sti|cie`,
  other: `ano|avtonomnaya nekommercheskaya organizatsiya|autonomous non profit organization|autonomous nonprofit organization
fze|fzco|fzc|fz llc|free zone establishment|free zone company|dmcc|fzllc
ev|eingetragener verein|asbl|vzw
fgup|federal state unitary enterprise|federalnoe gosudarstvennoe unitarnoe predpriyatie|fsue|gup|sue|state unitary enterprise|up|unitary enterprise|mup
ip|individualnyy predprinimatel|chp|sole proprietorship|est`,
}

export interface CompanyForm {
  /** Equal for the same form in other words or another spelling. */
  readonly id: number
  readonly group: Group
}

/** By their words. */
export const FORMS = new Map<string, CompanyForm>()
/** Number of words of the longest form that begins with this word. */
const LONGEST = new Map<string, number>()
let id = 0
for (const [group, lines] of Object.entries(TABLE) as [Group, string][]) {
  for (const line of lines.split('\n')) {
    id++
    for (const form of line.split('|')) {
      const words = form.trim().split(' ')
      const known = { id, group }
      if (!FORMS.has(form.trim())) FORMS.set(form.trim(), known)
      LONGEST.set(words[0]!, Math.max(LONGEST.get(words[0]!) ?? 1, words.length))
    }
  }
}

/** The form that the words from `at` on spell, the longest one, and how many words it takes; undefined where none begins. */
export function formAt(words: readonly string[], at: number): { form: CompanyForm; words: number } | undefined {
  let length = Math.min(LONGEST.get(words[at]!) ?? 0, words.length - at)
  for (; length > 0; length--) {
    const form = FORMS.get(length === 1 ? words[at]! : words.slice(at, at + length).join(' '))
    if (form !== undefined) return { form, words: length }
  }
  return undefined
}

/** Small word tables of names; all keys in folded Latin letters. Own lists from general knowledge. */

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** Forms of address, office and rank; they say nothing about who is meant. */
export const TITLES = set(`mr mrs ms miss mister madam dr doctor prof professor sir dame lord lady rev reverend hon honorable
  president prezident presidente presidentas prasident presiden predsjednik predsednik presedintele pravitel elnok praesident vicepresident
  general gen colonel col major maj captain capt lieutenant lt brig brigadier commander cmdr admiral marshal sergeant sgt
  minister ministr senator governor ambassador king queen prince princess emir sultan herr frau monsieur madame mme senor senora don dona signor
  sheikh shaikh shaykh sheik cheikh haji hajji hajj hadji alhaji mullah mulla maulavi mawlawi maulawi mawlavi moulavi mufti ayatollah imam qari hafiz ustad
  sayyid sayed syed sayyed eng engineer ing dipl jr sr junior senior esq phd md`)

/** Prefixes of ships. */
export const VESSEL_TITLES = set('mv mt ms ss mts fv mtv lpg lng')

/** Small words between the parts of a person's name. "bin" and its kin mean that the next part is the father's name. */
export const PARTICLES = set(`al el ul ad ash as az an at ar ud ed ur us bin ibn ben bint binti ould uld wald bou
  von van der den de da di do dos das del della la le les los y e i du des ten ter zu zum zur af av san santa st
  oglu ogly kyzy qizi gyzy uulu walad`)
export const FATHERS = set('bin ibn ben bint binti ould uld wald oglu ogly kyzy qizi gyzy uulu walad')

/** Endings of names formed from the father's first name. */
export const PATRONYMIC =
  /.(?:[oe]vi(?:ch|c|tch|tsch|cz|tj|tx|ci|tsj)|[oe]vych|[iy]ich|[oei]vn[ao]|[iy]chna|inichna|evitch|owicz|ewicz|owitsch|ewitsch|owitsj|ovics|evics|avich|avna|owna|ewna)$/

/** Words that stand in many organisations' names, one line a meaning; equal meanings in several languages count as the same word. */
const COMMON = `bank banco banque banka banca bankasi banken banki
national nacional nationale nazionale natsionalnyy natsionalnaya nacionalni
international internacional internationale internazionale intl int mezhdunarodnyy mezhdunarodnaya
group gruppe grupo groupe gruppo gruppa grp grupa
holding holdings kholding
trading trade torgovyy torgovaya ticaret tijarah comercio commerce commercial comercial handel handels
industry industries industrial industria industrie industriya promyshlennost sanayi
general generale
corporation corp korporatsiya
company co kompaniya
services service servicios servisy
shipping shippers shipyard maritime marine lines line navigation denizcilik
investment investments invest inversiones investitsionnaya
development developments
construction constructions stroy stroitelnaya insaat construcciones constructora
engineering engineers muhendislik
technology technologies tech technical tekhnologii tekhnologiya teknoloji technologie tecnologia
systems system sistemy sistema sisteme
solutions
energy energia energie energiya enerji
oil neft petroleum petrol petroleo
gas gaz
chemical chemicals kimya khimiya
bureau byuro
institute institut instituto
university universitet universidad universite universitat
ministry ministerstvo ministerio ministere
department departament
agency agentstvo agencia
organization organisation organizatsiya organizacion org
foundation fond fondation fundacion stiftung fund
association associazione asociacion assotsiatsiya assoc assn
society societe sociedad societa obshchestvo
center centre centro tsentr zentrum merkez
factory zavod plant works fabrika
enterprise enterprises predpriyatie entreprise empresa
partners partner partnership
management
capital
finance financial finans finansovaya
insurance
logistics logistik lojistik
transport transportation transportes transporte
export import exim importexport exporter importers
supply supplies
products product
manufacturing manufacturers manufacture mfg
electronics electronic electric elektronik
aviation airlines air airways
metal metals steel
mining minerals
food foods
medical
pharmaceutical pharmaceuticals pharma
military
security
exchange
research scientific science nauchno issledovatelskiy
production proizvodstvennoe
state gosudarstvennyy
federal federalnoe
united
global
world
new
east west north south eastern western northern southern middle
brothers bros
sons
trust
brigade battalion regiment division
party
network
office
committee
council
republic
limited
public private joint stock open
city town district`

const FILLERS = set('the and of for in on at to a an und et y e di de der die das des du la le les los el del i von fur pour para')

const COMMON_OF = new Map<string, number>()
let meaning = 0
for (const line of COMMON.split('\n')) {
  // Points of the compass and the like share a line for weight only: each word of a line that mixes meanings is its own.
  const apart = /^(east|public|export|brigade|city)/.test(line)
  meaning++
  for (const word of line.split(' ')) COMMON_OF.set(word, apart ? ++meaning : meaning)
}

/** The meaning of a common organisation word, above 0; undefined for a word that tells organisations apart. */
export const commonWord = (word: string): number | undefined => COMMON_OF.get(word)
export const isFiller = (word: string): boolean => FILLERS.has(word)

/**
 * First names that are one name: `SPELLINGS` the same name in other languages and spellings, `SHORT` nicknames and short forms. Own
 * lists from general knowledge; folded Latin letters. A name may stand in several lines.
 */
const SPELLINGS = `muhammad mohammed mohamed mohamad mohammad muhammed muhamad mohd md muhamed mahomed mehmet mehmed mukhammad magomed maxamed mohamud mouhamad mouhamed moohammed
ahmad ahmed ahmet akhmad akhmed axmed ahmadou amadou
husayn hussein hossein hussain husain husein huseyin hosein hussayn khusein
hasan hassan hasaan xasan khasan
yusuf youssef yousef yousuf yusef joseph jose giuseppe josef iosif jozef yosef yusup
ibrahim ebrahim abraham ibragim avraham brahim
ismail esmail ismael ishmael
ishaq ishak isaac ishaaq isxaaq
yaqub yakub jacob yakov yaqoub jakob
musa moussa moses mousa moshe moises
isa eisa issa cise ciise
yahya yahia yehia
sulayman suleiman soleiman suleyman sulaiman solomon soliman
dawud daoud david dawood davoud dawd
abdullah abdallah abdulla abdollah abdillah abdulah abdalla abdellah abdoullah abdullahi abdillahi abdilahi cabdullaahi
umar omar omer oumar cumar
uthman osman othman usman ousmane cusmaan
usama osama oussama usamah osamah
khalid khaled halid chaled
mahmud mahmoud mahmood mehmood makhmud
mustafa mostafa moustafa mustapha mostapha
said saeed sayeed saied saeid
qasim kasim qassim qasem gasem kassem ghassem qassem
rahman rehman rahmaan
aziz azeez asis
ali aly
muammar moammar muammer moamer
gaddafi qaddafi gadafi kadhafi gadhafi qadhafi khadafy
sergei sergey serhii sergii serhiy sergio serge sergej siarhei sergiy sergejs
alexander aleksandr alexandr oleksandr aleksander aliaksandr alejandro alexandre alessandro alexandros iskandar aleksandar olexandr alexandru aleksandras
alexei aleksei alexey aleksey oleksii oleksiy aliaksei alexis aleksej
vladimir volodymyr uladzimir wladimir vladimirs vladimiras wlodzimierz vlagyimir volodimir vladymyr
mikhail mykhailo michael mihail mikhailo michal mikael miguel michele mihai mykhaylo michel miikhail
nikolai nikolay mykola nicolas nicholas nikolaos nikola nicola mikalai nicolae mikolaj niklas
dmitri dmitry dmytro dmitriy dimitri dzmitry dimitrios dimitar dmitrii
andrei andrey andrii andriy andrew andreas andre andrea andres andrzej ondrej andrej anders
yevgeny evgeny yevgeniy evgeniy yevhen eugene evgenii yevgenii evgeni eugenio eugen
yuri yury yuriy yurii iurii juri iouri yuriy georgy george jorge georgiy georgi georgios heorhii giorgio jerzy juraj jorg giorgi
ivan john johann johannes jan juan giovanni jean ioannis ion joao johan hans janos yan yohanes
pavel pavlo paul paulo pablo paolo pavlos pal pawel paval
petr petro peter pedro pietro pierre petros piotr pyotr petar piotrs
vasily vasyl basil vasiliy vasil vasilios vasili vasilii
grigory hryhorii gregory grigoriy grigori gregorio grigorii grzegorz
konstantin kostiantyn constantine konstantinos constantin konstanty
fyodor fedor theodore teodor theodoros theodor fiodor
stepan stephen steven stefan esteban stephan stefano etienne stepan stephane
viktor victor viktar vittorio
arkady arkadiy arkadi arkadij arkadii
anatoly anatoliy anatoli anatolii anatol
gennady gennadiy hennadii gennadi gennadii
valery valeriy valerii valeri
vitaly vitaliy vitalii vitali
igor ihor ihar
oleg oleh aleh
maxim maksim maksym maximilian
kirill kyrylo cyril kiril
ilya illya ilia elias elijah ilyas
artem artyom artiom artur arthur arturo
natalia natalya nataliya nataliia natalie
tatiana tatyana tetiana tetyana
yulia julia yuliya iuliia yuliia giulia julie iuliya
elena yelena olena helen helena helene alena
ekaterina yekaterina kateryna catherine katherine katarina caterina katharina kathryn
anna anne hanna hannah ann ana
maria mary marie mariya maryam mariam miriam mariia
svetlana svitlana
irina iryna irene
olga olha volha
ksenia xenia kseniya oksana
william guillaume guillermo wilhelm willem vilhelm guglielmo
charles carlos carl karl carlo karel karol
henry heinrich henri enrique enrico hendrik henrik
lewis louis luis ludwig luigi ludvik
francis francisco francois francesco franz frantisek frans
frederick frederik fredrick frederic fredrik federico
friedrich fridrich
james jaime jacques giacomo santiago
edward eduard eduardo edoardo edvard
philip philippe felipe filippo phillip filip
lawrence laurence lorenzo laurent
anthony antony antonio antoine anton antonin
mark marc marco marcos markus marcus
matthew matthias mateo matteo mathieu matthieu mateusz matej
thomas tomas tommaso tomasz
martin marcin martino
jeffrey geoffrey
stuart stewart
sean shaun shawn
elizabeth elisabeth isabel elisabetta
marguerite margaret margarita margherita
osamu
kim gim
lee yi ri rhee li
park pak bak
choi choe
jung jong chung jeong chong
cho jo
kang gang
jang chang zhang
yun yoon
ahn an
oh ooh
shin sin
lim im rim
noh roh no ro
yoo yu ryu`

const SHORT = `robert bob bobby rob robbie bert
william bill billy will willy willie liam wm
richard rick ricky dick rich
james jim jimmy jamie
john jack johnny jon
charles charlie chuck chas
edward ed eddie ted teddy ned
theodore ted teddy theo
thomas tom tommy thos
joseph joe joey
michael mike mick mickey mikey
daniel dan danny
david dave davey
steven steve stephen
christopher chris kit
matthew matt
andrew andy drew
anthony tony
nicholas nick nicky
benjamin ben benny bibi
samuel sam sammy
alexander alex sasha sandy al
alexei alyosha lyosha
vladimir vova volodya vlad
mikhail misha
nikolai kolya
dmitri dima mitya
sergei seryozha
yevgeny zhenya
ivan vanya
pavel pasha
grigory grisha
konstantin kostya
ekaterina katya
maria masha
anna anya
tatiana tanya
natalia natasha
elena lena
katherine kate katie kathy cathy
catherine kate katie kathy cathy
elizabeth liz beth betty eliza lizzie
margaret maggie meg peggy greta
jennifer jen jenny
jessica jess jessie
patricia pat patty tricia
patrick pat paddy
susan sue susie
deborah deb debbie
rebecca becky
barbara barb
victoria vicky
kenneth ken kenny
ronald ron ronnie
donald don donny
gerald gerry jerry
jerome jerry
lawrence larry
leonard len lenny leo
raymond ray
walter walt wally
harold harry hal
henry harry hank
francis frank
francisco frank paco pancho
franklin frank
frederick fred freddy
gregory greg
jeffrey jeff
geoffrey geoff
timothy tim timmy
terence terry
terrence terry
philip phil
peter pete
douglas doug
stanley stan
stuart stu
eugene gene
albert al bert
alfred al fred alf
arthur art
barack barry
bernard bernie
bradley brad
calvin cal
clifford cliff
curtis curt
dennis denny
dominic dom nick
donovan don
dwight ike
ernest ernie
gabriel gabe
gilbert gil bert
herbert herb bert
isaac ike
jacob jake
jonathan jon johnny
joshua josh
lester les
louis lou louie
martin marty
maurice moe
maximilian max
nathaniel nate nathan
nathan nate
oliver ollie
oscar ozzie
randolph randy
randall randy
reginald reggie reg
rodney rod
roger rog
ronald ronny
russell russ
sidney sid
solomon sol
vincent vince vinny
zachary zach zack
guillermo memo
jose pepe
josef sepp
johannes hans
wilhelm willi
friedrich fritz
heinrich heinz
alejandro alex
ignacio nacho
jesus chucho
enrique kike
roberto beto
alberto beto`

export interface NameFamilies {
  readonly spellings: readonly number[]
  readonly short: readonly number[]
}

const NONE: readonly number[] = []
const FAMILIES = new Map<string, { spellings: number[]; short: number[] }>()
let family = 0
const enter = (lines: string, into: 'spellings' | 'short'): void => {
  for (const line of lines.split('\n')) {
    family++
    for (const name of new Set(line.split(' '))) {
      const known = FAMILIES.get(name) ?? { spellings: [], short: [] }
      known[into].push(family)
      FAMILIES.set(name, known)
    }
  }
}
enter(SPELLINGS, 'spellings')
enter(SHORT, 'short')

/** Numbers of the lines in which a name stands; two names with a number in common are one name. */
export const familiesOf = (name: string): NameFamilies => FAMILIES.get(name) ?? { spellings: NONE, short: NONE }

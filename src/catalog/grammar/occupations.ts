/**
 * Words that tell a job title from an employer's name on a line that holds both. Only for taking a line apart: a title
 * without any of them is still a title where the layout says so.
 */
const TITLE_WORDS = new Set(
  (
    'engineer developer programmer manager director analyst intern trainee apprentice lead head chief architect consultant assistant associate designer ' +
    'administrator admin specialist coordinator supervisor officer executive president vice vp cto ceo cfo coo founder cofounder co-founder owner partner ' +
    'scientist researcher professor lecturer teacher instructor tutor fellow student nurse physician technician operator mechanic electrician foreman ' +
    'accountant auditor bookkeeper clerk cashier receptionist secretary representative rep agent advisor adviser counselor broker trader salesperson ' +
    'salesman driver cook chef waiter waitress server barista host bartender writer editor journalist reporter producer photographer translator interpreter ' +
    'sysadmin devops sre qa tester scrum master product programme program strategist planner buyer recruiter generalist freelancer contractor captain pilot ' +
    'attorney lawyer paralegal judge librarian curator volunteer ambassador member chair treasurer principal staff senior junior sr jr full-stack fullstack ' +
    'frontend front-end backend back-end webmaster dba surveyor inspector guard caretaker nanny babysitter lifeguard coach trainer crew worker labourer laborer ' +
    'entwickler ingenieur leiter berater mitarbeiter praktikant werkstudent développeur ingénieur stagiaire desarrollador ingeniero gerente analista desenvolvedor ' +
    'storekeeper keeper helper actor actress dancer musician singer choreographer performer'
  ).split(' '),
)
const EMPLOYER_WORDS = new Set(
  (
    'inc inc. incorporated llc llp ltd ltd. limited gmbh ag kg corp corp. corporation co. company companies group holdings plc pvt pty sa s.a. bv b.v. nv oy ab as spa srl kft ' +
    'university college school institute academy hospital clinic bank bancorp foundation association society council ministry department agency authority bureau ' +
    'technologies technology tech solutions systems labs laboratories laboratory studio studios software services consulting consultants consultancy partners ' +
    'industries international enterprises ventures capital insurance airlines hotel resort restaurant cafe store stores shop center centre church theater theatre ' +
    'museum library corps army navy force government state county city self-employed freelance upwork fiverr toptal media press publishing telecom networks energy pharma'
  ).split(' '),
)

const tokens = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s,/()&|]+|-+(?:\s|$)/u)
    .filter((t) => t !== '')

/** How much a text looks like a job title and like the name of an employer; both 0 when nothing speaks for either. */
export function leaning(text: string): { readonly title: number; readonly employer: number } {
  const all = tokens(text).map((token) => (TITLE_WORDS.has(token.replace(/\.$/u, '')) ? token.replace(/\.$/u, '') : token))
  let title = 0
  let employer = 0
  for (const [i, token] of all.entries()) {
    if (TITLE_WORDS.has(token)) title += i === all.length - 1 ? 1.5 : 1
    // "Software Engineer" and "Systems Programmer" are titles: the word before a title's word says what kind.
    if (TITLE_WORDS.has(all[i + 1] ?? '')) continue
    if (EMPLOYER_WORDS.has(token) || (i > 0 && EMPLOYER_WORDS.has(token.replace(/\.$/u, '')))) employer += i === all.length - 1 ? 1.5 : 1
  }
  return { title, employer }
}

/** Work that may run beside another job without contradiction. "Contract manager" and "Financial advisor" are ordinary jobs. */
const BESIDE =
  /\b(?:part[\s-]?time|free[\s-]?lanc(?:e|er|ing)|self[\s-]employed|intern|internship|trainee|apprentice|volunteer|contractor|temp|temporary|seasonal|side project|moonlight\w{0,4}|(?:board|technical|external|scientific) advis[eo]r|advisory|working student|werkstudent|teaching assistant|research assistant|praktikum|stage|stagiaire|pasant\w{1,3}|estagi\w{1,5})\b|\((?:[^()]{0,30}\s)?contract(?:\s[^()]{0,30})?\)|\b(?:on|independent|short[\s-]term|6[\s-]month)\s+contract\b|\bcontract\s+(?:basis|role|position|work|job)\b|[-–—,|/]\s{0,2}contract\s*$|\bC2C\b/iu

export const runsBeside = (text: string): boolean => BESIDE.test(text)

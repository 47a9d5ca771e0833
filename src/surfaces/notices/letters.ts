import type { AskShown } from '../../engine/contest/ask.ts'
import type { Explanation, Point, Quoted, SourceKind } from '../../engine/contest/explanation.ts'
import type { Outcome } from '../../engine/contest/outcome.ts'
import type { DispositionKind } from '../../model/disposition.ts'
import type { Recommendation } from '../../model/finding.ts'
import type { Role } from '../../model/statement.ts'
import { placeInWords } from '../report/place.ts'

/**
 * What we write to the person an application is about: plain words, the same for the same record. What stands in [brackets] is filled in
 * by whoever hands it on.
 */

const SOURCES: Readonly<Record<SourceKind, string>> = {
  'your-file': 'a file that you sent',
  'your-code-account': 'your public code account',
  'your-interview': 'notes from a talk with you',
  'asked-organisation': 'what someone outside told us when we asked',
  'file-marks': 'how a file was made',
  'other-application': 'another file that we hold; we do not show it, as it is not yours',
}

const TOOL_SAID: Readonly<Record<Recommendation, string>> = {
  clear: 'It found no open point.',
  ask: 'It said that we should ask you.',
  review: 'It said that one of our staff should look.',
  escalate: 'It said that one of our staff should look soon.',
}

const DECIDED: Readonly<Record<DispositionKind, string>> = {
  cleared: 'They found that the points do not count against you.',
  confirmed: 'They found that at least one point stands.',
  inconclusive: 'They could not settle the points. Nothing was decided against you.',
}

const lines = (...parts: readonly (string | readonly string[] | false)[]): string =>
  `${parts
    .flat()
    .filter((part): part is string => part !== false)
    .join('\n')}\n`

export function explanationLetter(e: Explanation): string {
  const none = e.against.length === 0
  return lines(
    '# What we found, and what you can do',
    '',
    `[Company] wrote this on ${e.made.slice(0, 10)}. It is about your application and about no one else.`,
    '',
    '## What the program did',
    '',
    `We use a program called Bonafide. It compares the facts in your files with each other and with other files that we hold. ${e.recommendation === undefined ? 'It has not looked at your files yet.' : TOOL_SAID[e.recommendation]}`,
    'It did not decide. It does not look at your name, where you come from, your age, your sex, your faith, your health, your face or your voice.',
    '',
    '## Who decides',
    '',
    e.decided === undefined
      ? 'No one has decided yet. One of our staff will.'
      : `One of our staff decided on ${e.decided.day}. ${DECIDED[e.decided.kind]}`,
    ...(e.frozen ? ['You have told us that something is wrong. We do nothing against you until that is answered.'] : []),
    '',
    '## The points',
    '',
    ...(none ? ['There is no point against you on record.', ''] : e.against.flatMap(pointLines)),
    ...(e.inFavour.length === 0 ? [] : ['## What speaks for you', '', ...e.inFavour.map((title) => `- ${title}.`), '']),
    '## If something is wrong',
    '',
    'Use the link that came with this page. You need no account. Tell us in your own words what is wrong. Give the numbers of the points, if you like. You can add files.',
    'Someone who has not decided about you before will read it. We do nothing against you while they do. You get an answer with reasons. If the answer is no, you can ask once more, and yet another person reads it.',
    'With the same link you can get a copy of what we hold on you.',
    '',
    'If you need to do this in another way, such as by phone or in person, write to [contact]. It does not count against you.',
  )
}

function pointLines({ number, title, rests, clears }: Point): readonly string[] {
  return [
    `### Point ${number}`,
    '',
    `${title}.`,
    '',
    'It comes from:',
    '',
    ...rests.map((q) => `- ${quotedWords(q)}.`),
    '',
    'It would go away if one of these is so:',
    '',
    ...clears.map((text) => `- ${text}`),
    '',
  ]
}

function quotedWords({ from, file, at, value }: Quoted): string {
  const where = file === undefined ? '' : `: [${file}${at === undefined ? '' : `, ${placeInWords(at)}`}]`
  return `${SOURCES[from]}${where}${value === undefined ? '' : ` says [${value}]`}`
}

const DOCUMENTS: Readonly<Record<Role, string>> = {
  resume: 'your résumé',
  profile: 'a copy of your profile',
  'cover-letter': 'a letter',
  application: 'the form you filled in',
  interview: 'notes of a talk',
  'code-account': 'the address of your public code account',
  mail: 'a mail that you got',
  photo: 'a photo, if you choose to',
  other: 'a paper that shows it',
}

export function askLetter({ question, documents, until }: AskShown): string {
  return lines(
    '# A question about your application',
    '',
    'One of our staff at [Company] has a question. It is normal that we ask. It means nothing bad about you.',
    '',
    '## The question',
    '',
    `[${question}]`,
    '',
    ...(documents.length === 0 ? [] : ['If you have it, please add:', '', ...documents.map((role) => `- ${DOCUMENTS[role]}`), '']),
    '## How to answer',
    '',
    `Write your answer on this page by ${until.slice(0, 10)}. You need no account. You can add files. The link works for one answer.`,
    '',
    '## If you need another way',
    '',
    'You can ask to do this in another way: by phone, by video, in person, with more time, or with the help of someone you trust. Ask on this page or write to [contact]. You need not say why. It does not count against you, and those who look at your application do not see it.',
  )
}

export function outcomeLetter(o: Outcome): string {
  const yes = o.outcome === 'upheld'
  return lines(
    '# Our answer to you',
    '',
    `On ${o.asked} you told us that something is wrong. Someone who had not decided about you before read all of it. They answered on ${o.day}.`,
    '',
    '## The answer',
    '',
    yes ? 'You were right.' : 'We do not change what is on record.',
    ...(yes && o.withdrawn > 0 ? ['The points you named no longer count. If the same files come again, they still do not count.'] : []),
    ...(yes && o.takenBack ? ['What was decided against you is taken back.'] : []),
    '',
    '## Why',
    '',
    `[${o.reason}]`,
    '',
    '## What you can do now',
    '',
    ...(o.further
      ? [
          'You can ask once more. Use the link that came with this page. Yet another person will read it. We do nothing new against you while they do.',
        ]
      : ['If you think that this is still wrong, you can write to [contact].']),
    'You can also go to [authority] or to a court.',
  )
}

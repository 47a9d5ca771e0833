import type { DateStyle, Month } from './calendar.ts'

export const ROLES = ['Backend Engineer', 'Frontend Developer', 'Data Engineer'] as const
export type RoleName = (typeof ROLES)[number]

export type Group = 'honest' | 'unusual' | 'lone' | 'ring-a' | 'ring-b'
export type Expected = 'clear' | 'ask' | 'review' | 'escalate'

export interface Person {
  readonly given: string
  readonly family: string
  readonly email: string
  /** E.164 */
  readonly phone: string
  readonly place: string
  readonly login: string
  /** Left in the export to show that they are dropped; nothing else here depends on them. */
  readonly protectedFields: { readonly gender: string; readonly birth: string; readonly nationality: string; readonly disability: string }
}

export const fullName = (p: Pick<Person, 'given' | 'family'>): string => `${p.given} ${p.family}`

export interface Job {
  readonly employer: string
  readonly title: string
  readonly place: string
  readonly from: Month
  /** Undefined: still there. */
  readonly to: Month | undefined
  readonly partTime?: boolean
  readonly bullets: readonly string[]
}

export interface Education {
  readonly school: string
  readonly degree: string
  readonly from: number
  readonly to: number
}

export interface Referee {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly organisation: string
  readonly relation: string
}

export interface Resume {
  readonly name: string
  readonly headline: string
  /** Lines under the name: place, phone, mail, links, whatever else the person puts there. */
  readonly contacts: readonly string[]
  readonly summary: string
  readonly jobs: readonly Job[]
  readonly education: readonly Education[]
  readonly skills: readonly { readonly label: string; readonly items: readonly string[] }[]
  readonly interests: readonly string[]
  readonly dates: DateStyle
  /** Text that a person does not see. */
  readonly unseen?: string
  /** A line of an agency or the like at the very end. */
  readonly foot?: string
}

/** What a file says about itself. */
export interface FileFacts {
  readonly author?: string
  readonly lastModifiedBy?: string
  readonly program: string
  readonly producer?: string
  readonly template?: string
  readonly created: Date
  readonly modified: Date
  /** DOCX: `rsidRoot`, eight hexadecimal digits, born with the document. */
  readonly revisionRoot?: string
}

export interface OutFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What the company records of somebody who was hired. What is absent is the person's own and nobody else's. */
export interface AtWork {
  readonly home?: string
  readonly shipTo?: string
  readonly mfaDevice?: string
  readonly mfaPhone?: string
  readonly laptopIp?: string
  readonly accessPoint?: string
  readonly payTo?: PayTo
}
export type PayTo = { readonly wallet: string } | { readonly account: string; readonly bank: string }

/** Honest people who share things because they live together, or because one agency sent them. */
export type Together = 'household' | 'agency'

/** One row of the applicants table with the files of its folder. */
export interface Candidate {
  readonly group: Group
  readonly together?: Together | undefined
  readonly expect: Expected
  /** Set where the person was hired. */
  readonly work?: AtWork | undefined
  /** One sentence: what this row is here for. Names nobody. */
  readonly story: string
  readonly applied: Date
  /** By header; absent is empty. */
  readonly cells: Readonly<Record<string, string>>
  readonly files: readonly OutFile[]
}

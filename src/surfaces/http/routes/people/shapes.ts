import { z } from 'zod'
import type { From } from '../../../../engine/people/password-sign-in.ts'
import type { StartedSession } from '../../../../engine/people/sessions.ts'
import type { PeopleDeps } from '../../../../engine/people/sign-in-ports.ts'
import { PERMISSIONS, ROLES, type Permission, type RoleName } from '../../../../model/access.ts'
import { unauthenticated } from '../../../../model/errors.ts'
import type { Caller } from '../../../../engine/people/caller.ts'
import type { Context } from '../../context.ts'
import { instant } from '../shapes.ts'

export const email = z.string().min(3).max(320)
export const personName = z.string().min(1).max(120)
/** Longer ones are refused by the rule for passwords, with words that say so. */
export const password = z.string().min(1).max(1_000)
export const secret = z.string().min(1).max(300)
export const tenant = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,64}$/)
  .optional()
export const code = z.string().min(6).max(60)
/** What the browser's `navigator.credentials` answered, in the JSON form of WebAuthn Level 3; checked field by field by the engine's side. */
export const answer = z.looseObject({ id: z.string().max(2_000) })
export const options = z.looseObject({})

const names = <T extends string>(of: Readonly<Record<T, unknown>>): [T, ...T[]] => Object.keys(of) as [T, ...T[]]
export const role = z.enum(names<RoleName>(ROLES))
export const permission = z.enum(names<Permission>(PERMISSIONS))
export const roles = z.array(role).min(1).max(20)

/** Half a sign-in: hand `half` back with the second factor. The browser keeps it in the page, not in a cookie, until then. */
export const halfShape = { half: z.string(), expires: instant }
export const startedShape = z.object({ expires: instant })

type Anybody = Context<Caller | undefined>

export const peopleOf = ({ deps, parts }: Pick<Anybody, 'deps' | 'parts'>): PeopleDeps => ({ ...deps, signIn: parts.signIn })

export const fromOf = ({ address, device, session }: Pick<Anybody, 'address' | 'device' | 'session'>): From => ({
  address,
  ...(device === undefined ? {} : { device }),
  ...(session === undefined ? {} : { session }),
})

/** The session that an enrolment is for: half a one that the page holds, or the one of the cookie. */
export function sessionFor({ session }: Pick<Anybody, 'session'>, half: string | undefined): string {
  const token = half ?? session
  if (token === undefined) throw unauthenticated()
  return token
}

/** Gives the browser its session. */
export function started(context: Anybody, { token, expires }: StartedSession): { readonly expires: string } {
  context.startSession(token, expires)
  return { expires }
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { faultsOf } from './fault-log.ts'
import { AppError, asAppError } from '../../model/errors.ts'

/** RFC 9457, with our code beside it. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    pointer: z.string().optional(),
    request: z.string(),
  })
  .meta({ id: 'Problem', description: 'What went wrong, where, and what to do (RFC 9457).' })
type Problem = z.infer<typeof problem>

export const PROBLEM_TYPE = 'application/problem+json'

const invalid = (detail: string, pointer: string): AppError =>
  new AppError({ code: 'invalid', status: 422, title: 'Not valid', detail, pointer })

/** What Fastify itself refuses, by its code, in our words. */
const FRAMEWORK: Readonly<Record<string, { readonly code: string; readonly title: string; readonly detail: string }>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'too-large', title: 'Too large', detail: 'The body is larger than this route takes.' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'invalid', title: 'Not valid', detail: 'The body is empty; the document of the API shows one.' },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'invalid', title: 'Not valid', detail: 'The body is not JSON.' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: 'unsupported-type',
    title: 'File type not supported',
    detail: 'The body is of a type that this route does not take. Send application/json, or multipart/form-data where files are taken.',
  },
}

/** Any thrown thing as an error to show: what the schemas refuse and what the framework refuses among them. */
function shown(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const [first] = error.validation
    const where = error.validationContext === undefined ? '' : `/${error.validationContext}`
    return invalid(`${first?.message ?? 'It is not as the document of the API says'}.`, `${where}${first?.instancePath ?? ''}`)
  }
  const { code, statusCode, message } = error as { code?: string; statusCode?: number; message?: string }
  const known = code === undefined ? undefined : FRAMEWORK[code]
  if (known !== undefined) return new AppError({ ...known, status: statusCode ?? 400 })
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new AppError({ code: 'request', status: statusCode, title: 'Cannot take that request', detail: message ?? '' })
  return asAppError(error)
}

/** What a fault of ours looks like from outside: its cause is in the log under the request's id, and nowhere else. */
const HIDDEN = 'Something went wrong on this side. Nothing of it is your doing; try again, and name the request if it stays.'

/** Codes of faults whose words are for the caller: another machine's silence, a full disk. */
const TOLD = new Set(['remote', 'storage'])

function problemOf(fault: AppError, request: string): Problem {
  const hidden = fault.status >= 500 && !TOLD.has(fault.code)
  return {
    type: `/api/problems/${fault.code}`,
    title: fault.title,
    status: fault.status,
    detail: hidden ? HIDDEN : fault.detail,
    code: fault.code,
    ...(fault.pointer === undefined ? {} : { pointer: fault.pointer }),
    request,
  }
}

/** Answers with a problem; a fault of ours is logged with its cause, a caller's is not. */
export async function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const fault = shown(error)
  if (fault.status >= 500) request.log.error({ code: fault.code, faults: faultsOf(fault) }, fault.title)
  if (fault.status === 401) reply.header('www-authenticate', 'Bearer')
  // Fastify would check it against the route's schemas, which are for what went well.
  await reply
    .code(fault.status)
    .type(PROBLEM_TYPE)
    .serializer((body: unknown) => body as string)
    .send(JSON.stringify(problemOf(fault, request.id)))
}

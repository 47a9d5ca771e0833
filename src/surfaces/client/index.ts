import type { z } from 'zod'
import { AppError, remote } from '../../model/errors.ts'
import type { FileReply } from '../http/route.ts'
import type { routes } from '../http/routes/index.ts'

/**
 * A client of the API whose calls, inputs and answers are the routes' own types: `call('GET /api/personas/:persona', { params })`.
 * Nothing of it is written twice, and at run time it needs fetch and nothing else.
 */

type Every = (typeof routes)[number]
type NameOf<R> = R extends { readonly method: infer M extends string; readonly path: infer P extends string } ? `${M} ${P}` : never
type Named = { readonly [R in Every as NameOf<R>]: R }
/** Every call there is, as `METHOD /path`. */
export type CallName = keyof Named
type RouteOf<N extends CallName> = Named[N]

type Written<T> = T extends z.ZodType ? z.input<T> : never
type Needed<K extends string, T> = [Written<T>] extends [never] ? unknown : { readonly [key in K]: Written<T> }
type Optional<K extends string, T> = [Written<T>] extends [never] ? unknown : { readonly [key in K]?: Written<T> }
type PartOf<R, K extends string> = R extends { readonly [key in K]?: infer T } ? Exclude<T, undefined> : never

/** What a call takes. */
export type InputOf<N extends CallName> = Needed<'params', PartOf<RouteOf<N>, 'params'>> &
  Optional<'query', PartOf<RouteOf<N>, 'query'>> &
  Needed<'body', PartOf<RouteOf<N>, 'body'>> & {
    /** Sent as files. */
    readonly files?: readonly { readonly name: string; readonly bytes: Uint8Array }[]
    /** Sent with the files, as fields of the same form. */
    readonly fields?: Readonly<Record<string, string>>
    /** The same key again is answered as before and done once. */
    readonly once?: string
    readonly signal?: AbortSignal
  }

type Answered<T> = [T] extends [never] ? undefined : T extends FileReply ? Uint8Array : T extends z.ZodType ? z.output<T> : undefined
/** What a call answers. */
export type AnswerOf<N extends CallName> = Answered<PartOf<RouteOf<N>, 'reply'>>

export interface Client {
  /** Throws what the service says is wrong as an `AppError`, and `remote` where it does not answer. */
  call<N extends CallName>(name: N, input: InputOf<N>): Promise<AnswerOf<N>>
}

export interface ClientSettings {
  /** Such as `https://bonafide.example.com`. */
  readonly server: string
  /** An API key; a browser's session needs none. */
  readonly key?: string
}

interface Given {
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  readonly body?: unknown
  readonly files?: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly fields?: Readonly<Record<string, string>>
  readonly once?: string
  readonly signal?: AbortSignal
}

export function openClient({ server, key }: ClientSettings): Client {
  const base = new URL(server)
  return {
    async call(name, input) {
      const [method = '', path = ''] = name.split(' ')
      const given = input as Given
      const url = new URL(
        path.replaceAll(/:(\w+)/g, (_, param: string) => encodeURIComponent(String(given.params?.[param] ?? ''))),
        base,
      )
      for (const [param, value] of Object.entries(given.query ?? {})) if (value !== undefined) url.searchParams.set(param, String(value))
      const form = formOf(given)
      const request: RequestInit = {
        method,
        headers: {
          accept: 'application/json',
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
          ...(given.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(given.once === undefined ? {} : { 'idempotency-key': given.once }),
        },
        redirect: 'error',
        ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
        ...(form === undefined ? {} : { body: form }),
        ...(given.signal === undefined ? {} : { signal: given.signal }),
      }
      const answer = await fetch(url, request).catch((cause: unknown) => {
        throw remote(`The server at ${base.origin} does not answer. Check the address, and whether it runs.`, cause)
      })
      if (!answer.ok) throw await problemIn(answer)
      const type = answer.headers.get('content-type') ?? ''
      if (answer.status === 204) return undefined as never
      // What came is what the route says: the service checked it before it was sent.
      return (type.startsWith('application/json') ? await answer.json() : new Uint8Array(await answer.arrayBuffer())) as never
    },
  }
}

function formOf({ files, fields }: Given): FormData | undefined {
  if (files === undefined && fields === undefined) return undefined
  const form = new FormData()
  for (const [name, text] of Object.entries(fields ?? {})) form.append(name, text)
  for (const { name, bytes } of files ?? []) form.append('file', new Blob([Uint8Array.from(bytes)]), name)
  return form
}

async function problemIn(answer: Response): Promise<AppError> {
  const text = await answer.text()
  try {
    const { code, status, title, detail, pointer } = JSON.parse(text) as Record<string, unknown>
    return new AppError({
      code: String(code),
      status: Number(status),
      title: String(title),
      detail: String(detail),
      ...(typeof pointer === 'string' ? { pointer } : {}),
    })
  } catch (cause) {
    return remote(`The server answered ${answer.status} and not as Bonafide does. Is the address right?`, cause)
  }
}

import type { z } from 'zod'
import type { Caller } from '../../engine/people/caller.ts'
import type { Permission } from '../../model/access.ts'
import type { Context } from './context.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Who may call a route. `signed-in`: every caller, whatever their roles. */
export type Guard = Permission | 'anybody' | 'signed-in'

/** A reply that is bytes and not JSON. Browsers are told to save it, and to run nothing of it. */
export interface FileReply {
  readonly file: string
}
/** Of the media type, such as `application/zip`. */
export const fileReply = (type: string): FileReply => ({ file: type })

/** What a route with a `fileReply` returns. */
export interface SentFile {
  /** What a browser calls it; never a path. */
  readonly name: string
  /** A stream is sent as it comes, so that a large export needs no memory. */
  readonly content: Uint8Array | AsyncIterable<Uint8Array | string>
}

type Object = z.ZodObject
type Written<T> = T extends z.ZodType ? z.input<T> : undefined
type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined
/** What the handler returns for the declared reply. */
type Returned<R> = R extends z.ZodType ? z.output<R> : R extends FileReply ? SentFile : void

/** What a route is given, checked against its schemas. */
interface Input<P, Q, B> {
  readonly params: Parsed<P>
  readonly query: Parsed<Q>
  readonly body: Parsed<B>
}

type CallerOf<May extends Guard> = May extends 'anybody' ? Caller | undefined : Caller

/** A route as it is written. */
interface Spec<M extends Method, Path extends string, May extends Guard, P, Q, B, R> {
  readonly method: M
  /** Under `/api`, parameters as `:name`. */
  readonly path: Path
  /** One sentence for people who read the API's document. */
  readonly says: string
  readonly may: May
  /** Opens somebody's dossier: the handler enters it (`enterDossier`), and the caller has stated before what for. */
  readonly purpose?: true
  readonly params?: P
  readonly query?: Q
  /** JSON. Absent: the route takes no body, or `files`. */
  readonly body?: B
  /** A body that passes the schema: shown in the document and sent by the tests that walk every route. */
  readonly example?: NoInfer<Written<B>>
  /** Takes JSON as the bytes that came, up to so many, because they are signed; read with `context.raw`. */
  readonly raw?: number
  /** Takes files, sent as `multipart/form-data`; read with `context.upload()`. */
  readonly files?: true
  /** Absent: 204 and nothing. */
  readonly reply?: R
  /** Of the success; default 200 (204 without a reply). 202: work goes on, the reply names the job. */
  readonly status?: 200 | 201 | 202
  /** False: the answer is not kept for a repeated `Idempotency-Key`, because it holds a secret. Only for POST. */
  readonly once?: false
  /** Calls a minute from one caller or address, where the common limit is too wide: sign-in, one-time links. */
  readonly perMinute?: number
  handle(context: Context<CallerOf<May>>, input: Input<P, Q, B>): Promise<Returned<R>>
}

/** A route as lists and walks see it: what it takes is checked before it is handed over. */
export type Route<
  M extends Method = Method,
  Path extends string = string,
  P extends Object | undefined = Object | undefined,
  Q extends Object | undefined = Object | undefined,
  B extends z.ZodType | undefined = z.ZodType | undefined,
  R extends z.ZodType | FileReply | undefined = z.ZodType | FileReply | undefined,
> = {
  readonly method: M
  readonly path: Path
  readonly says: string
  readonly may: Guard
  readonly purpose?: true
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly example?: unknown
  readonly raw?: number
  readonly files?: true
  readonly reply?: R
  readonly status?: 200 | 201 | 202
  readonly once?: false
  readonly perMinute?: number
  handle(context: never, input: never): Promise<unknown>
}

/** Declares a route. Its place is `routes/<resource>.ts`, and its name the list in `routes/index.ts`. */
export function route<
  const M extends Method,
  const Path extends `/api/${string}`,
  const May extends Guard,
  P extends Object | undefined = undefined,
  Q extends Object | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  R extends z.ZodType | FileReply | undefined = undefined,
>(spec: Spec<M, Path, May, P, Q, B, R>): Route<M, Path, P, Q, B, R> {
  return spec
}

import { z } from 'zod'

/**
 * The REST API's own objects, reduced to what is read; all else in them is ignored. Shapes: docs.github.com/rest, "Get a
 * user", "List repositories for a user", "List commits", "List events for a user", "List followers of a user".
 * `null` stands for absent there.
 */
const maybe = <T extends z.ZodType>(shape: T) => shape.nullish().transform((value): z.output<T> | undefined => value ?? undefined)
const text = z.string().max(20_000)

export const user = z.object({
  login: z.string().min(1).max(100),
  id: z.int(),
  created_at: text,
  name: maybe(text),
  email: maybe(text),
  blog: maybe(text),
  location: maybe(text),
  bio: maybe(text),
  company: maybe(text),
  twitter_username: maybe(text),
  public_repos: maybe(z.int()),
})
export type User = z.infer<typeof user>

export const repository = z.object({
  full_name: text.min(1),
  fork: z.boolean(),
  created_at: maybe(text),
  pushed_at: maybe(text),
  stargazers_count: maybe(z.int()),
  size: maybe(z.int()),
  language: maybe(text),
})

export const commit = z.object({
  /** Full name of the repository; the API's object does not hold it, so the export adds it. */
  repo: z.union([text.min(1), z.object({ full_name: text.min(1) }).transform((r) => r.full_name)]),
  sha: z.string().regex(/^[0-9a-f]{7,64}$/i, 'not a commit hash'),
  /** The account that the platform resolved the author's address to; null when none; absent in files that do not say. */
  author: z.object({ login: maybe(text) }).nullish(),
  commit: z.object({
    author: z.object({ name: maybe(text), email: maybe(z.string().max(500)), date: text }),
    committer: maybe(z.object({ date: maybe(text) })),
    message: maybe(z.string()),
    tree: maybe(z.object({ sha: maybe(text) })),
    verification: maybe(z.object({ verified: maybe(z.boolean()) })),
  }),
  parents: maybe(z.array(z.unknown())),
})
export type Commit = z.infer<typeof commit>

export const event = z.object({ type: text.min(1), created_at: text, repo: maybe(z.object({ name: maybe(text) })) })

export const neighbour = z.object({ login: z.string().min(1).max(100) })

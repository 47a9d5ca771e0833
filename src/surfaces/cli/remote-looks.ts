import pc from 'picocolors'
import type { AnswerOf } from '../client/index.ts'
import { plain, plainJson } from './plain.ts'
import { out } from './print-link.ts'
import { overServer } from './remote.ts'
import { EXIT } from './session.ts'

/** What a team looks at, of a server instead of a data folder. Deciding is a person's, who signs in: no key may. */

interface RemoteOptions {
  readonly server: string
  readonly json?: boolean
}
/** As many as the API gives at a time. */
const MOST = 200

const day = (instant: string): string => instant.slice(0, 10)

/** What needs the holder of the key, or every case that they may see. */
export const remoteCases = (options: RemoteOptions & { readonly all?: boolean }): Promise<void> =>
  overServer(options.server, async (client) => {
    if (options.all === true) {
      const { items } = await client.call('GET /api/cases', { query: { limit: MOST } })
      if (options.json === true) out(plainJson({ cases: items }))
      else if (items.length === 0) out('There are no cases.')
      else for (const one of items) printCase(one)
      return EXIT.done
    }
    const { items } = await client.call('GET /api/inbox', { query: { limit: MOST } })
    if (options.json === true) out(plainJson({ items }))
    else if (items.length === 0) out('Nothing needs you now.')
    for (const { id, rank, since, due, says, personas } of options.json === true ? [] : items)
      out(
        `${pc.bold(id)}  ${rank}, since ${day(since)}${due === undefined ? '' : `, due ${day(due)}`}\n  ${plain(says)} ${personas.join(', ')}`,
      )
    return EXIT.done
  })

function printCase({ id, status, opened, due, says, personas }: AnswerOf<'GET /api/cases'>['items'][number]): void {
  out(
    `${pc.bold(id)}  ${status}, opened ${day(opened)}${due === undefined ? '' : `, due ${day(due)}`}\n  ${plain(says)} ${personas.join(', ')}`,
  )
}

export const remoteCase = (id: string, options: RemoteOptions): Promise<void> =>
  overServer(options.server, async (client) => {
    const found = await client.call('GET /api/cases/:case', { params: { case: id } })
    if (options.json === true) out(plainJson(found))
    else {
      printCase(found)
      for (const finding of found.findings) out(`  finding ${finding}`)
      for (const { seq, at, by, kind } of found.events) out(`${seq}. ${at.slice(0, 16)}  ${kind} by ${plain(by)}`)
    }
    return EXIT.done
  })

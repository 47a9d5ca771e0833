import { z } from 'zod'
import { ALERT } from '../../../compute/name-match/compare.ts'
import { deltaOf } from '../../../engine/lists/delta.ts'
import { findVersion } from '../../../engine/lists/find-version.ts'
import { listsInForce } from '../../../engine/lists/in-force.ts'
import type { ListVersion } from '../../../engine/lists/ports.ts'
import { listStatuses } from '../../../engine/lists/status.ts'
import { putInForce } from '../../../engine/lists/put-in-force.ts'
import { EXACT } from '../../../engine/screening/exact.ts'
import { methodOf } from '../../../engine/screening/method.ts'
import { nameOf } from '../../../engine/screening/name-of.ts'
import { openWhole } from '../../../engine/screening/open-list.ts'
import type { OpenList } from '../../../engine/screening/ports.ts'
import { lookAgain } from '../../../engine/screening/look-again.ts'
import { screenSubject, shown } from '../../../engine/screening/screen-subject.ts'
import { badUsage } from '../../../model/errors.ts'
import { PARTY_TYPES, type ListedParty } from '../../../model/listed-party.ts'
import type { Subject } from '../../../model/screening.ts'
import { hitDocument } from '../../documents/hits.ts'
import { route } from '../route.ts'
import { hit, hitShown, method, methodShown } from './screening-shapes.ts'
import { UNWATCHED } from '../unwatched.ts'

const version = z
  .object({
    version: z.string(),
    published: z.string().optional(),
    imported: z.string(),
    entries: z.number().int(),
    names: z.number().int(),
    notes: z.number().int(),
    reader: z.string(),
    format: z.string(),
  })
  .meta({ id: 'ListVersion' })

const versionOf = ({ hash, published, imported, entries, names, notes, reader, format }: ListVersion): z.infer<typeof version> => ({
  version: hash,
  published,
  imported,
  entries,
  names,
  notes,
  reader,
  format,
})

const status = route({
  method: 'GET',
  path: '/api/lists',
  says: 'Where each list stands: loaded or not, how old, stale or damaged.',
  may: 'screening:read',
  reply: z.object({
    items: z.array(
      z.object({
        list: z.string(),
        title: z.string(),
        inForce: version.optional(),
        ageDays: z.number().int().optional(),
        checked: z.string().optional(),
        stale: z.boolean(),
        readOtherwise: z.boolean(),
        kept: z.number().int(),
        fault: z.string().optional(),
      }),
    ),
  }),
  async handle({ parts, clock }) {
    const all = await listStatuses(parts.shelf, parts.lists, clock.now())
    return {
      items: all.map(({ list, title, version: inForce, age, checked, stale, readOtherwise, kept, fault }) => ({
        list,
        title,
        inForce: inForce === undefined ? undefined : versionOf(inForce),
        ageDays: age,
        checked,
        stale,
        readOtherwise,
        kept,
        fault,
      })),
    }
  },
})

const params = z.object({ list: z.string().max(100) })

const versions = route({
  method: 'GET',
  path: '/api/lists/:list/versions',
  says: 'The versions of a list that are kept, oldest first, and which is in force.',
  may: 'screening:read',
  params,
  reply: z.object({ items: z.array(version.extend({ inForce: z.boolean() })) }),
  async handle({ parts }, { params: { list } }) {
    const current = (await parts.shelf.current(list))?.hash
    return { items: (await parts.shelf.versions(list)).map((one) => ({ ...versionOf(one), inForce: one.hash === current })) }
  },
})

const entry = z.object({ id: z.string(), type: z.string(), name: z.string().optional(), programmes: z.array(z.string()) })
const entryOf = ({ id, type, names, programmes }: ListedParty): z.infer<typeof entry> => ({
  id,
  type,
  name: names[0]?.full,
  programmes: [...programmes],
})

/** Values as the publisher's fields have them. */
const values = z.array(z.unknown())
const fieldChange = z.object({ field: z.string(), removed: values, added: values })

const delta = route({
  method: 'GET',
  path: '/api/lists/:list/delta',
  says: 'What changed between two versions of a list that are kept.',
  may: 'screening:read',
  params,
  query: z.object({ from: z.string().min(6).max(64), to: z.string().min(6).max(64) }),
  reply: z.object({
    added: z.array(entry),
    removed: z.array(entry),
    changed: z.array(entry.extend({ fields: z.array(fieldChange) })),
    unchanged: z.number().int(),
  }),
  async handle({ parts: { shelf } }, { params: { list }, query }) {
    const [from, to] = [await findVersion(shelf, query.from, list), await findVersion(shelf, query.to, list)]
    const { added, removed, changed, unchanged } = deltaOf(await shelf.parties(from), await shelf.parties(to))
    return {
      added: added.map(entryOf),
      removed: removed.map(entryOf),
      changed: changed.map(({ after, fields }) => ({
        ...entryOf(after),
        fields: fields.map(({ field, removed: gone, added: came }) => ({ field, removed: [...gone], added: [...came] })),
      })),
      unchanged,
    }
  },
})

const use = route({
  method: 'POST',
  path: '/api/lists/:list/use',
  says: 'Puts a kept version of a list in force and screens everybody with what it changes.',
  may: 'lists:manage',
  params,
  body: z.strictObject({ version: z.string().min(6).max(64) }),
  example: { version: '0123456789ab' },
  reply: version.extend({ subjects: z.number().int(), opened: z.number().int() }),
  async handle({ deps, caller, parts: { shelf } }, { params: { list }, body }) {
    const taken = await putInForce({ ...deps, shelf }, caller, await findVersion(shelf, body.version, list))
    const review = await lookAgain({ ...deps, shelf }, caller, { taken, signal: UNWATCHED.signal })
    return { ...versionOf(taken.version), subjects: review?.subjects ?? 0, opened: review?.filed.opened.length ?? 0 }
  },
})

const MOST_HITS = 200

const names = route({
  method: 'POST',
  path: '/api/screening/names',
  says: 'Screens one name, and what is known beside it, against the lists in force. Nothing is filed.',
  may: 'screening:read',
  once: false,
  body: z.strictObject({
    name: z.string().max(1_000).optional(),
    type: z.enum(PARTY_TYPES).default('unknown'),
    /** `1980`, `1980-04` or `1980-04-13`. */
    births: z
      .array(z.string().regex(/^\d{4}(-\d{2}){0,2}$/))
      .max(10)
      .default([]),
    wallets: z.array(z.string().max(200)).max(50).default([]),
    addresses: z.array(z.string().max(500)).max(10).default([]),
    lists: z.array(z.string().max(100)).max(50).optional(),
    least: z.number().gt(0).max(1).default(ALERT),
    limit: z.number().int().min(1).max(MOST_HITS).default(20),
    /** The day for which it is asked; today where it is left out. */
    asOf: z.iso.date().optional(),
  }),
  example: { name: 'Avery Example' },
  reply: z.object({ hits: z.array(hit), leftOff: z.number().int(), notAsked: z.array(z.string()), method }),
  async handle({ parts: { shelf }, clock, deps, caller }, { body }) {
    const today = clock.now().slice(0, 10)
    const asOf = body.asOf ?? today
    if (asOf > today) throw badUsage(`${asOf} has not come yet; nobody knows what lists will say.`)
    if (body.name === undefined && body.wallets.length === 0) throw badUsage('Ask about a name or a wallet.')
    const subject: Subject = {
      id: '1',
      type: body.type,
      names: body.name === undefined ? [] : [nameOf(body.name)],
      births: body.births,
      identifiers: [],
      wallets: body.wallets.map((address) => ({ address })),
      addresses: body.addresses,
    }
    const inForce = await listsInForce(shelf, body.lists, { asOf, today })
    const lists: OpenList[] = []
    for (const one of inForce.versions) lists.push(await openWhole(shelf, one))
    const how = { mode: 'standard', least: body.least, limit: body.limit, asOf } as const
    const all = screenSubject(subject, lists, how, EXACT)
    const hits = shown(all, body.limit)
    // That somebody was asked about is written down; about whom is not.
    await deps.store.tx(caller.tenant, (tx) =>
      tx.appendAudit(
        { actor: caller.id, action: 'name-screened', subject: 'lists', detail: { room: 'sanctions', hits: all.length } },
        clock.now(),
      ),
    )
    return {
      hits: hits.map((found) => hitShown(hitDocument(found))),
      leftOff: all.length - hits.length,
      notAsked: [...inForce.notAsked],
      method: methodShown(methodOf(lists, how)),
    }
  },
})

export const listRoutes = [status, versions, delta, use, names] as const

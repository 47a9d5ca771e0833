import { z } from 'zod'
import { leaveToExport } from '../../../engine/cases/export-leave.ts'
import { clusterDossier } from '../../../engine/cluster-dossier.ts'
import { dossiers } from '../../../engine/dossier.ts'
import { exportCluster } from '../../../engine/export-cluster.ts'
import { clusterPlace, clusters } from '../../../engine/links/index.ts'
import { cursorCount, cursorOf, cut, pageOf, paging } from '../page.ts'
import { fileReply, route } from '../route.ts'
import { tarOf } from '../tar.ts'
import { cluster, clusterFor } from './link-shapes.ts'

const place = cursorOf(z.object({ size: cursorCount, id: z.string() }))
const params = z.object({ cluster: z.string().max(100) })

const list = route({
  method: 'GET',
  path: '/api/clusters',
  says: 'Candidates joined by links, the largest clusters first.',
  may: 'persona:read',
  query: z.object(paging),
  reply: pageOf(z.object({ cluster: z.string(), personas: z.array(z.string()) })),
  handle: ({ deps, caller }, { query: { after, limit } }) =>
    deps.store.tx(caller.tenant, async (tx) => {
      const page = await clusters(tx, { after: place.read(after), limit: limit + 1 })
      return cut(
        page,
        limit,
        ({ id, personas }) => ({ cluster: id, personas: [...personas] }),
        (one) => place.write(clusterPlace(one)),
      )
    }),
})

const show = route({
  method: 'GET',
  path: '/api/clusters/:cluster',
  says: 'A cluster: who is in it, what they share, what people judged, and what happened to it.',
  may: 'persona:read',
  params,
  reply: cluster,
  handle: ({ deps, caller }, { params: { cluster: id } }) =>
    deps.store.tx(caller.tenant, async (tx) => clusterFor(caller, await clusterDossier(tx, id))),
})

const exported = route({
  method: 'POST',
  path: '/api/clusters/:cluster/export',
  says: 'A tar archive of a cluster with all it rests on and a signed list of it. It holds personal data, so a second person approves it in a case before (`export`, about the cluster), for what is written there; good for a day, and for the cluster as it was.',
  may: 'cluster:export',
  params,
  body: z.strictObject({ case: z.string().max(40), request: z.int().min(1).max(1_000_000) }),
  example: { case: 'case-000000000000', request: 3 },
  reply: fileReply('application/x-tar'),
  async handle({ deps, catalog, caller, clock, parts }, { params: { cluster: id }, body }) {
    const work = await deps.store.tx(caller.tenant, async (tx) => {
      const { leave, explained } = await leaveToExport(tx, caller, { ...body, cluster: id, now: clock.now() })
      const members = await dossiers(tx, catalog, explained.cluster.personas)
      return { leave, cluster: explained, members, purpose: leave.purpose, role: caller.roles.join(', ') }
    })
    const [signer, source] = await Promise.all([parts.signer(caller.tenant), parts.clockSource()])
    const program = { version: parts.version, catalogue: catalog.hash }
    return {
      name: `${id}-${clock.now().slice(0, 10)}.tar`,
      content: tarOf((folder) => exportCluster(deps, caller, { ...work, program, signer, clock: source }, folder)),
    }
  },
})

export const clusterRoutes = [list, show, exported] as const

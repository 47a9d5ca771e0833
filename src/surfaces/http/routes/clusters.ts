import { z } from 'zod'
import { clusterDossier } from '../../../engine/cluster-dossier.ts'
import { dossiers } from '../../../engine/dossier.ts'
import { exportCluster } from '../../../engine/export-cluster.ts'
import { clusters } from '../../../engine/links/index.ts'
import { refuseWording } from '../../../model/wording.ts'
import { cursorOf, cut, pageOf, paging } from '../page.ts'
import { fileReply, route } from '../route.ts'
import { tarOf } from '../tar.ts'
import { cluster, clusterFor } from './link-shapes.ts'
import { reason } from './shapes.ts'

const place = cursorOf(z.object({ offset: z.number().int().min(0) }))
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
      const offset = place.read(after)?.offset ?? 0
      const page = await clusters(tx, { offset, limit: limit + 1 })
      return cut(
        page,
        limit,
        ({ id, personas }) => ({ cluster: id, personas: [...personas] }),
        () => place.write({ offset: offset + limit }),
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
  says: 'A tar archive of a cluster with all it rests on and a signed list of it. It holds personal data; handing it outside needs a second person.',
  may: 'cluster:export',
  params,
  body: z.strictObject({ purpose: reason }),
  example: { purpose: 'For counsel, who advises on the contracts.' },
  reply: fileReply('application/x-tar'),
  async handle({ deps, catalog, caller, clock, parts }, { params: { cluster: id }, body }) {
    refuseWording(body.purpose, 'reason', '/purpose')
    const work = await deps.store.tx(caller.tenant, async (tx) => {
      const found = await clusterDossier(tx, id)
      return { cluster: found, members: await dossiers(tx, catalog, found.cluster.personas) }
    })
    const signer = await parts.signer(caller.tenant)
    const program = { version: parts.version, catalogue: catalog.hash }
    return {
      name: `${id}-${clock.now().slice(0, 10)}.tar`,
      content: tarOf((folder) => exportCluster(deps, caller, { ...work, purpose: body.purpose.trim(), program, signer }, folder)),
    }
  },
})

export const clusterRoutes = [list, show, exported] as const

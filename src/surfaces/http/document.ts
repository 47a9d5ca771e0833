import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { Route } from './route.ts'

const FILES = {
  type: 'object',
  properties: { file: { type: 'array', items: { type: 'string', contentMediaType: 'application/octet-stream' } } },
  required: ['file'],
}

/** Collects the routes that are put in after it; `app.swagger()` gives the document (OpenAPI 3.1). */
export async function addDocument(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.1',
      info: {
        title: 'Bonafide',
        version,
        description:
          'Finds fraudulent remote workers, from application to payout, with evidence a person can check. Times are UTC. Lists come in pages: `next` goes into `after`. A POST may carry an `Idempotency-Key`: sent again within a day it is answered as before and done once. What went wrong comes as RFC 9457 problem.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: '__Host-bonafide',
            description: 'What a sign-in sets; without HTTPS it is called `bonafide`.',
          },
          key: { type: 'http', scheme: 'bearer', description: 'A key with scopes, for programs.' },
        },
      },
    },
    transform(input) {
      const { schema, url } = jsonSchemaTransform(input)
      const { route } = input.route.config as { route?: Route }
      if (route === undefined) return { schema, url }
      const headers = headersOf(route)
      return {
        url,
        schema: {
          ...schema,
          ...(route.files === true ? { consumes: ['multipart/form-data'], body: FILES } : {}),
          ...(headers === undefined ? {} : { headers }),
          ...permissionOf(route),
        },
      }
    },
    transformObject: jsonSchemaTransformObject,
  })
}

function headersOf(route: Route): unknown {
  const properties = {
    ...(route.purpose === true
      ? { 'Bonafide-Purpose': { type: 'string', description: 'Why the dossier is opened; percent-encoded. Written into the log.' } }
      : {}),
    ...(route.method === 'POST' && route.once !== false
      ? { 'Idempotency-Key': { type: 'string', maxLength: 100, description: 'The same call again is answered as before and done once.' } }
      : {}),
  }
  if (Object.keys(properties).length === 0) return undefined
  return { type: 'object', properties, required: route.purpose === true ? ['Bonafide-Purpose'] : [] }
}

const permissionOf = ({ may }: Route): { description?: string } => {
  if (may === 'anybody') return { description: 'Needs no sign-in.' }
  return { description: may === 'signed-in' ? 'For everybody who is signed in.' : `Needs the permission \`${may}\`.` }
}

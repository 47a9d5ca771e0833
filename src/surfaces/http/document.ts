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
      const { route } = (input.route.config ?? {}) as { route?: Route }
      if (route === undefined) return { schema, url }
      const headers = headersOf(route)
      return {
        url,
        schema: {
          ...schema,
          ...(route.files === true ? { consumes: ['multipart/form-data'], body: FILES } : {}),
          ...(route.raw === undefined ? {} : { body: { type: 'object' } }),
          ...(headers === undefined ? {} : { headers }),
          ...permissionOf(route),
        },
      }
    },
    transformObject: jsonSchemaTransformObject,
  })
}

function headersOf(route: Route): unknown {
  if (route.method !== 'POST' || route.once === false || route.may === 'anybody' || (route.reply !== undefined && 'file' in route.reply))
    return undefined
  const description = 'The same call again within a day is answered as before and done once.'
  return { type: 'object', properties: { 'Idempotency-Key': { type: 'string', minLength: 8, maxLength: 100, description } } }
}

function permissionOf({ may, purpose }: Route): { description: string } {
  if (may === 'anybody') return { description: 'Needs no sign-in.' }
  const who = may === 'signed-in' ? 'For everybody who is signed in.' : `Needs the permission \`${may}\`.`
  return { description: purpose === true ? `${who} State first what you open this dossier for (403 \`needs-purpose\`).` : who }
}

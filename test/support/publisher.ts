import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What is asked and what was answered, so that a test can tell a conditional request from another. */
export interface Asked {
  readonly path: string
  readonly conditional: boolean
  readonly status: number
  readonly headers: IncomingMessage['headers']
}

export interface Publisher {
  readonly base: string
  readonly asked: Asked[]
  /** Serves these bytes with ETag and Last-Modified, and 304 where they are known. */
  put(path: string, content: string | Uint8Array, lastModified?: string): void
  /** Answers by hand. */
  answer(path: string, answer: (response: ServerResponse, request: IncomingMessage) => void): void
  remove(path: string): void
  close(): Promise<void>
}

/** A publisher of files on loopback. */
export async function openPublisher(): Promise<Publisher> {
  const files = new Map<string, { readonly bytes: Uint8Array; readonly lastModified: string; readonly etag: string }>()
  const answers = new Map<string, (response: ServerResponse, request: IncomingMessage) => void>()
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const conditional = request.headers['if-none-match'] !== undefined || request.headers['if-modified-since'] !== undefined
    response.once('close', () => asked.push({ path, conditional, status: response.statusCode, headers: request.headers }))
    const byHand = answers.get(path)
    const file = files.get(path)
    if (byHand !== undefined) byHand(response, request)
    else if (file === undefined) response.writeHead(404).end('no such file')
    else if (request.headers['if-none-match'] === file.etag) response.writeHead(304).end()
    else
      response.writeHead(200, { etag: file.etag, 'last-modified': file.lastModified, 'content-length': file.bytes.length }).end(file.bytes)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    put(path, content, lastModified = 'Thu, 01 Oct 2026 12:00:00 GMT') {
      const bytes = Buffer.from(content)
      answers.delete(path)
      files.set(path, { bytes, lastModified, etag: `"${createHash('sha256').update(bytes).digest('hex')}"` })
    },
    answer: (path, answer) => void answers.set(path, answer),
    remove(path) {
      files.delete(path)
      answers.delete(path)
    },
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

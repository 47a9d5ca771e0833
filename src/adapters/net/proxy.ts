import { request } from 'node:http'
import type { Socket } from 'node:net'
import { badUsage, remote } from '../../model/errors.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** The proxy that whoever runs this named, as Node itself would take it: only where it was told to heed the variable. */
export function proxyIn(env: Environment): string | undefined {
  const proxy = env['HTTPS_PROXY'] ?? env['https_proxy'] ?? ''
  if (env['NODE_USE_ENV_PROXY'] !== '1' || proxy === '') return undefined
  if (URL.parse(proxy)?.protocol !== 'http:') throw badUsage('HTTPS_PROXY must look like http://proxy.example.com:3128.')
  return proxy
}

/** A connection to `host:port` that the proxy makes for us. What is said on it the proxy does not see: TLS begins behind it. */
export function throughProxy(proxy: string, to: string, signal: AbortSignal): Promise<Socket> {
  const url = new URL(proxy)
  const who = decodeURIComponent(`${url.username}:${url.password}`)
  return new Promise((resolve, reject) => {
    request({
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? 80 : Number(url.port),
      method: 'CONNECT',
      path: to,
      agent: false,
      signal,
      headers: { host: to, ...(who === ':' ? {} : { 'proxy-authorization': `Basic ${Buffer.from(who).toString('base64')}` }) },
    })
      .on('connect', (answer, socket) => {
        if (answer.statusCode === 200) return resolve(socket as Socket)
        socket.destroy()
        reject(remote(`The proxy "${url.host}" makes no connection to "${to}": it answered ${answer.statusCode}.`))
      })
      .on('error', (cause) => reject(remote(`The proxy "${url.host}" cannot be reached. Check HTTPS_PROXY.`, cause)))
      .end()
  })
}

import net from 'node:net'

/**
 * No test reaches beyond this machine: the one place where every TCP and local socket of this process is opened (net, tls,
 * http, fetch) refuses other hosts. Children that a test starts are not covered; the product's own children have their own walls.
 */

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3}|0\.0\.0\.0|::)$/

interface Target {
  readonly host?: string
  readonly path?: string
}

/** `connect(options)`, `connect(path)`, `connect(port, host)`, or the already normalised `[options, callback]` that `net.connect` passes. */
function targetOf(args: readonly unknown[]): Target {
  const [first, second] = args
  if (Array.isArray(first)) return targetOf(first)
  if (typeof first === 'string' && Number.isNaN(Number(first))) return { path: first }
  if (typeof first === 'number' || typeof first === 'string') return typeof second === 'string' ? { host: second } : {}
  return (first ?? {}) as Target
}

type Connect = (this: net.Socket, ...args: unknown[]) => net.Socket
const original = net.Socket.prototype.connect as Connect

function guarded(this: net.Socket, ...args: unknown[]): net.Socket {
  const { host, path } = targetOf(args)
  if (path === undefined && host !== undefined && !LOOPBACK.test(host)) {
    const refused = new Error(`A test tried to connect to ${host}. Tests work offline; serve what they need on loopback.`)
    process.nextTick(() => this.destroy(refused))
    return this
  }
  return original.apply(this, args)
}

net.Socket.prototype.connect = guarded as typeof net.Socket.prototype.connect

// A static server for dist/ with the headers that README.md asks of a real host. Node's own modules only, this machine only.
//   node web/serve.mjs [--root dist] [--port 8080]
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/** @type {Record<string, string>} */
const mediaTypes = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/**
 * What the pages' own Content-Security-Policy cannot say: who may frame them. embed.html anyone, the rest this site.
 * @param {string} pathname
 */
export const contentSecurityPolicy = (pathname) => `frame-ancestors ${pathname === '/embed.html' ? '*' : "'self'"}`

/**
 * Serves a folder on this machine's loopback address. Port 0 takes any free one. The answer to a request waits for
 * `onRequest`, and is an error if that throws.
 * @param {{root: string, port?: number, onRequest?: (pathname: string) => void | Promise<void>}} options
 * @returns {Promise<{url: string, port: number, close: () => Promise<void>}>}
 */
export const startServer = async ({ root, port = 0, onRequest }) => {
  const folder = path.resolve(root)
  const server = createServer((request, response) => {
    respond(folder, request, response, onRequest).catch(() => {
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(undefined))
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    url: `http://localhost:${address.port}/`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve(undefined))
        server.closeAllConnections()
      }),
  }
}

/**
 * @param {string} folder
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {((pathname: string) => void | Promise<void>) | undefined} onRequest
 */
const respond = async (folder, request, response, onRequest) => {
  /** @param {number} status @param {string} text @param {Record<string, string>} [headers] */
  const refuse = (status, text, headers = {}) => {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers })
    response.end(request.method === 'HEAD' ? undefined : `${text}\n`)
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only reading', { Allow: 'GET, HEAD' })
  let pathname
  try {
    pathname = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
  } catch {
    return refuse(400, 'This address cannot be read')
  }
  await onRequest?.(pathname)
  const file = path.join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname)
  if (pathname.includes('\0') || !file.startsWith(folder + path.sep)) return refuse(404, 'Not found')
  const found = await fileStat(file)
  if (!found) return refuse(404, 'Not found')

  const compressed = acceptsBrotli(request) ? await fileStat(`${file}.br`) : undefined
  const extension = path.extname(file)
  response.writeHead(200, {
    'Content-Type': mediaTypes[extension] ?? 'application/octet-stream',
    'Content-Length': (compressed ?? found).size,
    ...(compressed && { 'Content-Encoding': 'br' }),
    Vary: 'Accept-Encoding',
    'Cache-Control': 'no-cache',
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    ...(extension === '.html' && { 'Content-Security-Policy': contentSecurityPolicy(`/${path.relative(folder, file)}`) }),
  })
  if (request.method === 'HEAD') return void response.end()
  createReadStream(compressed ? `${file}.br` : file).on('error', () => response.destroy()).pipe(response)
}

/** @param {string} file */
const fileStat = async (file) => {
  const found = await stat(file).catch(() => undefined)
  return found?.isFile() ? found : undefined
}

/** @param {import('node:http').IncomingMessage} request */
const acceptsBrotli = (request) => /\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(request.headers['accept-encoding'] ?? ''))

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { root: { type: 'string', default: 'dist' }, port: { type: 'string', default: '8080' } } })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    console.error(`"${values.port}" is not a port: give a number from 1 to 65535.`)
    process.exit(1)
  }
  try {
    const { url } = await startServer({ root: values.root, port })
    console.log(`Microfluence is at ${url}`)
  } catch (error) {
    const taken = /** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE'
    console.error(taken ? `Port ${port} is in use: choose another with --port.` : String(error))
    process.exit(1)
  }
}

// The built site on a port of its own, as a browser test opens it.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { startServer } from '../../web/serve.mjs'

export const dist = process.env.MF_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url))

// WebKit's driver tells nothing of the console, so there the page gets this script before its own.
const watcher = `{
  const errors = (globalThis.__errors = [])
  const original = console.error
  console.error = (...parts) => { errors.push(parts.map(String).join(' ')); original.apply(console, parts) }
  addEventListener('error', (event) => errors.push(event.message || 'could not load ' + (event.target.src || event.target.href)), true)
  addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)))
  document.addEventListener('securitypolicyviolation', (event) => errors.push('refused by ' + event.violatedDirective + ': ' + event.blockedURI))
}`

/**
 * @param {{watched?: boolean, onRequest?: (pathname: string) => void | Promise<void>}} [options] watched: collect the console's errors in the page
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export const serveSite = async ({ watched = false, onRequest } = {}) => {
  if (!existsSync(path.join(dist, 'index.html'))) throw new Error('dist/index.html is not there: run ./dev build first')
  if (!watched) return startServer({ root: dist, onRequest })
  const folder = await mkdtemp(path.join(tmpdir(), 'site-'))
  await cp(dist, folder, { recursive: true })
  await writeFile(path.join(folder, 'watcher.js'), watcher)
  for (const page of ['index.html', 'embed.html']) {
    const file = path.join(folder, page)
    if (!existsSync(file)) continue
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace(/<head[^>]*>|<meta charset[^>]*>/i, (tag) => `${tag}<script src="watcher.js"></script>`))
    await rm(`${file}.br`, { force: true })
  }
  const server = await startServer({ root: folder, onRequest })
  return {
    url: server.url,
    close: async () => {
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

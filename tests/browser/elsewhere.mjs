// A site that is not ours: somebody's blog that embeds the calculator, and a page with something to copy.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

/** @param {string} title @param {string} body */
const page = (title, body) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`

/** The one line that README.md tells people to paste. */
export const iframeLine = () => {
  const line = /<iframe [^>]*><\/iframe>/.exec(readFileSync(new URL('../../README.md', import.meta.url), 'utf8'))?.[0]
  if (!line) throw new Error('README.md shows no iframe line')
  return line
}

/** @returns {Promise<{url: string, show: (body: string) => void, close: () => Promise<void>}>} */
export const serveElsewhere = async () => {
  let blog = ''
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(request.url === '/blog' ? page('A blog', blog) : page('Something to copy', '<label>Text <textarea></textarea></label>'))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  return {
    url: `http://localhost:${typeof address === 'object' && address ? address.port : 0}/`,
    show: (body) => {
      blog = `<p>An article with the calculator in its middle.</p>${body}<p style="height: 3000px">The rest of it.</p>`
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve(undefined))
        server.closeAllConnections()
      }),
  }
}

// @ts-check
// Starts the tool in index.html and embed.html. The standalone page takes its state in the fragment and writes it
// there; an embed takes it in the query, the fragment adding to it, and leaves its address alone.
//
// embed.html is one file and asks for nothing until something is to be read or a later tool is opened: in a sandboxed
// frame of an unknown host, any request may be refused. Its program and fonts stand before this script as
// `microfluenceAssets`, packed as packed.mjs says. The reader and the later part are scripts beside either page.

// @ts-ignore made by the build
import createModule from 'tool-module'
import { startTool } from './host.mjs'
import { allowOnly, ownScript } from './own-script.mjs'
import { unpacked } from './packed.mjs'

const root = /** @type {HTMLElement} */ (document.querySelector('#tool'))
const embedded = root.dataset.embed !== undefined
const search = location.search.slice(1)
const fragment = () => location.hash.slice(1)
const parameters = new URLSearchParams(search)
const theme = parameters.get('theme')

/** @typedef {{wasm: string, fonts: Record<string, string>}} Assets */
/** @type {Assets | undefined} */
// @ts-ignore put there by the build
const assets = typeof microfluenceAssets === 'undefined' ? undefined : microfluenceAssets
for (const [weight, font] of Object.entries(assets?.fonts ?? {})) {
  document.fonts.add(new FontFace('Inter Tabular', unpacked(font), { weight }))
}

const { reader, later } = /** @type {{reader: string, later: string}} */ (/** @type {unknown} */ (root.dataset))
if (embedded) allowOnly(document, [reader, later])

const line = document.querySelector('#embed-line')
if (line) line.textContent = (line.textContent ?? '').replace('https://YOUR-HOST/', new URL('.', location.href).href)

/** The page's heading and lead are those of the tool shown. @param {string} link */
function showHeading(link) {
  const tool = new URLSearchParams(link).get('tool') ?? 'micro'
  const heading = document.querySelector('h1')
  if (!heading) return
  first ??= heading.textContent ?? ''
  for (const lead of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.lead'))) {
    lead.hidden = lead.dataset.tool !== tool
    if (!lead.hidden) heading.textContent = lead.dataset.heading ?? first
  }
  document.title = `${heading.textContent} · Microfluence`
}
/** @type {string | undefined} */
let first

startTool({
  root,
  query: [search, fragment()].filter(Boolean).join('&'),
  theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
  plain: parameters.get('view') === 'plain',
  createModule,
  program: assets ? unpacked(assets.wasm) : /** @type {string} */ (root.dataset.wasm),
  reader: ownScript(document, reader, 'microfluenceReader'),
  laterPart: ownScript(document, later, 'microfluenceLater'),
  onHeight() {
    // embed.js gives the frame this height; without it nobody listens.
    if (embedded && parent !== window) {
      const height = Math.ceil(document.documentElement.getBoundingClientRect().height)
      parent.postMessage({ type: 'microfluence:height', height }, '*')
    }
  },
  onLink(link) {
    if (!embedded) showHeading(link)
    if (!embedded && link !== fragment()) history.replaceState(null, '', link ? `#${link}` : location.pathname + location.search)
  },
}).then(
  (tool) => {
    if (!embedded) addEventListener('hashchange', () => tool.setQuery([search, fragment()].filter(Boolean).join('&')))
  },
  (reason) => {
    console.error(reason)
    const notice = document.createElement('p')
    notice.setAttribute('role', 'alert')
    notice.className = 'failed'
    notice.textContent =
      'The calculator could not start: its program did not load. Check the connection and reload the page; ' +
      'if that does not help, a newer browser will.'
    root.replaceChildren(notice)
  },
)

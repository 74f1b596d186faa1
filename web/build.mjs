// @ts-check
// Assembles dist/: bundles the page's scripts and styles, builds the fonts, names assets by their content, fills in the
// pages, and lays a brotli copy beside each file. Run by `./dev build` after the WebAssembly build.
//
// Usage: node web/build.mjs [WASM_BUILD_FOLDER [DIST_FOLDER [FOLDER_OF_INTER_OTF]]]

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { packed } from './packed.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [wasmBuild = join(root, 'build/wasm'), dist = join(root, 'dist'), inter = '/usr/share/fonts/opentype/inter'] =
  process.argv.slice(2).map((path) => resolve(path))
const web = join(root, 'web')

const pagePolicy = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "font-src 'self'", "img-src 'self'",
  "connect-src 'self'", "manifest-src 'self'", "worker-src blob:", "base-uri 'none'", "form-action 'none'",
].join('; ')

const sha256 = (/** @type {string} */ text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * The embed may run its own script and style and what that script adds ('strict-dynamic'): the reader and the later part,
 * whose addresses cannot stand here. web/own-script.mjs narrows it to those two files. It can send nothing anywhere.
 */
const embedPolicy = (/** @type {string} */ script, /** @type {string} */ style) =>
  `default-src 'none'; script-src ${sha256(script)} 'strict-dynamic' 'wasm-unsafe-eval'; ` +
  `style-src ${sha256(style)}; img-src data:; worker-src blob:; base-uri 'none'; form-action 'none'`

const read = (/** @type {string} */ path) => readFileSync(path)
const write = (/** @type {string} */ name, /** @type {string | Uint8Array} */ content) => {
  writeFileSync(join(dist, name), content)
  return name
}

/** Writes an asset under a name that changes with its content; the name is what pages refer to. */
function asset(/** @type {string} */ name, /** @type {Uint8Array} */ content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10)
  const extension = extname(name)
  return write(`assets/${basename(name, extension)}-${hash}${extension}`, content)
}

function fonts() {
  const folder = join(root, 'build/fonts')
  const script = join(root, 'assets/fonts.py')
  const first = join(folder, 'inter-400.woff2')
  if (!existsSync(first) || statSync(first).mtimeMs < statSync(script).mtimeMs) {
    execFileSync('python3', [script, inter, folder], { stdio: 'inherit' })
  }
}

function bundle() {
  const out = join(wasmBuild, 'bundle')
  rmSync(out, { recursive: true, force: true })
  execFileSync('esbuild', [
    join(web, 'page.mjs'), join(web, 'reader.mjs'), join(web, 'reader-worker.mjs'), join(web, 'later.mjs'), join(web, 'page.css'), join(web, 'style.css'),
    '--bundle', '--minify', '--legal-comments=none', '--log-level=warning', '--target=es2022', '--charset=utf8',
    `--alias:tool-module=${join(wasmBuild, 'page/whole/tool.mjs')}`, '--define:import.meta.url=""', '--format=iife',
    '--loader:.woff2=file', '--asset-names=[name]-[hash]', `--outdir=${out}`,
  ], { stdio: 'inherit' })
  return out
}

rmSync(dist, { recursive: true, force: true })
mkdirSync(join(dist, 'assets'), { recursive: true })
fonts()
const bundled = bundle()
/** @type {Record<string, string>} */
const names = { pagePolicy }
/** @type {string[]} */
const embeddedFonts = []
for (const file of readdirSync(bundled)) {
  if (extname(file) !== '.woff2') continue
  copyFileSync(join(bundled, file), join(dist, 'assets', file))
  const weight = /inter-(\d+)/.exec(file)?.[1]
  names[`font${weight}`] = `assets/${file}`
  embeddedFonts.push(`${weight}:${packed(read(join(bundled, file)))}`)
}
names.style = asset('page.css', read(join(bundled, 'page.css')))
names.script = asset('page.js', read(join(bundled, 'page.js')))
names.wasm = asset('tool.wasm', read(join(wasmBuild, 'page/tool.wasm')))
names.icon = asset('icon.svg', read(join(web, 'icon.svg')))

const readerScript = readFileSync(join(bundled, 'reader.js'), 'utf8')
const readerProgram = packed(read(join(wasmBuild, 'page/reader.wasm')))
const sample = JSON.stringify(readFileSync(join(root, 'assets/samples/posts.csv'), 'utf8'))
const readerWorker = JSON.stringify(readFileSync(join(bundled, 'reader-worker.js'), 'utf8'))
const readerAssets = `{program:${readerProgram},worker:${readerWorker},sample:${sample}}`
names.reader = asset('reader.js', Buffer.from(`{const microfluenceReaderAssets=${readerAssets};${readerScript}}`))

const laterScript = readFileSync(join(bundled, 'later.js'), 'utf8')
const laterPart = packed(read(join(wasmBuild, 'page/later.wasm')))
names.later = asset('later.js', Buffer.from(`{const microfluenceLaterPart=${laterPart};${laterScript}}`))

const wasm = packed(read(join(wasmBuild, 'page/tool.wasm')))
const script = readFileSync(join(bundled, 'page.js'), 'utf8').replaceAll('</script', '<\\/script')
names.embedScript = `{const microfluenceAssets={wasm:${wasm},fonts:{${embeddedFonts.join()}}};${script}}`
names.embedStyle = readFileSync(join(bundled, 'style.css'), 'utf8')
names.embedPolicy = embedPolicy(names.embedScript, names.embedStyle)

for (const page of ['index.html', 'embed.html']) {
  const html = readFileSync(join(web, page), 'utf8').replaceAll(/\{\{(\w+)\}\}/g, (_, key) => {
    const value = names[key]
    if (value === undefined) throw new Error(`${page} asks for {{${key}}}, which the build does not make`)
    return value
  })
  write(page, html)
}

for (const file of ['embed.js', '_headers']) write(file, read(join(web, file)))
write('microfluence.mjs', read(join(web, 'microfluence.mjs')))
for (const types of ['microfluence.d.ts', 'microfluence.d.mts']) write(types, read(join(web, types)))
write('microfluence.wasm', read(join(wasmBuild, 'module/microfluence.wasm')))

for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || extname(entry.name) === '.woff2') continue
  const path = join(entry.parentPath, entry.name)
  const content = read(path)
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }))
}

// What the first load costs: every file that Chromium asks for when index.html is opened, raw and as brotli.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { chromiumPage, launch } from '../browser/engines/chromium.mjs'
import { dist, serveSite } from '../browser/site.mjs'
import { printTable, record } from './record.mjs'

const gate = 200_000 // bytes of brotli
const smallestImguiPage = 146_000 // Dear ImGui's own smallest page, built for size the same way: program and glue, no font, no tool

const site = await serveSite()
const browser = await launch()
const page = chromiumPage(browser)
await page.open(site.url)
await page.byRole('textbox', 'Followers')
await page.playwright().waitForLoadState('networkidle')
const paths = new Set(
  (page.requests() ?? []).filter((address) => address.startsWith(site.url)).map((address) => decodeURIComponent(new URL(address).pathname)),
)
await browser.close()
await site.close()

/** @param {Buffer} bytes */
const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length

const files = await Promise.all(
  [...paths].map(async (pathname) => {
    const name = pathname === '/' ? 'index.html' : pathname.slice(1)
    const bytes = await readFile(path.join(dist, name))
    // Fonts and pictures are compressed already: a host sends the smaller of the two.
    return { name, raw: bytes.length, brotli: Math.min(bytes.length, brotli(bytes)) }
  }),
)
files.sort((a, b) => b.brotli - a.brotli)
const raw = files.reduce((sum, file) => sum + file.raw, 0)
const total = files.reduce((sum, file) => sum + file.brotli, 0)

console.log('First load, bytes')
printTable(['file', 'raw', 'brotli'], [...files.map((file) => [file.name, file.raw, file.brotli]), ['sum', raw, total]])
printTable(
  ['', 'bytes', 'this page is'],
  [
    ['gate', gate, `${(total / gate).toFixed(2)} ×`],
    ['smallest Dear ImGui page', smallestImguiPage, `${(total / smallestImguiPage).toFixed(2)} ×`],
  ],
)
await record('size', { files, raw, brotli: total, gate, smallestImguiPage })
if (total > gate) {
  console.error(`The first load is ${(total - gate).toLocaleString('en')} bytes over the gate.`)
  process.exitCode = 1
}

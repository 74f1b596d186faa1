// What the first load costs: every file that Chromium asks for when a page is opened, raw and as brotli. And what more it
// asks for when a later tool is first opened, and when something is first given to read.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { chromiumPage, launch } from '../browser/engines/chromium.mjs'
import { dist, serveSite } from '../browser/site.mjs'
import { printTable, record } from './record.mjs'

const gate = 200_000 // bytes of brotli
const smallestImguiPage = 146_000 // Dear ImGui's own smallest page, built for size the same way: program and glue, no font, no tool

/** @param {Buffer} bytes */
const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length

const site = await serveSite()
const browser = await launch()

/**
 * @param {string[]} names
 * @returns {Promise<{files: {name: string, raw: number, brotli: number}[], raw: number, brotli: number}>}
 */
const measured = async (names) => {
  const files = await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(path.join(dist, name))
      // Fonts and pictures are compressed already: a host sends the smaller of the two.
      return { name, raw: bytes.length, brotli: Math.min(bytes.length, brotli(bytes)) }
    }),
  )
  files.sort((a, b) => b.brotli - a.brotli)
  return { files, raw: files.reduce((sum, file) => sum + file.raw, 0), brotli: files.reduce((sum, file) => sum + file.brotli, 0) }
}

/**
 * What Chromium asks for until the tool is there and the network is quiet, after that for a later tool, and after that for
 * a first paste.
 * @param {string} start
 */
const loadsOf = async (start) => {
  const page = chromiumPage(browser)
  const quiet = async () => {
    await page.playwright().waitForLoadState('networkidle')
    const asked = (page.requests() ?? []).filter((address) => address.startsWith(site.url))
    return [...new Set(asked.map((address) => decodeURIComponent(new URL(address).pathname).slice(1)))]
  }
  await page.open(new URL(start, site.url).href)
  await page.byRole('textbox', 'Followers')
  const first = await quiet()
  await (await page.byRole('button', 'Numbers')).click()
  await page.byRole('textbox', 'Search')
  const withLater = await quiet()
  await (await page.byRole('button', 'Am I micro?')).click()
  await (await page.byRole('textbox', 'Paste your profile or stats')).fill('12.3K followers')
  await page.byRole('region', 'What was read')
  const all = await quiet()
  await page.close()
  return {
    first: await measured(first),
    later: await measured(withLater.filter((name) => !first.includes(name))),
    paste: await measured(all.filter((name) => !withLater.includes(name))),
  }
}

/** @param {string} title @param {Awaited<ReturnType<typeof measured>>} load */
const print = (title, load) => {
  console.log(title)
  printTable(['file', 'raw', 'brotli'], [...load.files.map((file) => [file.name, file.raw, file.brotli]), ['sum', load.raw, load.brotli]])
}

/** @type {Record<string, Awaited<ReturnType<typeof measured>>>} */
const loads = {}
/** @type {Record<string, Awaited<ReturnType<typeof measured>>>} */
const laters = {}
/** @type {Record<string, Awaited<ReturnType<typeof measured>>>} */
const pastes = {}
for (const start of ['index.html', 'embed.html']) {
  const { first, later, paste } = await loadsOf(start)
  loads[start] = first
  laters[start] = later
  pastes[start] = paste
  print(`First load of ${start}, bytes`, first)
  console.log(
    `${(first.brotli / gate).toFixed(2)} × the gate (${gate.toLocaleString('en')}), ` +
      `${(first.brotli / smallestImguiPage).toFixed(2)} × the smallest Dear ImGui page (${smallestImguiPage.toLocaleString('en')})\n`,
  )
  print(`What opening a later tool adds to ${start}, bytes`, later)
  console.log('')
  print(`What a first paste or file adds to ${start}, bytes`, paste)
  console.log('')
}
await browser.close()
await site.close()
await record('size', { loads, laters, pastes, gate, smallestImguiPage })
for (const [start, load] of Object.entries(loads)) {
  if (load.brotli <= gate) continue
  console.error(`The first load of ${start} is ${(load.brotli - gate).toLocaleString('en')} bytes over the gate.`)
  process.exitCode = 1
}

// Screenshots of every state on phone, tablet and desktop, light and dark, into build/shots/: the whole page, in as many
// pictures as it takes, since the tool is drawn where it is in view.
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromiumPage, launch } from './engines/chromium.mjs'
import { settled } from './journey.mjs'
import { serveSite } from './site.mjs'
import { openState, states } from './states.mjs'

const folder = fileURLToPath(new URL('../../build/shots', import.meta.url))

const devices = /** @type {const} */ ([
  ['phone', 390, 844, 3],
  ['tablet', 820, 1180, 2],
  ['desktop', 1280, 900, 1],
])

const mostHigh = 6000 // device pixels of a view, well within what canvases may have

/** @param {import('./states.mjs').Page} page @param {string} file its name without the ending @param {number} width @param {number} scale */
const take = async (page, file, width, scale) => {
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  const pictures = Math.ceil((whole * scale) / mostHigh)
  const height = Math.ceil(whole / pictures)
  await page.playwright().setViewportSize({ width, height })
  for (let at = 0; at < pictures; at += 1) {
    await page.evaluate((top) => scrollTo(0, top), at * height)
    await settled(page)
    const name = `${file}${pictures > 1 ? `-${at + 1}` : ''}.png`
    await page.playwright().screenshot({ path: path.join(folder, name) })
    console.log(`build/shots/${name}`)
  }
}

await mkdir(folder, { recursive: true })
const site = await serveSite()
const browser = await launch()
let missing = 0
for (const [name, state] of Object.entries(states)) {
  for (const [device, width, height, scale] of devices) {
    for (const theme of /** @type {const} */ (['light', 'dark'])) {
      const page = chromiumPage(browser)
      const file = `${name}-${device}-${theme}`
      try {
        await openState(page, site.url, state, { width, height, scale, theme, touch: device !== 'desktop' })
        await take(page, file, width, scale)
      } catch (error) {
        missing += 1
        console.error(`${file} could not be taken: ${/** @type {Error} */ (error).message}`)
      }
      await page.close()
    }
  }
}
await browser.close()
await site.close()
process.exitCode = missing ? 1 : 0

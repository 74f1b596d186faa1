// Screenshots of every state on phone, tablet and desktop, light and dark, into build/shots/.
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromiumPage, launch } from './engines/chromium.mjs'
import { serveSite } from './site.mjs'
import { openState, states } from './states.mjs'

const folder = fileURLToPath(new URL('../../build/shots', import.meta.url))

const devices = /** @type {const} */ ([
  ['phone', 390, 844, 3],
  ['tablet', 820, 1180, 2],
  ['desktop', 1280, 900, 1],
])

await mkdir(folder, { recursive: true })
const site = await serveSite()
const browser = await launch()
let missing = 0
for (const [name, state] of Object.entries(states)) {
  for (const [device, width, height, scale] of devices) {
    for (const theme of /** @type {const} */ (['light', 'dark'])) {
      const page = chromiumPage(browser)
      const file = `${name}-${device}-${theme}.png`
      try {
        await openState(page, site.url, state, { width, height, scale, theme, touch: device !== 'desktop' })
        await page.screenshot(path.join(folder, file))
        console.log(`build/shots/${file}`)
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

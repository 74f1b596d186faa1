// Screenshots of every state on phone, tablet and desktop, light and dark, into build/shots/.
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromiumPage, launch } from './engines/chromium.mjs'
import { complaint, postsFile, profile, verdict } from './journey.mjs'
import { serveSite } from './site.mjs'

const folder = fileURLToPath(new URL('../../build/shots', import.meta.url))

/** @type {Record<string, {address?: string, field?: string, act?: (page: ReturnType<typeof chromiumPage>) => Promise<unknown>}>} */
const states = {
  empty: {},
  pasted: {
    act: async (page) => {
      await (await page.byRole('textbox', 'Paste your profile or stats')).click()
      await page.playwright().keyboard.insertText(profile)
      await verdict(page)
    },
  },
  'file-read': {
    address: '#followers=25000',
    act: async (page) => {
      await (await page.byRole('button', /^Choose a file/)).setFiles([postsFile])
      await page.byRole('table', /engagement/i)
    },
  },
  error: {
    act: async (page) => {
      await (await page.byRole('textbox', 'Followers')).type('-5')
      await page.press('Tab')
      await complaint(page)
    },
  },
  campaign: { address: '#tool=campaign', field: 'Order value' },
  'campaign-sample': {
    address: '#tool=campaign',
    field: 'Order value',
    act: async (page) => {
      await (await page.byRole('button', 'Try a sample')).click()
      await (await page.byRole('button', 'One macro instead')).click()
      await page.byRole('table', /side by side/)
    },
  },
  pick: {
    address: '#tool=pick',
    field: 'Budget',
    act: async (page) => {
      await (await page.byRole('button', 'Try a sample')).click()
      await page.byRole('heading', /^Pick \d+ of 24/)
    },
  },
  numbers: { address: '#tool=numbers&figure=B0386-value-250', field: 'Search' },
  claims: { address: '#tool=numbers', field: 'Search', act: async (page) => (await page.byRole('radio', 'Claims')).click() },
  embed: { address: 'embed.html?tool=micro&platform=instagram&followers=12300', act: verdict },
}

const devices = /** @type {const} */ ([
  ['phone', 390, 844, 3],
  ['tablet', 820, 1180, 2],
  ['desktop', 1280, 900, 1],
])

await mkdir(folder, { recursive: true })
const site = await serveSite()
const browser = await launch()
let missing = 0
for (const [state, { address = '', field = 'Followers', act }] of Object.entries(states)) {
  for (const [device, width, height, scale] of devices) {
    for (const theme of /** @type {const} */ (['light', 'dark'])) {
      const page = chromiumPage(browser)
      const name = `${state}-${device}-${theme}.png`
      try {
        await page.open(new URL(address, site.url).href, { width, height, scale, theme, touch: device !== 'desktop' })
        await page.byRole('textbox', field)
        await act?.(page)
        await page.evaluate(() => document.fonts.ready.then(() => new Promise((resolve) => setTimeout(resolve, 300))))
        await page.screenshot(path.join(folder, name))
        console.log(`build/shots/${name}`)
      } catch (error) {
        missing += 1
        console.error(`${name} could not be taken: ${/** @type {Error} */ (error).message}`)
      }
      await page.close()
    }
  }
}
await browser.close()
await site.close()
process.exitCode = missing ? 1 : 0

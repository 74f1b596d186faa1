// axe-core looks at every state, on a phone and a desktop, light and dark.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { chromiumPage, launch } from '../engines/chromium.mjs'
import { complaint, postsFile, verdict } from '../journey.mjs'
import { serveSite } from '../site.mjs'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site
/** @type {import('playwright-core').Browser} */
let browser

before(async () => {
  site = await serveSite()
  browser = await launch()
})
after(async () => {
  await browser?.close()
  await site?.close()
})

/** @type {Record<string, {address?: string, field?: string, act?: (page: import('../browser.mjs').Page) => Promise<unknown>}>} */
const states = {
  'the empty page': {},
  'a verdict': { address: '#platform=instagram&followers=12300', act: verdict },
  'engagement from a file': {
    address: '#followers=25000',
    act: async (page) => {
      await (await page.byRole('button', /^Choose a file/)).setFiles([postsFile])
      await page.byRole('table', /engagement/i)
    },
  },
  'an error': {
    act: async (page) => {
      await (await page.byRole('textbox', 'Followers')).type('-5')
      await page.press('Tab')
      await complaint(page)
    },
  },
  'a campaign before a sale is priced': { address: '#tool=campaign', field: 'Order value' },
  'a campaign beside a macro, all folded out': {
    address: '#tool=campaign&orderValue=400&margin=50&conversionRate=5%20to%202',
    field: 'Order value',
    act: async (page) => {
      await (await page.byRole('button', 'One macro instead')).click()
      await page.byRole('table', /side by side/)
      await page.evaluate(() => {
        for (const folded of document.querySelectorAll('.twin button[aria-expanded="false"]')) /** @type {HTMLElement} */ (folded).click()
      })
      await page.byRole('heading', /Return/)
    },
  },
  'creators picked': {
    address: '#tool=pick',
    field: 'Budget',
    act: async (page) => {
      await (await page.byRole('button', 'Try a sample')).click()
      await page.byRole('heading', /^Pick \d+ of 24/)
    },
  },
  'every published figure': { address: '#tool=numbers', field: 'Search' },
  'a figure being replaced': {
    address: '#tool=numbers&figure=B0386-value-250',
    field: 'Search',
    act: async (page) => {
      await (await page.byRole('textbox', 'Search')).type('one cent')
      await (await page.byRole('button', 'Change my figure')).click()
      await page.byRole('button', 'Use mine')
    },
  },
  'the claims': { address: '#tool=numbers', field: 'Search', act: async (page) => (await page.byRole('radio', 'Claims')).click() },
  'the embed': { address: 'embed.html?platform=instagram&followers=12300', act: verdict },
  'the page without a canvas': { address: '?view=plain#platform=instagram&followers=12300', act: verdict },
}

const views = /** @type {const} */ ([
  ['phone', 390, 844],
  ['desktop', 1280, 900],
])

for (const [state, { address = '', field = 'Followers', act }] of Object.entries(states)) {
  for (const [device, width, height] of views) {
    for (const theme of /** @type {const} */ (['light', 'dark'])) {
      test(`axe finds nothing in ${state} on a ${device}, ${theme}`, async () => {
        const page = chromiumPage(browser)
        await page.open(new URL(address, site.url).href, { width, height, theme })
        await page.byRole('textbox', field)
        await act?.(page)
        await page.playwright().evaluate(axeSource)
        const { violations } = await page.playwright().evaluate('axe.run()')
        const found = violations.flatMap((/** @type {import('axe-core').Result} */ { id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`))
        assert.deepEqual(found, [])
        assert.deepEqual(await page.consoleErrors(), [])
        await page.close()
      })
    }
  }
}

// axe-core looks at every state, on a phone and a desktop, light and dark.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { chromiumPage, launch } from '../engines/chromium.mjs'
import { settled } from '../journey.mjs'
import { serveSite } from '../site.mjs'
import { openState, states } from '../states.mjs'

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

const looks = /** @type {const} */ ([
  ['phone', 390, 844, 'light'],
  ['phone', 390, 844, 'dark'],
  ['desktop', 1280, 900, 'dark'],
  ['desktop', 1280, 900, 'light'],
])

for (const state of Object.values(states)) {
  test(`axe finds nothing in ${state.called}, on a phone and a desktop, light and dark`, async () => {
    const page = chromiumPage(browser)
    await openState(page, site.url, state, { width: 390, height: 844 })
    await page.playwright().evaluate(axeSource)
    for (const [device, width, height, theme] of looks) {
      await page.playwright().setViewportSize({ width, height })
      await page.playwright().emulateMedia({ colorScheme: theme })
      await settled(page)
      const { violations } = await page.playwright().evaluate('axe.run()')
      const found = violations.flatMap((/** @type {import('axe-core').Result} */ { id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`))
      assert.deepEqual(found, [], `${device}, ${theme}`)
    }
    assert.deepEqual(await page.consoleErrors(), [])
    await page.close()
  })
}

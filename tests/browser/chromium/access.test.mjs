// axe-core looks at every state, on a phone and a desktop, light and dark. Contrast does not hang on the width: that of the
// drawing is held on the theme's colours (tests/form), that of the elements looked at here once in each theme.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { chromiumSite } from '../chromium-site.mjs'
import { chromiumPage } from '../engines/chromium.mjs'
import { settled } from '../journey.mjs'
import { openState, states } from '../states.mjs'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const here = chromiumSite()

const looks = /** @type {const} */ ([
  ['phone', 390, 844, 'light'],
  ['desktop', 1280, 900, 'dark'],
])

for (const state of Object.values(states)) {
  test(`axe finds nothing in ${state.called}, on a light phone and a dark desktop`, async () => {
    const page = chromiumPage(here.browser)
    await openState(page, here.site.url, state, { width: 390, height: 844 })
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

for (const name of ['micro-file-all', 'campaign-all', 'pick-all', 'numbers']) {
  const state = states[name]
  test(`on a tablet all that is pressed in ${state.called} is large enough for a finger`, async () => {
    const page = chromiumPage(here.browser)
    await openState(page, here.site.url, state, { width: 820, height: 1180, touch: true })
    const pressed = await page.evaluate(() =>
      [...document.querySelectorAll('.twin :is(.button, .tab, .link, .option, .file, .textbox, .slider, .select)')]
        .map((element) => ({ what: `${element.className}: ${element.textContent || element.id}`, height: element.getBoundingClientRect().height })))
    assert.ok(pressed.length > 10)
    assert.deepEqual(pressed.filter(({ height }) => height < 44), [])
    await page.close()
  })
}

// The whole accessibility tree of each tool, empty and answered, is the one that tests/data/browser/tree/ holds.
// After a change that is meant, run it with MF_WRITE_TREES=1 and read what git shows as somebody who sees nothing else.
import assert from 'node:assert/strict'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { after, before, test } from 'node:test'
import { accessibilityTree } from '../accessibility-tree.mjs'
import { until } from '../browser.mjs'
import { chromiumPage, launch } from '../engines/chromium.mjs'
import { serveSite } from '../site.mjs'
import { openState, states } from '../states.mjs'

const folder = new URL('../../data/browser/tree/', import.meta.url)

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

for (const name of ['micro-empty', 'micro-file-all', 'campaign-empty', 'campaign-all', 'pick-empty', 'pick-all', 'numbers', 'numbers-filtered']) {
  test(`the accessibility tree of ${states[name].called} is the one that was read and kept`, async () => {
    const page = chromiumPage(browser)
    await openState(page, site.url, states[name])
    await until(() => page.evaluate(() => !document.querySelector('output[aria-busy=true]')), () => new Error('the answer does not settle'))
    const tree = (await accessibilityTree(page.playwright())).replaceAll(site.url, 'https://host/')
    const file = fileURLToPath(new URL(`${name}.txt`, folder))
    if (process.env.MF_WRITE_TREES) {
      await mkdir(folder, { recursive: true })
      await writeFile(file, tree)
    }
    assert.deepEqual(tree.split('\n'), (await readFile(file, 'utf8')).split('\n'))
    assert.deepEqual(await page.consoleErrors(), [])
    await page.close()
  })
}

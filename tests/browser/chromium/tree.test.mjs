// The whole accessibility tree of each tool, empty and answered, is the one that tests/data/browser/tree/ holds.
// After a change that is meant, run it with MF_WRITE_TREES=1 and read what git shows as somebody who sees nothing else.
import assert from 'node:assert/strict'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { accessibilityTree } from '../accessibility-tree.mjs'
import { chromiumSite } from '../chromium-site.mjs'
import { chromiumPage } from '../engines/chromium.mjs'
import { silent } from '../journey.mjs'
import { openState, states } from '../states.mjs'

const folder = new URL('../../data/browser/tree/', import.meta.url)

const here = chromiumSite()

for (const name of ['micro-empty', 'micro-file-all', 'campaign-empty', 'campaign-all', 'pick-empty', 'pick-all', 'numbers', 'numbers-filtered', 'claims']) {
  test(`the accessibility tree of ${states[name].called} is the one that was read and kept`, async () => {
    const page = chromiumPage(here.browser)
    await openState(page, here.site.url, states[name])
    await silent(page)
    const tree = (await accessibilityTree(page.playwright())).replaceAll(here.site.url, 'https://host/')
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

// Other ways to give the tool something than its fields: a paste anywhere, a dropped file, a finger; and the drawing
// stays on whole device pixels however the page is scaled.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { chromiumSite } from '../chromium-site.mjs'
import { chromiumPage } from '../engines/chromium.mjs'
import { postsFile, profile, untilDrawn, verdict } from '../journey.mjs'

const here = chromiumSite()

/** @param {string} address @param {import('../browser.mjs').View} [view] */
const open = async (address = '', view = {}) => {
  const page = chromiumPage(here.browser)
  await page.open(new URL(address, here.site.url).href, view)
  await page.byRole('textbox', 'Followers')
  return page
}

test('a profile pasted anywhere on the page is read', async () => {
  const page = await open()
  await page.evaluate((text) => navigator.clipboard.writeText(text), profile)
  await page.press('Control+v')
  assert.match(await verdict(page), /^Yes: micro for \d+ of \d+/)
  assert.deepEqual(await page.consoleErrors(), [])
  await page.close()
})

test('a file dropped anywhere on the page is read', async () => {
  const page = await open('#followers=25000')
  await page.evaluate((text) => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'posts.csv'))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
  }, await readFile(postsFile, 'utf8'))
  await page.byRole('table', /engagement/i)
  assert.deepEqual(await page.consoleErrors(), [])
  await page.close()
})

test('where no worker may be started the page reads itself', async () => {
  const page = await open('#followers=25000')
  await page.evaluate(() => {
    // As a policy does that forbids it.
    globalThis.Worker = /** @type {any} */ (function refused() {
      throw new DOMException('Refused to create a worker', 'SecurityError')
    })
  })
  const rows = Array.from({ length: 90_000 }, (_, i) => `${i},2026-01-01,${100 + (i % 50)},${i % 9}`).join('\n')
  await page.evaluate((text) => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'many.csv'))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
  }, `id,date,likes,comments\n${rows}\n`)
  await page.byRole('table', /engagement/i)
  assert.match(await page.evaluate(() => document.body.innerText), /90,000 posts/)
  assert.deepEqual(await page.consoleErrors(), [])
  await page.close()
})

test('a paste too long for a field is read all the same', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `${i},${100 + (i % 50)},${i % 9}`).join('\n')
  const page = await open('#followers=25000')
  await page.evaluate((text) => navigator.clipboard.writeText(text), `id,likes,comments\n${rows}\n`)
  await page.playwright().getByRole('textbox', { name: 'Paste your profile or stats' }).focus()
  await page.press('Control+v')
  await page.byRole('table', /engagement/i)
  assert.match(await page.evaluate(() => document.body.innerText), /20,000 posts/)
  await page.close()
})

test('a finger presses buttons and chooses a platform', async () => {
  const page = await open('', { width: 390, height: 844, scale: 3, touch: true })
  await page.playwright().getByRole('button', { name: 'Try a sample' }).tap()
  await verdict(page)
  await page.playwright().getByRole('radio', { name: 'TikTok' }).tap()
  assert.equal(await page.playwright().getByRole('radio', { name: 'TikTok' }).isChecked(), true)
  await page.close()
})

for (const scale of [1, 1.25, 1.5, 2, 2.625, 3]) {
  test(`at ${scale} device pixels to a CSS pixel the canvas stands on whole device pixels, scrolled or not`, async () => {
    const page = await open('#followers=12300', { width: 413, height: 700, scale })
    await verdict(page)
    await untilDrawn(page)
    for (const scroll of [0, 333]) {
      const canvas = await page.evaluate(async (scroll) => {
        scrollTo(0, scroll)
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
        const element = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas'))
        const { left, width, height } = element.getBoundingClientRect()
        const top = element.getBoundingClientRect().top + scrollY
        return { backing: [element.width, element.height], shown: [width, height], place: [left, top] }
      }, scroll)
      for (const side of [0, 1]) {
        const shown = Number(canvas.shown[side]) * scale
        const place = Number(canvas.place[side]) * scale
        assert.ok(Math.abs(shown - Number(canvas.backing[side])) < 0.05, `${shown} pixels show ${canvas.backing[side]}`)
        assert.ok(Math.abs(place - Math.round(place)) < 0.05, `it stands at device pixel ${place}`)
      }
    }
    await page.close()
  })
}

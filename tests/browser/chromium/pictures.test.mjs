// What a picture says of the place that is pointed at or tapped comes at once, goes with the pointer, and covers nothing for good.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../browser.mjs'
import { chromiumSite } from '../chromium-site.mjs'
import { chromiumPage } from '../engines/chromium.mjs'
import { settled, silent, untilDrawn, verdict } from '../journey.mjs'

const here = chromiumSite()

/** The ruler, at rest. @param {import('../browser.mjs').View} view */
const ruler = async (view) => {
  const page = chromiumPage(here.browser)
  await page.open(`${here.site.url}?platform=instagram&followers=12300`, view)
  await verdict(page)
  await silent(page)
  await untilDrawn(page)
  const picture = page.playwright().locator('[role=img]').first()
  await picture.scrollIntoViewIfNeeded()
  await settled(page)
  const box = /** @type {{x: number, y: number, width: number, height: number}} */ (await picture.boundingBox())
  const shot = async () => (await page.playwright().screenshot({ clip: box })).toString('base64')
  const place = (/** @type {number} */ part) => /** @type {const} */ ([box.x + box.width * part, box.y + box.height / 2])
  const atRest = await shot()
  /** @param {string} what @param {(now: string) => boolean} wanted */
  const shows = (what, wanted) => until(async () => wanted(await shot()), () => new Error(`the picture does not show ${what}`))
  return { page, mouse: page.playwright().mouse, touch: page.playwright().touchscreen, place, shot, shows, atRest }
}

test('pointed at, a picture says what is there; elsewhere something else, and nothing once the pointer is gone', async () => {
  const { page, mouse, place, shot, shows, atRest } = await ruler({})
  await mouse.move(...place(0.2))
  await shows('what is pointed at', (now) => now !== atRest)
  const first = await shot()
  await mouse.move(...place(0.8))
  await shows('another place', (now) => now !== first && now !== atRest)
  await mouse.move(2, 2)
  await shows('itself again', (now) => now === atRest)
  await page.close()
})

test('Escape takes it away', async () => {
  const { page, mouse, place, shows, atRest } = await ruler({})
  await mouse.move(...place(0.2))
  await shows('what is pointed at', (now) => now !== atRest)
  await page.press('Escape')
  await shows('itself again', (now) => now === atRest)
  await page.close()
})

test('a tap leaves it there until the next one', async () => {
  const { page, touch, place, shot, shows, atRest } = await ruler({ width: 390, height: 844, touch: true })
  await touch.tap(...place(0.2))
  await shows('what was tapped', (now) => now !== atRest)
  const first = await shot()
  await settled(page)
  assert.equal(await shot(), first)
  await touch.tap(...place(0.8))
  await shows('another place', (now) => now !== first && now !== atRest)
  await touch.tap(380, 20)
  await shows('itself again', (now) => now === atRest)
  await page.close()
})

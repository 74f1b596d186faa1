// Each of the four journeys, taken in each way that people use the page.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { journey, untilDrawn } from './journey.mjs'
import { journeys } from './journeys.mjs'
import { listening } from './screen-reader.mjs'
import { withFinger, withKeys, withMouse } from './people.mjs'

const { open, copy } = journey()

/** @type {{title: string, address?: string, view?: import('./browser.mjs').View, person: (page: import('./browser.mjs').Page) => import('./journeys.mjs').Person | Promise<import('./journeys.mjs').Person>}[]} */
const ways = [
  { title: 'by keyboard alone', person: withKeys },
  { title: 'by touch on a phone', view: { width: 390, height: 844, scale: 3, touch: true }, person: withFinger },
  { title: 'in plain view', address: '?view=plain', person: withMouse },
  { title: 'by screen reader alone', person: listening },
]

for (const { title: way, address, view, person } of ways) {
  for (const { title, clipboard, take } of journeys) {
    test(`${title}, ${way}`, async () => {
      if (clipboard) await copy(clipboard)
      const page = await open(address, view)
      await take(await person(page))
      if (!address) await untilDrawn(page)
      assert.equal(await page.evaluate(() => document.querySelectorAll('canvas').length), address ? 0 : 1)
    })
  }
}

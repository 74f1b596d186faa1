// "Plan a campaign" in the browser, beyond its journey: other plans beside it, and odds that are live while a slider moves.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from './browser.mjs'
import { journey } from './journey.mjs'

const here = journey()
const odds = /likely to make money/

/** @param {string} address @param {import('./browser.mjs').View} [view] */
const openCampaign = async (address, view = {}) => {
  const page = here.page()
  await page.open(new URL(address, here.siteUrl()).href, view)
  await page.byRole('textbox', 'Order value')
  return page
}

test('a macro for the same money stands beside the micros after one press', async () => {
  const page = await openCampaign('#tool=campaign&orderValue=40%20to%2060&margin=50')
  await (await page.byRole('button', 'One macro instead')).click()
  const table = await page.byRole('table', /plans side by side/)
  assert.match(await table.text(), /1 macro/)
})

test('the slider is a native one: arrow keys move it, and the chance with it', async () => {
  const page = await openCampaign('#tool=campaign&orderValue=40%20to%2060&margin=50')
  const slider = await page.byRole('slider', /What if a post costs/)
  await slider.click()
  const said = () => slider.attribute('aria-valuetext')
  const before = await said()
  assert.match(before ?? '', /a post: .* likely to pay/)
  for (let i = 0; i < 5; ++i) await page.press('ArrowRight')
  await until(async () => (await said()) !== before, () => new Error(`it still says ${before}`))
})

test('without a canvas the slider is there, too', async () => {
  const page = await openCampaign('?view=plain#tool=campaign&orderValue=40%20to%2060&margin=50')
  await page.byRole('slider', /What if a post costs/)
})

test('the embed opens it by address, with a locked field', async () => {
  const page = await openCampaign('embed.html?tool=campaign&orderValue=50&margin=40&lock=margin&hide=micro,numbers')
  await page.byRole('heading', odds)
  assert.equal(await (await page.byRole('textbox', 'Margin')).attribute('readonly'), '')
})

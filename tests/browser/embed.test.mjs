// In somebody else's page, on another origin.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { iframeLine } from './elsewhere.mjs'
import { journey, verdict } from './journey.mjs'
import { until } from './browser.mjs'

const { page, siteUrl, elsewhere } = journey()
const preset = '?tool=micro&platform=instagram&followers=12300&theme=dark'

/** Opens a blog with the line of README.md in it, pointed at this site. @param {string} [attributes] */
const openBlog = async (attributes = '') => {
  const line = iframeLine()
    .replace(/src="[^"]*"/, `src="${siteUrl()}embed.html${preset}"`)
    .replace('<iframe', `<iframe ${attributes}`)
  const title = /title="([^"]*)"/.exec(line)?.[1] ?? ''
  elsewhere().show(line)
  await page().open(`${elsewhere().url}blog`)
  return page().frame(title)
}

for (const [where, attributes] of [
  ['a page on another origin', ''],
  ['a sandboxed frame that may only run scripts', 'sandbox="allow-scripts"'],
]) {
  test(`the line of the README shows the preset verdict in ${where}`, async () => {
    const frame = await openBlog(attributes)
    assert.match(await verdict(frame), /^(Yes|No): .*\b\d+ of \d+\b/)
    assert.match(await (await frame.byRole('textbox', 'Followers')).value(), /^12,?300$/)
    const foreign = (page().requests() ?? (await frame.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)))).filter(
      (address) => !/^(data|blob|about):/.test(address) && !address.startsWith(siteUrl()) && !address.startsWith(elsewhere().url),
    )
    assert.deepEqual(foreign, [], 'it asks other servers')
  })
}

test('the wheel over the frame scrolls on to the page around it', async () => {
  const frame = await openBlog()
  await verdict(frame)
  const taken = await frame.evaluate(() => {
    const wheel = new WheelEvent('wheel', { deltaY: 500, bubbles: true, cancelable: true })
    return !/** @type {Element} */ (document.querySelector('#tool .twin')).dispatchEvent(wheel)
  })
  assert.equal(taken, false, 'the tool keeps the wheel to itself')
  // In WebKit a wheel from its driver does not reach the page around, even where the frame has nothing to scroll. Why is
  // not known yet; there this test says only that the tool does not cancel it.
  if (process.env.MF_ENGINE === 'webkit') return
  await until(
    async () => {
      await page().wheel(300, 300, 500)
      return page().evaluate(() => scrollY > 200)
    },
    () => new Error('the page around the frame does not scroll'),
  )
})

test('the frame takes what is typed into it', async () => {
  const frame = await openBlog()
  const first = await verdict(frame)
  await (await frame.byRole('textbox', 'Followers')).fill('5000000')
  await until(async () => (await verdict(frame)) !== first, () => new Error(`the verdict stays "${first}"`))
})

// What the page does when nobody touches it: with a verdict shown, ten seconds long, everything that would wake the processor.
import { chromiumPage, launch } from '../browser/engines/chromium.mjs'
import { verdict } from '../browser/journey.mjs'
import { serveSite } from '../browser/site.mjs'
import { printTable, record } from './record.mjs'

const seconds = 10

/** Runs before the page's own scripts. */
const instrument = () => {
  const counts = { 'animation frames': 0, timers: 0, 'draw calls': 0 }
  Object.assign(globalThis, { __counts: counts })

  const frame = globalThis.requestAnimationFrame
  globalThis.requestAnimationFrame = (callback) => frame((time) => ((counts['animation frames'] += 1), callback(time)))
  for (const name of /** @type {const} */ (['setTimeout', 'setInterval'])) {
    const original = /** @type {any} */ (globalThis[name])
    Object.assign(globalThis, {
      [name]: (/** @type {Function} */ callback, /** @type {number} */ delay, /** @type {unknown[]} */ ...rest) =>
        original((/** @type {unknown[]} */ ...values) => ((counts.timers += 1), callback(...values)), delay, ...rest),
    })
  }
  const gl = /** @type {any} */ (WebGL2RenderingContext.prototype)
  for (const name of ['clear', 'drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced', 'drawRangeElements']) {
    const original = gl[name]
    gl[name] = /** @this {unknown} @param {unknown[]} values */ function (...values) {
      counts['draw calls'] += 1
      return original.apply(this, values)
    }
  }
}

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms))

const site = await serveSite()
const browser = await launch()
const results = await Promise.all(
  ['#platform=instagram&followers=12300', 'embed.html?platform=instagram&followers=12300', '?view=plain#platform=instagram&followers=12300'].map(async (address) => {
    const page = chromiumPage(browser, async (page) => void (await page.addInitScript(instrument)))
    await page.open(new URL(address, site.url).href)
    await verdict(page)
    await pause(2000)
    const counts = () => page.evaluate(() => ({ .../** @type {any} */ (globalThis).__counts }))
    const before = await counts()
    await pause(seconds * 1000)
    const after = await counts()
    return { page: address.split(/[#]|\?platform/)[0] || 'index.html', before, atRest: Object.fromEntries(Object.keys(after).map((key) => [key, after[key] - before[key]])) }
  }),
)
await browser.close()
await site.close()

const kinds = ['animation frames', 'timers', 'draw calls']
console.log(`At rest for ${seconds} s with a verdict shown (in brackets: until then)`)
printTable(['page', ...kinds], results.map(({ page, before, atRest }) => [page, ...kinds.map((kind) => `${atRest[kind]} (${before[kind]})`)]))
await record('idle', { seconds, results })
if (results.some(({ atRest }) => kinds.some((kind) => atRest[kind] !== 0))) {
  console.error('The page does not sleep.')
  process.exitCode = 1
}

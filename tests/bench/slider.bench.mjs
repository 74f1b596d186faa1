// A campaign computed anew while its slider moves: how long each frame's work takes, simulation, drawing and twin together.
import { chromiumPage, launch } from '../browser/engines/chromium.mjs'
import { serveSite } from '../browser/site.mjs'
import { printTable, record } from './record.mjs'

const moves = 120
const frame = 1000 / 60 // milliseconds
const cases = {
  'one plan, 20 creators': '#tool=campaign&orderValue=380-720&margin=55&followers=15000-40000&fee=150-320&conversionRate=1-3.5',
  'one plan, 1 creator': '#tool=campaign&orderValue=380-720&margin=55&creators=1',
}

/** Runs before the page's own scripts: times the work of every frame. */
const instrument = () => {
  /** @type {number[]} */
  const times = []
  Object.assign(globalThis, { __times: times })
  const request = globalThis.requestAnimationFrame
  globalThis.requestAnimationFrame = (callback) =>
    request((time) => {
      const start = performance.now()
      callback(time)
      times.push(performance.now() - start)
    })
}

const site = await serveSite()
const browser = await launch()
/** @type {{name: string, p50: number, p95: number, most: number, over: number}[]} */
const results = []
for (const [name, address] of Object.entries(cases)) {
  const page = chromiumPage(browser, async (page) => void (await page.addInitScript(instrument)))
  await page.open(new URL(address, site.url).href)
  await page.byRole('slider', /What if a post costs/)
  const times = await page.evaluate(async (moves) => {
    const slider = /** @type {HTMLInputElement} */ (document.querySelector('input[type=range]'))
    const times = /** @type {number[]} */ (/** @type {any} */ (globalThis).__times)
    const pause = () => new Promise((resolve) => setTimeout(resolve, 5))
    await new Promise((resolve) => setTimeout(resolve, 500))
    /** @type {number[]} */
    const moved = []
    for (let i = 0; i < moves; ++i) {
      const before = times.length
      slider.value = String((i * 7) % 200)
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      while (times.length === before) await pause()
      moved.push(times[before]) // the frame that takes the new value
    }
    return moved
  }, moves)
  times.sort((a, b) => a - b)
  const at = (/** @type {number} */ share) => times[Math.min(times.length - 1, Math.floor(share * times.length))]
  results.push({ name, p50: at(0.5), p95: at(0.95), most: at(1), over: times.filter((time) => time > frame).length })
  await page.close()
}
await browser.close()
await site.close()

console.log(`Work of the frame that follows a move of the slider, ${moves} moves, milliseconds (a frame has ${frame.toFixed(1)})`)
printTable(
  ['plan', 'median', 'P95', 'longest', 'frames over'],
  results.map(({ name, p50, p95, most, over }) => [name, p50.toFixed(1), p95.toFixed(1), most.toFixed(1), over]),
)
await record('slider', { moves, results })

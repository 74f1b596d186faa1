// What a frame costs the page's main thread, each tool as people have it and with all folded out, on this machine and on one four times slower.
//
// A frame is all that the page's script does in one animation frame: the tool's description, its layout and drawing
// commands, the twin's patch. Frames that only answer a hand (hover, scroll, focus, a letter in a field that no result
// depends on) are held to the bars; those that compute an answer anew are printed beside them (slider.bench.mjs has more).
// Measured is the thread's processor time, by Chromium's own trace; the page itself is left as it is. From input to paint
// is the browser's own figure, with all that its GPU process does; what stands beside it is the same page as plain elements.
// MF_BENCH_TOOL=pick measures that tool alone.
import { chromiumPage, launch } from '../browser/engines/chromium.mjs'
import { serveSite } from '../browser/site.mjs'
import { openState, states } from '../browser/states.mjs'
import { printTable, record } from './record.mjs'

const bars = { frame: 1, slowFrame: 4, twin: 0.3, painted: 50 } // milliseconds, P95
const slowdown = 4
const times = 40
const rhythm = 80 // milliseconds from one act to the next, at least: that of a quick typist

/** @typedef {ReturnType<typeof chromiumPage>} Page */

/** Runs before the page's own scripts: marks where each frame of the tool, and the twin's work in it, begins and ends. */
const instrument = () => {
  let placed = false
  let patching = false
  // The twin's work begins once its nodes have become a text, and is over when the page goes on to anything else.
  const goesOn = () => {
    if (patching) performance.mark('twin:end')
    patching = false
  }
  const request = globalThis.requestAnimationFrame
  globalThis.requestAnimationFrame = (callback) => {
    goesOn()
    return request((time) => {
      placed = false
      performance.mark('frame:begin')
      callback(time)
      goesOn()
      performance.mark(placed ? 'frame:end' : 'frame:of somebody else')
    })
  }
  const { getBoundingClientRect } = Element.prototype
  Element.prototype.getBoundingClientRect = function () {
    placed = true // the tool's frame begins with it
    goesOn()
    return getBoundingClientRect.call(this)
  }
  const { decode } = TextDecoder.prototype
  TextDecoder.prototype.decode = function (/** @type {Parameters<TextDecoder['decode']>} */ ...input) {
    goesOn()
    const text = decode.apply(this, input)
    patching = text.endsWith('\x1e')
    if (patching) performance.mark('twin:begin')
    return text
  }
  /** @type {number[]} */
  const painted = []
  Object.assign(globalThis, { __painted: painted })
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (['keydown', 'input', 'click'].includes(name)) painted.push(duration)
  }).observe(/** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16 }))
}

/** @param {Page} page @param {(at: number) => Promise<void>} act */
const repeat = async (page, act) => {
  for (let at = 0; at < times; at += 1) {
    await act(at)
    await page.evaluate((rhythm) => new Promise((resolve) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(resolve)), rhythm)), rhythm)
  }
}
const hover = (/** @type {Page} */ page) => repeat(page, (at) => page.playwright().mouse.move(40 + ((at * 173) % 1200), 40 + ((at * 97) % 800)))
const scroll = (/** @type {Page} */ page) => repeat(page, () => page.playwright().mouse.wheel(0, 180))
const focus = (/** @type {Page} */ page) => repeat(page, () => page.press('Tab'))
const type = (/** @type {string} */ field) => async (/** @type {Page} */ page) => {
  await page.playwright().getByRole('textbox', { name: field, exact: true }).first().focus()
  await repeat(page, (at) => page.press(at % 6 < 3 ? '2' : 'Backspace'))
}
const slide = async (/** @type {Page} */ page) => {
  await page.playwright().getByRole('slider').first().focus()
  await repeat(page, (at) => page.press(at % 40 < 20 ? 'ArrowRight' : 'ArrowLeft'))
}

/** @type {{tool: string, states: string[], does: Record<string, (page: Page) => Promise<void>>, computes: Record<string, (page: Page) => Promise<void>>}[]} */
const tools = [
  { tool: 'Am I micro?', states: ['micro-file', 'micro-file-all'], does: { hover, scroll, focus }, computes: { 'type followers': type('Followers') } },
  { tool: 'Plan a campaign', states: ['campaign', 'campaign-all'], does: { hover, scroll, focus, 'type the brand': type('Brand') }, computes: { 'move the slider': slide } },
  { tool: 'Pick creators', states: ['pick', 'pick-all'], does: { hover, scroll, focus }, computes: { 'type the budget': type('Budget') } },
  { tool: 'Numbers', states: ['numbers'], does: { hover, scroll, focus }, computes: { 'type a search': type('Search') } },
]

/** What the thread spent between two marks, milliseconds. @param {any[]} events in the order of their time @param {string} name */
const spent = (events, name) => {
  /** @type {number[]} */
  const durations = []
  let begin = NaN
  for (const event of events) {
    if (event.name === `${name}:begin`) begin = event.tts
    else if (event.name === `${name}:end`) durations.push((event.tts - begin) / 1000)
  }
  return durations
}

/** @param {number[]} values @param {number} share */
const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0

const site = await serveSite()
const browser = await launch()
/** @type {{tool: string, state: string, what: string, computes: boolean, rate: number, frames: number, p50: number, p95: number, patches: number, twin: number, painted: number, plain: boolean}[]} */
const results = []

/** Each in one trace, told apart by marks. @param {typeof tools[number]} tool @param {string} state @param {boolean} plain */
const measure = async ({ tool, does, computes }, state, plain) => {
  const page = chromiumPage(browser, async (page) => void (await page.addInitScript(instrument)))
  await openState(page, `${site.url}${plain ? '?view=plain' : ''}`, states[state])
  const session = await page.playwright().context().newCDPSession(page.playwright())
  await repeat(page, () => page.playwright().mouse.move(300 + Math.random() * 100, 300)) // the program is optimised while it runs
  await browser.startTracing(page.playwright(), { categories: ['-*', 'blink.user_timing'] })
  /** @type {(Pick<typeof results[number], 'what' | 'rate' | 'painted'>)[]} */
  const acts = []
  for (const rate of [1, slowdown]) {
    await session.send('Emulation.setCPUThrottlingRate', { rate })
    for (const [what, act] of Object.entries({ ...does, ...computes })) {
      // What needs a field that is folded away here is measured where it is folded out.
      if (what === 'type the brand' && !state.endsWith('-all')) continue
      await page.evaluate(() => void (performance.mark('act'), (/** @type {any} */ (globalThis).__painted.length = 0)))
      await act(page)
      acts.push({ what, rate, painted: quantile(await page.evaluate(() => /** @type {number[]} */ ([.../** @type {any} */ (globalThis).__painted])), 0.95) })
    }
  }
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
  await page.close()
  const events = traceEvents.filter((/** @type {any} */ { cat }) => cat === 'blink.user_timing').sort((/** @type {any} */ a, /** @type {any} */ b) => a.ts - b.ts)
  for (const act of acts) {
    events.splice(0, events.findIndex((/** @type {any} */ { name }) => name === 'act') + 1)
    const end = events.findIndex((/** @type {any} */ { name }) => name === 'act')
    const own = end < 0 ? events : events.slice(0, end)
    const frames = spent(own, 'frame')
    const patches = spent(own, 'twin')
    results.push({
      tool, state, ...act, computes: act.what in computes, frames: frames.length, p50: quantile(frames, 0.5), p95: quantile(frames, 0.95),
      patches: patches.length, twin: quantile(patches, 0.95), plain,
    })
  }
}

const only = (process.env.MF_BENCH_TOOL ?? '').toLowerCase()
for (const tool of tools.filter(({ tool }) => tool.toLowerCase().includes(only))) {
  for (const state of tool.states) {
    for (const plain of [false, true]) await measure(tool, state, plain)
  }
}
await browser.close()
await site.close()

const paint = (/** @type {number} */ painted) => (painted ? String(painted) : 'under 16')
const ms = (/** @type {number} */ value) => value.toFixed(2)
for (const rate of [1, slowdown]) {
  console.log(rate === 1 ? 'Main thread, milliseconds of its own time' : `\nThe same, processor slowed down ${rate} times`)
  printTable(
    ['state', 'what', 'frames', 'median', 'P95', 'twin P95', 'to paint P95', 'as plain elements', ''],
    results
      .filter((result) => result.rate === rate && !result.plain)
      .map((result) => {
        const { state, what, computes, frames, p50, p95, patches, twin, painted } = result
        const inPlain = results.find((other) => other.plain && other.rate === rate && other.state === state && other.what === what)
        return [state, what, frames, ms(p50), ms(p95), patches ? ms(twin) : 'unchanged', paint(painted), paint(inPlain?.painted ?? 0), computes ? 'computes' : '']
      }),
  )
}
await record('frame', { times, slowdown, bars, results })

const drawn = results.filter(({ plain }) => !plain)
const own = drawn.filter(({ computes }) => !computes)
const most = (/** @type {typeof results} */ among, /** @type {'p95' | 'twin' | 'painted'} */ what) => Math.max(...among.map((result) => result[what]))
const verdicts = /** @type {const} */ ([
  ['a frame', most(own.filter(({ rate }) => rate === 1), 'p95'), bars.frame],
  [`a frame, ${slowdown} times slower`, most(own.filter(({ rate }) => rate === slowdown), 'p95'), bars.slowFrame],
  ['the twin, a changed frame', most(drawn.filter(({ rate }) => rate === 1), 'twin'), bars.twin],
  ['from input to paint', most(drawn.filter(({ rate }) => rate === 1), 'painted'), bars.painted],
])
console.log('')
printTable(['P95, the busiest tool', 'measured', 'bar', ''], verdicts.map(([what, value, bar]) => [what, ms(value), ms(bar), value <= bar ? 'kept' : 'MISSED']))
if (verdicts.some(([, value, bar]) => value > bar)) process.exitCode = 1

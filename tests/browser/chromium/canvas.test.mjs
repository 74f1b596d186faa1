// The drawing may go away, come back, or never be there: the page stays the same.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { until } from '../browser.mjs'
import { chromiumPage, launch } from '../engines/chromium.mjs'
import { postsFile, settled, silent, untilDrawn, verdict } from '../journey.mjs'
import { serveSite } from '../site.mjs'
import { openState, states } from '../states.mjs'

/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site
/** @type {import('playwright-core').Browser} */
let browser
/** @type {import('playwright-core').Browser} */
let browserWithoutWebgl

before(async () => {
  site = await serveSite()
  browser = await launch()
  browserWithoutWebgl = await launch(['--disable-3d-apis'])
})
after(async () => {
  await browser?.close()
  await browserWithoutWebgl?.close()
  await site?.close()
})

/** How many different colours the canvas shows in its first 300 × 300 pixels. @param {ReturnType<typeof chromiumPage>} page */
const coloursShown = async (page) => {
  const image = (await page.playwright().locator('canvas').first().screenshot()).toString('base64')
  return page.evaluate(async (image) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(image), (c) => c.charCodeAt(0))]))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    return new Set(new Uint32Array(context?.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer ?? new ArrayBuffer(0))).size
  }, image)
}

test('a lost drawing context leaves the page usable, and the drawing comes back with it', async () => {
  const page = chromiumPage(browser)
  await page.open(`${site.url}#platform=instagram&followers=12300`)
  const first = await verdict(page)
  const before = await coloursShown(page)
  assert.ok(before > 16, `the canvas shows ${before} colours`)

  await page.evaluate(() => {
    const extension = document.querySelector('canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context')
    Object.assign(globalThis, { __restore: () => extension?.restoreContext() })
    extension?.loseContext()
  })
  const field = await page.byRole('textbox', 'Followers')
  await field.fill('5000000')
  await until(async () => (await verdict(page)) !== first, () => new Error('the verdict does not change while the context is lost'))

  await page.evaluate(() => /** @type {any} */ (globalThis).__restore())
  await until(async () => (await coloursShown(page)) > before / 2, () => new Error('nothing is drawn after the context came back'))
  await field.fill('12300')
  await until(async () => (await verdict(page)) === first, () => new Error('the verdict does not change after the context came back'))
  assert.deepEqual(await page.consoleErrors(), [])
  await page.close()
})

test('wherever the page is scrolled to, by wheel or at once, the canvas covers what is in view', async () => {
  const page = chromiumPage(browser)
  await page.open(`${site.url}#tool=numbers`)
  await page.byRole('textbox', 'Search')
  await untilDrawn(page)
  const covers = async () => {
    await settled(page)
    return page.evaluate(() => {
      const canvas = /** @type {Element} */ (document.querySelector('canvas')).getBoundingClientRect()
      const tool = /** @type {Element} */ (document.querySelector('#tool')).getBoundingClientRect()
      const ends = (/** @type {DOMRect} */ { top, bottom }) => [Math.max(0, top), Math.min(innerHeight, bottom)].map(Math.round)
      return { canvas: ends(canvas), tool: ends(tool), high: canvas.height, view: innerHeight }
    })
  }
  const first = await covers()
  assert.deepEqual(first.canvas, first.tool)
  for (const by of [300, 700, 700, 4000, -200, -900, -2500]) {
    await page.wheel(600, 400, by)
    const { canvas, tool, high, view } = await covers()
    assert.deepEqual(canvas, tool, `after ${by} more`)
    assert.ok(high < 2 * view, `the canvas is ${high} pixels high`)
  }
  for (const to of [9000, 5000, 1e6, 0]) {
    await page.evaluate((to) => scrollTo(0, to), to)
    const { canvas, tool } = await covers()
    assert.deepEqual(canvas, tool, `scrolled to ${to}`)
  }
  assert.deepEqual(await page.consoleErrors(), [])
  await page.close()
})

/** What the canvas shows, pixel by pixel. @param {ReturnType<typeof chromiumPage>} page */
const pixels = async (page) => {
  await settled(page)
  return page.evaluate(() => /** @type {HTMLCanvasElement} */ (document.querySelector('canvas')).toDataURL())
}

for (const scale of [1.5]) {
  test(`what is drawn anew only where it changed looks as if all of it had been drawn, at ${scale} pixels to a pixel`, async () => {
    const page = chromiumPage(browser)
    await openState(page, site.url, states['campaign'], { width: 1280, height: 900, scale })
    await untilDrawn(page)
    // Another height of the window has all of it drawn, and so has the first one again.
    const drawnWhole = async () => {
      for (const height of [850, 900]) {
        await page.playwright().setViewportSize({ width: 1280, height })
        await settled(page)
      }
      return pixels(page)
    }
    /** @typedef {import('playwright-core').Locator} Locator */
    const hover = (/** @type {number} */ share) => async (/** @type {Locator} */ picture) => {
      const { width = 0, height = 0 } = (await picture.boundingBox()) ?? {}
      await picture.hover({ position: { x: share * width, y: 0.5 * height }, force: true }) // the drawing is over it
    }
    for (const [what, id, act] of /** @type {[string, string, (element: Locator) => Promise<void>][]} */ ([
      ['a pointer on a button', 'campaign-clear', (button) => button.hover()],
      ['on a picture', 'odds', hover(0.3)],
      ['on another place of it', 'odds', hover(0.4)],
      ['on none of its places', 'odds', (picture) => picture.hover({ position: { x: 1, y: 1 }, force: true })],
      ['a letter in a field', 'creators', (field) => field.fill('none')],
      ['a mended one', 'creators', (field) => field.fill('24')],
      ['a slider', 'tried-fee', (slider) => slider.press('ArrowRight')],
      ['a table folded out', 'odds-toggle', (button) => button.press('Enter')],
      ['a table folded away', 'odds-toggle', (button) => button.press('Enter')],
      ['another tool', 'tools-0', (tab) => tab.press('Enter')],
    ])) {
      const element = page.playwright().locator(`#mf-${id}`)
      await element.scrollIntoViewIfNeeded()
      const before = await drawnWhole()
      await act(element)
      const inPart = await pixels(page)
      assert.ok(inPart !== before, `${what} changes nothing`)
      assert.ok(inPart === (await drawnWhole()), `${what}: drawn in part it looks otherwise`)
    }
    assert.deepEqual(await page.consoleErrors(), [])
    await page.close()
  })
}

/**
 * Everything a screen reader is told, with a file read.
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 */
const told = async (browser, address) => {
  const page = chromiumPage(browser)
  await page.open(new URL(address, site.url).href)
  await page.byRole('textbox', 'Followers')
  await silent(page)
  const empty = await page.playwright().locator('main').ariaSnapshot()
  await (await page.byRole('textbox', 'Followers')).fill('25000')
  await verdict(page)
  await (await page.byRole('button', /^Choose a file/)).setFiles([postsFile])
  await page.byRole('table', /engagement/i)
  await silent(page)
  const read = await page.playwright().locator('main').ariaSnapshot()
  const canvases = await page.playwright().locator('canvas:visible').count()
  const errors = await page.consoleErrors()
  await page.close()
  return { empty, read, canvases, errors }
}

for (const [how, address, webgl] of /** @type {[string, string, boolean][]} */ ([
  ['?view=plain', '?view=plain', true],
  ['a browser without WebGL', '', false],
])) {
  test(`${how} shows the same controls and the same results as an ordinary page`, async () => {
    const drawn = await told(browser, '')
    const plain = await told(webgl ? browser : browserWithoutWebgl, address)
    assert.equal(plain.empty, drawn.empty)
    assert.equal(plain.read, drawn.read)
    assert.equal(drawn.canvases, 1)
    assert.equal(plain.canvases, 0)
    assert.deepEqual([...drawn.errors, ...plain.errors], [])
  })
}

for (const [how, media] of /** @type {const} */ ([
  ['print', { media: 'print' }],
  ['forced colours', { forcedColors: 'active' }],
])) {
  test(`in ${how} it is an ordinary page as well, and drawn again afterwards`, async () => {
    const page = chromiumPage(browser)
    await page.open(`${site.url}?platform=instagram&followers=12300`)
    await verdict(page)
    await silent(page)
    await untilDrawn(page)
    const look = () =>
      page.evaluate(() => {
        const style = (/** @type {string} */ what, /** @type {string} */ part = '') => getComputedStyle(/** @type {Element} */ (document.querySelector(what)), part)
        const [, first, second] = [...document.querySelectorAll('.twin section')].map((section) => section.getBoundingClientRect())
        return {
          canvas: style('canvas').display,
          card: style('.twin section').borderTopWidth,
          summary: style('.twin .image', '::after').fontSize,
          isBelow: Boolean(first && second && second.top >= first.bottom),
          holdsAll: /** @type {Element} */ (document.querySelector('#tool')).getBoundingClientRect().bottom >= /** @type {Element} */ (document.querySelector('.twin')).getBoundingClientRect().bottom,
        }
      })
    assert.equal((await look()).canvas, 'block')
    await page.playwright().emulateMedia(media)
    await settled(page)
    assert.deepEqual(await look(), { canvas: 'none', card: '1px', summary: '13px', isBelow: true, holdsAll: true })
    await page.playwright().emulateMedia({ media: null, forcedColors: null })
    await settled(page)
    assert.equal((await look()).canvas, 'block')
    await page.close()
  })
}

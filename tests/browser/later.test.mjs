// A tool of the later part comes when it is first opened, and not before.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { alerted, announces, journey, settled, tidy, verdict } from './journey.mjs'
import { engine } from './browser.mjs'
import { serveSite } from './site.mjs'

const { page, elsewhere } = journey()
const isLater = (/** @type {string} */ address) => /\/assets\/later-[^/]*\.js$/.test(address)

/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site
/** @type {string[]} */
let asked = []
/** What becomes of the later part on its way: nothing special unless a test says so. */
let onTheWay = async () => {}

before(async () => {
  site = await serveSite({
    watched: engine === 'webkit',
    onRequest: async (pathname) => {
      if (!/\.(js|wasm)$/.test(pathname) || pathname === '/watcher.js') return
      asked.push(pathname)
      if (isLater(pathname)) await onTheWay()
    },
  })
})
after(() => site.close())
beforeEach(() => {
  asked = []
  onTheWay = async () => {}
})

const asksForLater = () => asked.filter(isLater).length
/** @param {string} [address] */
const openHere = async (address = '') => {
  await page().open(new URL(address, site.url).href)
  await page().byRole('button', 'Numbers')
  return page()
}
/** @param {import('./browser.mjs').Scope} scope */
const numbers = async (scope) => (await scope.byRole('button', 'Numbers')).click()
/** @param {import('./browser.mjs').Scope} scope */
const figures = async (scope) => tidy(await (await scope.byRole('heading', /\d+ figures$/, { level: 2 })).text())

test('opening a later tool asks for one script, once, and the tools share what was put in', async () => {
  const page = await openHere()
  await (await page.byRole('textbox', 'Followers')).type('23400')
  const before = await verdict(page)
  const first = [...asked]
  assert.equal(asksForLater(), 0)
  await numbers(page)
  assert.match(await figures(page), /^[1-9]\d+ figures$/)
  assert.deepEqual(asked.slice(first.length).map(isLater), [true], `it asks for ${asked.slice(first.length)}`)

  await (await page.byRole('textbox', 'Search')).fill('B0386')
  await page.byRole('heading', '1 figure', { level: 2 })
  await (await page.byRole('button', 'Use a figure of my own')).click()
  await (await page.byRole('textbox', /^Your /)).fill('250')
  await (await page.byRole('button', 'Use mine')).click()
  await (await page.byRole('button', 'Am I micro?')).click()
  assert.equal(await verdict(page), before)
  await page.byRole('button', /figure is your own/)
  await numbers(page)
  await page.byRole('button', 'Return to published')
  assert.equal(asksForLater(), 1)
})

test('an address can name a later tool', async () => {
  const page = await openHere('#tool=numbers&figure=B0386-value-250')
  assert.match(await figures(page), /figures$/)
  await page.byRole('button', 'Return all to published')
  assert.equal(asksForLater(), 1)
})

test('while a later tool is on its way the page says so, and shows another tool meanwhile', async () => {
  let arrive = () => {}
  onTheWay = () => new Promise((resolve) => (arrive = () => resolve()))
  const page = await openHere()
  await numbers(page)
  await announces(page, 'Loading this tool…')
  await (await page.byRole('button', 'Am I micro?')).click()
  await (await page.byRole('textbox', 'Followers')).type('700')
  await verdict(page)
  await numbers(page)
  arrive()
  assert.match(await figures(page), /figures$/)
  await (await page.byRole('button', 'Am I micro?')).click()
  assert.equal(await (await page.byRole('textbox', 'Followers')).value(), '700')
  assert.equal(asksForLater(), 1)
})

test('a later tool that does not load is said to be missing, and comes when it is tried again', async () => {
  onTheWay = async () => {
    throw new Error('the connection is gone')
  }
  const page = await openHere('#tool=numbers')
  const sentence = await alerted(page)
  assert.match(sentence, /^This tool did not load\. Check the connection/)
  await (await page.byRole('button', 'Try again')).click()
  await settled(page)
  assert.equal(await alerted(page), sentence)

  onTheWay = async () => {}
  await (await page.byRole('button', 'Try again')).click()
  assert.match(await figures(page), /figures$/)
  assert.equal(await page.countByRole('alert'), 0)
  await page.open('about:blank') // the console rightly holds the failed requests
})

for (const [where, attributes] of [
  ['a page on another origin', ''],
  ['a sandboxed frame that may only run scripts', 'sandbox="allow-scripts"'],
]) {
  test(`in ${where} the embed opens a later tool, by a press and by its address`, async () => {
    for (const query of ['', '?tool=numbers&hide=micro']) {
      asked = []
      const line = `<iframe ${attributes} title="Calculator" src="${site.url}embed.html${query}" style="width:100%;height:720px"></iframe>`
      elsewhere().show(line)
      await page().open(`${elsewhere().url}blog`)
      const frame = await page().frame('Calculator')
      if (!query) await numbers(frame)
      assert.match(await figures(frame), /figures$/)
      assert.deepEqual(asked.map(isLater), [true], `it asks for ${asked}`)
      assert.deepEqual(await page().consoleErrors(), [])
    }
  })
}

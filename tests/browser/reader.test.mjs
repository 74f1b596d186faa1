// The part of the page that reads comes when it is first needed, and not before.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { announces, complaint, journey, numberIn, postsFile, settled, tidy, verdict } from './journey.mjs'
import { engine, until } from './browser.mjs'
import { serveSite } from './site.mjs'

const { open, page, elsewhere, copy } = journey()
const profile = '12.3K followers'
const otherProfile = '5,000 followers'
const isReader = (/** @type {string} */ address) => /\/assets\/reader-[^/]*\.js$/.test(address)

/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site
/** @type {string[]} */
let asked = []
/** What becomes of the reader on its way: nothing special unless a test says so. */
let onTheWay = async () => {}

before(async () => {
  site = await serveSite({
    watched: engine === 'webkit',
    onRequest: async (pathname) => {
      if (!isReader(pathname)) return
      asked.push(pathname)
      await onTheWay()
    },
  })
})
after(() => site.close())
beforeEach(() => {
  asked = []
  onTheWay = async () => {}
})

/** @param {string} [address] */
const openHere = (address = '') => open(new URL(address, site.url).href)
/** @param {import('./browser.mjs').Scope} scope */
const box = (scope) => scope.byRole('textbox', 'Paste your profile or stats')
/** @param {import('./browser.mjs').Scope} scope */
const followers = async (scope) => (await scope.byRole('textbox', 'Followers')).value()
/** @param {string} count @param {import('./browser.mjs').Scope} scope */
const readsFollowers = (count, scope) =>
  until(async () => numberIn(await followers(scope)) === numberIn(count), () => new Error(`the followers are not ${count}`))

test('one number is answered without the reader; the first paste asks for it, the second does not', async () => {
  const page = await openHere()
  await (await page.byRole('textbox', 'Followers')).type('12300')
  await verdict(page)
  await settled(page)
  assert.deepEqual(asked, [])
  await (await box(page)).type(profile)
  await readsFollowers('12300', page)
  await (await box(page)).fill(otherProfile)
  await readsFollowers('5000', page)
  assert.equal(asked.length, 1)
})

test('while the reader is on its way the page says that it reads, and takes what is typed', async () => {
  let arrive = () => {}
  onTheWay = () => new Promise((resolve) => (arrive = () => resolve()))
  await copy(profile)
  const page = await openHere()
  await (await box(page)).click()
  await page.press('Control+V')
  await announces(page, 'Reading your text…')
  await (await page.byRole('textbox', 'Followers')).type('700')
  await verdict(page)
  arrive()
  await page.byRole('region', 'What was read')
  assert.equal(await followers(page), '700', 'what was typed later stays')
})

test('of two texts given while the reader is on its way the last one wins', async () => {
  let arrive = () => {}
  onTheWay = () => new Promise((resolve) => (arrive = () => resolve()))
  const page = await openHere()
  await (await box(page)).type(profile)
  await until(async () => asked.length === 1, () => new Error('the reader is not asked for'))
  await (await box(page)).fill(otherProfile)
  arrive()
  await readsFollowers('5000', page)
  await settled(page)
  assert.match(tidy(await (await page.byRole('region', 'What was read')).text()), /5,000/)
  assert.equal(asked.length, 1)
})

test('a reader that does not load is said to be missing, nothing typed is lost, and the next try reads', async () => {
  onTheWay = async () => {
    throw new Error('the connection is gone')
  }
  const page = await openHere('#followers=25000')
  const before = await verdict(page)
  await (await box(page)).type(profile)
  assert.match(await complaint(page), /^The part of this page that reads did not load\./)
  assert.equal(await (await box(page)).value(), profile)
  await (await page.byRole('button', /^Choose a file/)).setFiles([postsFile])
  await until(async () => (await page.countByRole('alert')) === 2, () => new Error('the file gets no answer'))
  assert.equal(await verdict(page), before)

  onTheWay = async () => {}
  await (await page.byRole('button', /^Choose a file/)).setFiles([postsFile])
  await page.byRole('table', /engagement/i)
  await (await box(page)).fill(otherProfile)
  await readsFollowers('5000', page)
  assert.equal(await page.countByRole('alert'), 0)
  await page.open('about:blank') // the console rightly holds the failed requests
})

for (const [where, attributes] of [
  ['a page on another origin', ''],
  ['a sandboxed frame that may only run scripts', 'sandbox="allow-scripts"'],
]) {
  test(`in ${where} the embed reads a paste, and may ask for its reader and nothing else`, async () => {
    elsewhere().show(`<iframe ${attributes} title="Calculator" src="${site.url}embed.html" style="width:100%;height:720px"></iframe>`)
    await copy(profile)
    await page().open(`${elsewhere().url}blog`)
    const frame = await page().frame('Calculator')
    await (await box(frame)).click()
    await page().press('Control+V')
    await readsFollowers('12300', frame)
    assert.match(await verdict(frame), /^(Yes|No): .*\b\d+ of \d+\b/)
    assert.equal(asked.length, 1)
    assert.deepEqual(await page().consoleErrors(), [])

    const refused = await frame.evaluate(async () => {
      /** @type {string[]} */
      const refused = []
      document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => refused.push(`${effectiveDirective} ${new URL(blockedURI).pathname}`))
      document.head.append(Object.assign(document.createElement('script'), { src: 'embed.js' }))
      document.head.append(Object.assign(document.createElement('img'), { src: 'assets/picture.png' }))
      await fetch('microfluence.wasm').catch(() => {})
      for (let i = 0; i < 50 && refused.length < 3; i += 1) await new Promise((resolve) => setTimeout(resolve, 20))
      return refused
    })
    assert.deepEqual(refused.sort(), ['connect-src /microfluence.wasm', 'img-src /assets/picture.png', 'script-src-elem /embed.js'])
    await page().open('about:blank') // the console rightly holds the refusals
  })
}

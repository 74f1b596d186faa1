// What every journey needs: the site, a browser, a page, and a console that must stay clean.
import assert from 'node:assert/strict'
import { after, afterEach, before } from 'node:test'
import { fileURLToPath } from 'node:url'
import { engine, startBrowser, until } from './browser.mjs'
import { serveElsewhere } from './elsewhere.mjs'
import { serveSite } from './site.mjs'

export const profile = '1,234 posts 12.3K followers 567 following'
export const postsFile = fileURLToPath(new URL('../data/browser/posts.csv', import.meta.url))

/** Call it once at the head of a test file. After each test the console must be free of errors and refusals. */
export const journey = () => {
  /** @type {Awaited<ReturnType<typeof serveElsewhere>>} */
  let elsewhere
  /** @type {{url: string, close: () => Promise<void>}} */
  let site
  /** @type {import('./browser.mjs').Browser | undefined} */
  let browser
  /** @type {import('./browser.mjs').Page} */
  let page

  before(async () => {
    site = await serveSite({ watched: engine === 'webkit' })
    elsewhere = await serveElsewhere()
    browser = await startBrowser()
    page = await browser.newPage()
  })
  afterEach(async () => {
    assert.deepEqual(await page.consoleErrors(), [], 'the console holds errors')
  })
  after(async () => {
    await browser?.close()
    await site?.close()
    await elsewhere?.close()
  })

  return {
    page: () => page,
    siteUrl: () => site.url,
    elsewhere: () => elsewhere,
    /** Opens a page of the site and waits for the tool. @param {string} [address] @param {import('./browser.mjs').View} [view] */
    open: async (address = '', view = {}) => {
      await page.open(new URL(address, site.url).href, view)
      await page.byRole('textbox', 'Paste your profile or stats')
      return page
    },
    /** Puts text on the clipboard as a person does, from another page. @param {string} text */
    copy: async (text) => {
      await page.open(`${elsewhere.url}copy`)
      await page.evaluate((text) => {
        const area = document.querySelector('textarea')
        if (area) area.value = text
        area?.focus()
      }, text)
      await page.press('Control+A')
      await page.press('Control+C')
    },
    /** The same with its formatting. @param {string} html */
    copyRich: async (html) => {
      await page.open(`${elsewhere.url}copy`)
      await page.evaluate((html) => {
        document.body.innerHTML = `<p>${html}</p>`
      }, html)
      await page.press('Control+A')
      await page.press('Control+C')
    },
  }
}

/**
 * Waits until the tool has answered what was done to it: it draws in the next animation frames or not at all.
 * @param {import('./browser.mjs').Scope} scope
 */
export const settled = (scope) =>
  scope.evaluate(async () => {
    for (let frames = 0; frames < 4; frames += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
  })

/** Waits until the tool is drawn, which comes after its elements are there. @param {import('./browser.mjs').Scope} scope */
export const untilDrawn = (scope) =>
  until(() => scope.evaluate(() => document.querySelector('canvas') !== null), () => new Error('the tool is not drawn'))

/** Waits until the page has announced all that it has to say: an answer that may still change is busy. @param {import('./browser.mjs').Scope} scope */
export const silent = async (scope) => {
  await settled(scope)
  await until(() => scope.evaluate(() => !document.querySelector('output[aria-busy=true]')), () => new Error('the answer does not settle'))
}

/** The verdict's heading. @param {import('./browser.mjs').Scope} scope */
export const verdict = async (scope) => {
  await settled(scope)
  return tidy(await (await scope.byRole('heading', /^(Yes|No)\b/, { level: 2 })).text())
}

/** Waits until the page announces this by itself. @param {import('./browser.mjs').Scope} scope @param {string | RegExp} words */
export const announces = (scope, words) => {
  /** @type {string[]} */
  let said = []
  return until(
    async () => {
      said = (await scope.evaluate(() => [...document.querySelectorAll('[role=status], output')].map(({ textContent }) => textContent ?? ''))).map(tidy)
      return said.some((line) => (typeof words === 'string' ? line === words : words.test(line)))
    },
    () => new Error(`it does not announce ${words}, but ${said.join(' · ')}`),
  )
}

/** What the page's alert says: its words come a moment after it, so that they are announced. @param {import('./browser.mjs').Scope} scope */
export const alerted = async (scope) => {
  const alert = await scope.byRole('alert')
  return until(async () => tidy(await alert.text()), () => new Error('the alert says nothing'))
}

/** One kind of space. @param {string} text */
export const tidy = (text) => text.replace(/\s+/g, ' ').trim()

/** A number as people write it: "12,300" and "12.3K" are 12300. @param {string} text */
export const numberIn = (text) => {
  const match = /^\s*([\d,.]+)\s*([KkMm]?)\s*$/.exec(text)
  if (!match) return NaN
  return Math.round(Number(match[1].replaceAll(',', '')) * ({ K: 1e3, M: 1e6 }[match[2].toUpperCase()] ?? 1))
}

/**
 * What the page complains about: alerts, and whatever describes a field that is marked as invalid. Waits for it.
 * @param {import('./browser.mjs').Scope} scope
 */
export const complaint = (scope) =>
  until(
    async () => {
      const text = await scope.evaluate(() => {
        const alerts = [...document.querySelectorAll('[role=alert]')]
        const descriptions = [...document.querySelectorAll('[aria-invalid=true]')].flatMap((field) =>
          (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)),
        )
        return [...alerts, ...descriptions].map((element) => element?.textContent ?? '').join(' ')
      })
      return tidy(text)
    },
    () => new Error('nothing says what is wrong'),
    20_000,
  )

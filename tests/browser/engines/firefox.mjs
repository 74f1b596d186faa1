// Firefox, over puppeteer-core and WebDriver BiDi. It draws WebGL 2 only into a window, so it gets a display.
import puppeteer from 'puppeteer-core'
import { expression, finderSource, focusExpression, notFound, query, until } from '../browser.mjs'
import { openDisplay } from '../display.mjs'

/** @returns {Promise<import('../browser.mjs').Browser>} */
export const start = async () => {
  const display = await openDisplay()
  const browser = await puppeteer.launch({
    browser: 'firefox',
    headless: false,
    executablePath: '/usr/bin/firefox-esr',
    defaultViewport: null,
    args: ['--width=1500', '--height=1250'],
    extraPrefsFirefox: { 'dom.w3c_touch_events.enabled': 1 }, // else only where the machine has a touch screen
    env: { ...process.env, DISPLAY: display.name, LIBGL_ALWAYS_SOFTWARE: '1' },
  }).catch(async (error) => {
    await display.close()
    throw error
  })
  return {
    engine: 'firefox',
    newPage: async () => firefoxPage(browser),
    close: async () => {
      await browser.close()
      await display.close()
    },
  }
}

/**
 * @param {import('puppeteer-core').Browser} browser
 * @returns {import('../browser.mjs').Page}
 */
const firefoxPage = (browser) => {
  /** @type {import('puppeteer-core').Page | undefined} */
  let page
  /** @type {string[]} */
  let errors = []
  /** @type {string[]} */
  let requests = []
  const current = () => {
    if (!page) throw new Error('open a page first')
    return page
  }
  return {
    ...scope(() => current().mainFrame(), current),
    open: async (url, { width = 1280, height = 900 } = {}) => {
      await page?.close()
      page = await browser.newPage()
      errors = []
      requests = []
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
      page.on('pageerror', (error) => errors.push(String(error)))
      page.on('request', (request) => requests.push(request.url()))
      await page.evaluateOnNewDocument(() => {
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => console.error(`refused by ${violatedDirective}: ${blockedURI}`))
      })
      await page.setViewport({ width, height })
      await page.goto(url)
    },
    press: (key) => press(current(), key),
    typeKeys: (text) => current().keyboard.type(text),
    chooseFiles: async (open, paths) => {
      const [dialog] = await Promise.all([current().waitForFileChooser({ timeout: 10_000 }), open()])
      await dialog.accept(paths)
    },
    wheel: async (x, y, deltaY) => {
      await current().mouse.move(x, y)
      await current().mouse.wheel({ deltaY })
    },
    run: async (script) => void (await current().evaluate(`${script};0`)),
    focused: async () => {
      await current().evaluate(finderSource())
      return /** @type {import('../browser.mjs').Focus} */ (await current().evaluate(focusExpression))
    },
    frame: async (title) => {
      const element = await current().waitForSelector(`iframe[title=${JSON.stringify(title)}]`)
      const frame = await element?.contentFrame()
      if (!frame) throw notFound('frame', title)
      return scope(() => frame, current)
    },
    consoleErrors: async () => [...errors],
    requests: () => [...requests],
    close: async () => {
      await page?.close()
      page = undefined
    },
  }
}

/**
 * @param {() => import('puppeteer-core').Frame} frame
 * @param {() => import('puppeteer-core').Page} page
 * @returns {import('../browser.mjs').Scope}
 */
const scope = (frame, page) => ({
  byRole: async (role, name, wanted = {}) => {
    const found = await until(
      async () => {
        await frame().evaluate(finderSource())
        const handle = await frame().evaluateHandle(expression((wanted) => globalThis.__mf.find(wanted), query(role, name, wanted)))
        return /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement> | null} */ (handle.asElement())
      },
      () => notFound(role, name),
      wanted.timeout,
    )
    return handle(found, page)
  },
  countByRole: async (role, name, wanted = {}) => {
    await frame().evaluate(finderSource())
    return Number(await frame().evaluate(expression((wanted) => globalThis.__mf.findAll(wanted).length, query(role, name, wanted))))
  },
  evaluate: async (code, argument) => /** @type {any} */ (await frame().evaluate(expression(code, argument))),
})

/**
 * @param {import('puppeteer-core').ElementHandle<HTMLInputElement>} found
 * @param {() => import('puppeteer-core').Page} page
 * @returns {import('../browser.mjs').Handle}
 */
const handle = (found, page) => ({
  click: () => found.click(),
  tap: () => found.tap(),
  type: async (text) => {
    await found.focus()
    await page().keyboard.type(text)
  },
  fill: async (text) => {
    await found.focus()
    await press(page(), 'Control+A')
    await (text === '' ? press(page(), 'Delete') : page().keyboard.type(text))
  },
  setFiles: (paths) => found.uploadFile(...paths),
  text: () => found.evaluate((element) => element.innerText),
  value: () => found.evaluate((element) => element.value),
  attribute: (name) => found.evaluate((element, name) => element.getAttribute(name), name),
})

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} keys such as Shift+Tab
 */
const press = async (page, keys) => {
  const parts = /** @type {import('puppeteer-core').KeyInput[]} */ (keys.split('+').map((key) => (key === 'Space' ? ' ' : /^[A-Z]$/.test(key) ? key.toLowerCase() : key)))
  const held = parts.slice(0, -1)
  for (const key of held) await page.keyboard.down(key)
  await page.keyboard.press(/** @type {import('puppeteer-core').KeyInput} */ (parts.at(-1)))
  for (const key of held.reverse()) await page.keyboard.up(key)
}

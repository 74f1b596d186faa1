// Chromium, over playwright-core. Its roles and names are Playwright's own.
import { chromium } from 'playwright-core'
import { expression, finderSource, focusExpression, notFound } from '../browser.mjs'

const flags = [
  '--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
]

/** @param {string[]} [more] */
export const launch = (more = []) => chromium.launch({ executablePath: '/usr/bin/chromium', args: [...flags, ...more] })

/** @returns {Promise<import('../browser.mjs').Browser>} */
export const start = async () => {
  const browser = await launch()
  return { engine: 'chromium', newPage: async () => chromiumPage(browser), close: () => browser.close() }
}

/**
 * A page in a context of its own. `prepare` sees the page before anything is opened in it.
 * @param {import('playwright-core').Browser} browser
 * @param {(page: import('playwright-core').Page) => Promise<void>} [prepare]
 * @returns {import('../browser.mjs').Page & {playwright: () => import('playwright-core').Page}}
 */
export const chromiumPage = (browser, prepare) => {
  /** @type {import('playwright-core').Page | undefined} */
  let page
  /** @type {string[]} */
  let errors = []
  /** @type {string[]} */
  let requests = []
  const current = () => {
    if (!page) throw new Error('open a page first')
    return page
  }

  /** @param {import('../browser.mjs').View} view */
  const renew = async (view) => {
    const { width = 1280, height = 900, scale = 1, theme = 'light', touch = false } = view
    await page?.context().close()
    const context = await browser.newContext({
      viewport: { width, height }, deviceScaleFactor: scale, colorScheme: theme, hasTouch: touch,
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    page = await context.newPage()
    errors = []
    requests = []
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('pageerror', (error) => errors.push(String(error)))
    page.on('crash', () => errors.push('the page crashed'))
    page.on('filechooser', () => {}) // from the start: a listener takes its time to be heard of
    page.on('request', (request) => requests.push(request.url()))
    await prepare?.(page)
  }

  return {
    ...scope(() => current().mainFrame(), current),
    open: async (url, view = {}) => {
      await renew(view)
      await current().goto(url)
    },
    press: (key) => current().keyboard.press(key),
    typeKeys: (text) => current().keyboard.type(text),
    chooseFiles: async (open, paths) => {
      const [dialog] = await Promise.all([current().waitForEvent('filechooser', { timeout: 10_000 }), open()])
      await dialog.setFiles(paths)
    },
    wheel: async (x, y, deltaY) => {
      await current().mouse.move(x, y)
      await current().mouse.wheel(0, deltaY)
    },
    run: async (script) => void (await current().evaluate(`${script};0`)),
    focused: async () => {
      await current().evaluate(finderSource())
      return current().evaluate(focusExpression)
    },
    frame: async (title) => {
      const element = await current().waitForSelector(`iframe[title=${JSON.stringify(title)}]`)
      const frame = await element.contentFrame()
      if (!frame) throw notFound('frame', title)
      return scope(() => frame, current)
    },
    consoleErrors: async () => [...errors],
    requests: () => [...requests],
    close: async () => {
      await page?.context().close()
      page = undefined
    },
    playwright: current,
  }
}

/**
 * @param {() => import('playwright-core').Frame} frame
 * @param {() => import('playwright-core').Page} page
 * @returns {import('../browser.mjs').Scope}
 */
const scope = (frame, page) => {
  /** @param {string} role @param {import('../browser.mjs').Name} [name] @param {import('../browser.mjs').Wanted} [wanted] */
  const locate = (role, name, { level } = {}) =>
    frame().getByRole(/** @type {Parameters<import('playwright-core').Frame['getByRole']>[0]} */ (role), { name, level, exact: true })
  return {
    byRole: async (role, name, wanted = {}) => {
      const found = locate(role, name, wanted).first()
      await found.waitFor({ state: 'attached', timeout: wanted.timeout ?? 10_000 }).catch(() => {
        throw notFound(role, name)
      })
      return handle(found, page)
    },
    countByRole: (role, name, wanted) => locate(role, name, wanted).count(),
    evaluate: (code, argument) => frame().evaluate(expression(code, argument)),
  }
}

/**
 * @param {import('playwright-core').Locator} found
 * @param {() => import('playwright-core').Page} page
 * @returns {import('../browser.mjs').Handle}
 */
const handle = (found, page) => ({
  click: async () => page().mouse.click(...(await middle(found))),
  tap: async () => page().touchscreen.tap(...(await middle(found))),
  type: (text) => found.pressSequentially(text),
  fill: async (text) => {
    await found.press('Control+A')
    await (text === '' ? found.press('Delete') : found.pressSequentially(text))
  },
  setFiles: (paths) => found.setInputFiles(paths),
  text: () => found.innerText(),
  value: () => found.inputValue(),
  attribute: (name) => found.getAttribute(name),
})

/**
 * Scrolls to it.
 * @param {import('playwright-core').Locator} found
 * @returns {Promise<[number, number]>}
 */
const middle = async (found) => {
  await found.scrollIntoViewIfNeeded()
  const box = await found.boundingBox()
  if (!box) throw new Error('it has no place on the page')
  return [box.x + box.width / 2, box.y + box.height / 2]
}

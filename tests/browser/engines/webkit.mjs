// WebKitGTK, over its own WebDriver and selenium-webdriver. It draws WebGL 2 only into a window, so it gets a display.
import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { createServer } from 'node:net'
import { Builder, By, Capabilities, Key, Origin } from 'selenium-webdriver'
import { expression, finderSource, focusExpression, notFound, query, until } from '../browser.mjs'
import { openDisplay } from '../display.mjs'

const miniBrowser = () => {
  const found = globSync('/usr/lib/*/webkit*gtk-*/MiniBrowser')[0]
  if (!found) throw new Error('WebKitGTK has no MiniBrowser here')
  return found
}

/** @returns {Promise<number>} a port that nobody listens on */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** @returns {Promise<import('../browser.mjs').Browser>} */
export const start = async () => {
  const display = await openDisplay()
  const port = await freePort()
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display.name, LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  })
  const kill = () => driver.kill()
  process.once('exit', kill) // also when a test run is cut short
  const close = async () => {
    process.off('exit', kill)
    if (driver.exitCode === null && driver.signalCode === null) {
      const ended = new Promise((resolve) => driver.once('exit', resolve))
      driver.kill()
      await ended
    }
    await display.close()
  }
  const capabilities = new Capabilities()
  capabilities.set('browserName', 'MiniBrowser')
  capabilities.set('webkitgtk:browserOptions', {
    binary: miniBrowser(),
    args: ['--automation'],
  })
  try {
    const session = await until(
      () => new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build().then((session) => session, () => null),
      () => new Error('WebKitWebDriver could not start MiniBrowser'),
      20_000,
    )
    await session.manage().setTimeouts({ script: 30_000, pageLoad: 60_000 })
    return {
      engine: 'webkit',
      newPage: async () => webkitPage(session),
      close: async () => {
        await session.quit().catch(() => {})
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * @param {import('selenium-webdriver').WebDriver} session
 * @returns {import('../browser.mjs').Page}
 */
const webkitPage = (session) => {
  const top = async () => session.switchTo().defaultContent()
  return {
    ...scope(session, top),
    open: async (url, { width = 1280, height = 900 } = {}) => {
      await top()
      await session.get('about:blank')
      await resize(session, width, height)
      await session.get(url)
    },
    press: (key) => press(session, key),
    typeKeys: async (text) => session.actions().sendKeys(...text).perform(),
    // A browser under automation cancels every file dialog at once. So it is seen to open, and its field is given the files.
    chooseFiles: async (open, paths) => {
      await session.executeScript(`globalThis.__cancelled = new Promise((resolve) =>
        addEventListener('cancel', ({ target }) => resolve(target), { capture: true, once: true }))`)
      await open()
      const field = /** @type {import('selenium-webdriver').WebElement} */ (
        await session.executeAsyncScript('globalThis.__cancelled.then(arguments[arguments.length - 1])')
      )
      await field.sendKeys(paths.join('\n'))
    },
    wheel: async (x, y, deltaY) => {
      await top()
      const actions = /** @type {any} */ (session.actions()) // the types do not know the wheel
      await actions.scroll(x, y, 0, deltaY, Origin.VIEWPORT).perform()
    },
    run: async (script) => {
      await top()
      await session.executeScript(script)
    },
    focused: async () => {
      await session.executeScript(finderSource())
      return session.executeScript(`return ${focusExpression}`)
    },
    frame: async (title) => {
      await top()
      const element = await until(
        async () => (await session.findElements(By.css(`iframe[title=${JSON.stringify(title)}]`)))[0],
        () => notFound('frame', title),
      )
      const enter = async () => {
        await top()
        await session.switchTo().frame(element)
      }
      // A frame begins as an empty document, which goes away under whoever is in it.
      const loaded = `return location.href !== 'about:blank' && document.readyState === 'complete'`
      await until(
        () => enter().then(() => session.executeScript(loaded), () => false).catch(() => false),
        () => new Error(`the frame "${title}" does not load`),
      )
      return scope(session, enter)
    },
    // The driver tells nothing of the console: the pages of site.mjs collect it themselves.
    consoleErrors: async () => {
      const errors = () => session.executeScript('return globalThis.__errors ?? []')
      await top()
      const all = [await errors()]
      for (const frame of await session.findElements(By.css('iframe'))) {
        await top()
        await session.switchTo().frame(frame)
        all.push(await errors())
      }
      return all.flat()
    },
    requests: () => undefined,
    close: async () => {
      await top()
      await session.get('about:blank')
    },
  }
}

/**
 * Gives the page this size; the window is larger by its bars.
 * @param {import('selenium-webdriver').WebDriver} session
 * @param {number} width
 * @param {number} height
 */
const resize = async (session, width, height) => {
  // A page that is still going away answers nobody.
  const inner = () =>
    until(
      () => session.executeScript('return [innerWidth, innerHeight]').then((size) => /** @type {[number, number]} */ (size), () => null),
      () => new Error('the page does not tell its size'),
    )
  const outer = await session.manage().window().getRect()
  const [innerWidth, innerHeight] = await inner()
  await session.manage().window().setRect({ x: 0, y: 0, width: width + outer.width - innerWidth, height: height + outer.height - innerHeight })
  for (let tries = 0; tries < 20 && String(await inner()) !== `${width},${height}`; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50))
}

/**
 * @param {import('selenium-webdriver').WebDriver} session
 * @param {() => Promise<void>} enter makes this page or frame the one that commands go to
 * @returns {import('../browser.mjs').Scope}
 */
const scope = (session, enter) => ({
  byRole: async (role, name, wanted = {}) => {
    const found = await until(
      async () => {
        await enter()
        await session.executeScript(finderSource())
        return /** @type {Promise<import('selenium-webdriver').WebElement | null>} */ (
          session.executeScript(`return ${expression((wanted) => globalThis.__mf.find(wanted), query(role, name, wanted))}`)
        )
      },
      () => notFound(role, name),
      wanted.timeout,
    )
    return handle(found, session, enter)
  },
  countByRole: async (role, name, wanted = {}) => {
    await enter()
    await session.executeScript(finderSource())
    return session.executeScript(`return ${expression((wanted) => globalThis.__mf.findAll(wanted).length, query(role, name, wanted))}`)
  },
  evaluate: async (code, argument) => {
    await enter()
    const [ok, value] = await /** @type {Promise<[boolean, any]>} */ (
      session.executeAsyncScript(`const done = arguments[arguments.length - 1];
        Promise.resolve().then(() => ${expression(code, argument)}).then((value) => done([true, value ?? null]), (error) => done([false, String(error)]))`)
    )
    if (!ok) throw new Error(value)
    return value
  },
})

/**
 * @param {import('selenium-webdriver').WebElement} found
 * @param {import('selenium-webdriver').WebDriver} session
 * @param {() => Promise<void>} enter
 * @returns {import('../browser.mjs').Handle}
 */
const handle = (found, session, enter) => ({
  click: async () => {
    await enter()
    await click(session, found)
  },
  tap: async () => {
    await enter()
    await click(session, found)
  },
  type: async (text) => {
    await enter()
    await click(session, found)
    await press(session, 'Control+End')
    await session.actions().sendKeys(...text).perform()
  },
  fill: async (text) => {
    await enter()
    await click(session, found)
    await press(session, 'Control+A')
    await (text === '' ? press(session, 'Delete') : session.actions().sendKeys(...text).perform())
  },
  setFiles: async (paths) => {
    await enter()
    await found.sendKeys(paths.join('\n'))
  },
  text: async () => {
    await enter()
    return session.executeScript('return arguments[0].innerText', found)
  },
  value: async () => {
    await enter()
    return session.executeScript('return arguments[0].value', found)
  },
  attribute: async (name) => {
    await enter()
    return session.executeScript('return arguments[0].getAttribute(arguments[1])', found, name)
  },
})

/**
 * Presses in the middle of the element once it stands still for two frames, as what was typed before may still move it, and
 * once the page has the pointer over it, as the window may lag behind a scroll.
 * @param {import('selenium-webdriver').WebDriver} session
 * @param {import('selenium-webdriver').WebElement} element
 */
const click = async (session, element) => {
  await until(
    async () => {
      await session.executeAsyncScript(standsStill, element)
      // Two moves: none is told of where the pointer is already. From the element, which may be in a frame.
      await session.actions().move({ origin: element, y: -1 }).move({ origin: element }).perform()
      return session.executeScript('return arguments[0].matches(":hover")', element)
    },
    () => new Error('the pointer does not get to it'),
  )
  await session.actions().move({ origin: element }).click().perform()
}

/** In the page: scrolls to an element and waits until it stands there. */
const standsStill = `const [element, done] = arguments
  element.scrollIntoView({ block: 'center', inline: 'nearest' })
  let place = ''
  let still = 0
  const look = () => {
    const { x, y, width, height } = element.getBoundingClientRect()
    const now = [x, y, width, height].join(' ')
    still = now === place ? still + 1 : 0
    place = now
    if (still === 2) done()
    else requestAnimationFrame(look)
  }
  look()`

/** @type {Record<string, string>} */
const keys = {
  Tab: Key.TAB, Enter: Key.ENTER, Space: ' ', Escape: Key.ESCAPE, Delete: Key.DELETE, Backspace: Key.BACK_SPACE,
  ArrowDown: Key.ARROW_DOWN, ArrowUp: Key.ARROW_UP, ArrowLeft: Key.ARROW_LEFT, ArrowRight: Key.ARROW_RIGHT,
  Home: Key.HOME, End: Key.END, Shift: Key.SHIFT, Control: Key.CONTROL, Alt: Key.ALT,
}

/**
 * @param {import('selenium-webdriver').WebDriver} session
 * @param {string} combination such as Shift+Tab
 */
const press = async (session, combination) => {
  const codes = combination.split('+').map((key) => keys[key] ?? key.toLowerCase())
  const held = codes.slice(0, -1)
  const last = /** @type {string} */ (codes.at(-1))
  const actions = session.actions()
  for (const key of held) actions.keyDown(key)
  actions.keyDown(last).keyUp(last)
  for (const key of held.reverse()) actions.keyUp(key)
  await actions.perform()
}

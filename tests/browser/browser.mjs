// One interface over three engines. A test finds things by role and name, as a person would, and acts with a real pointer and real keys.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {string | RegExp} Name            a string is the whole name, a regular expression a part of it
 * @typedef {{level?: number, timeout?: number}} Wanted
 * @typedef {{width?: number, height?: number, scale?: number, theme?: 'light' | 'dark', touch?: boolean}} View
 * @typedef {{role: string, name: string, description: string, level: number}} Description
 *
 * @typedef {Description & {look: string}} Focus     what has the focus, and all of its style that can show it
 *
 * @typedef {object} Handle                   an element that was found
 * @property {() => Promise<void>} click      scrolls to it and presses the pointer in its middle
 * @property {() => Promise<void>} tap        the same with a finger; WebKit's driver knows none and presses the pointer
 * @property {(text: string) => Promise<void>} type    focuses it and types after what it holds
 * @property {(text: string) => Promise<void>} fill    replaces what it holds, by keyboard
 * @property {(paths: string[]) => Promise<void>} setFiles
 * @property {() => Promise<string>} text     what is shown in it
 * @property {() => Promise<string>} value
 * @property {(name: string) => Promise<string | null>} attribute
 *
 * @typedef {object} Scope                    a page or a frame in it
 * @property {(role: string, name?: Name, wanted?: Wanted) => Promise<Handle>} byRole   waits until it is there
 * @property {(role: string, name?: Name, wanted?: Wanted) => Promise<number>} countByRole
 * @property {<A, T>(code: (argument: A) => T, argument?: A) => Promise<Awaited<T>>} evaluate   runs in the page; sees only its argument
 *
 * @typedef {object} PageOnly
 * @property {(url: string, view?: View) => Promise<void>} open
 * @property {(key: string) => Promise<void>} press      'Tab', 'Shift+Tab', 'Enter', 'Space', 'ArrowDown', 'Control+A', …
 * @property {(text: string) => Promise<void>} typeKeys  into whatever has the focus
 * @property {(open: () => Promise<void>, paths: string[]) => Promise<void>} chooseFiles   in the file dialog that `open` opens
 * @property {(x: number, y: number, deltaY: number) => Promise<void>} wheel
 * @property {(script: string) => Promise<void>} run    a script of the test's own, in the page
 * @property {() => Promise<Focus>} focused
 * @property {(name: string) => Promise<Scope>} frame    the iframe with this title
 * @property {() => Promise<string[]>} consoleErrors     errors, uncaught exceptions and refusals of the security policy since open
 * @property {() => string[] | undefined} requests       addresses asked for since open, where the engine tells
 * @property {() => Promise<void>} close
 *
 * @typedef {Scope & PageOnly} Page
 * @typedef {object} Browser
 * @property {string} engine
 * @property {() => Promise<Page>} newPage
 * @property {() => Promise<void>} close
 */

export const engine = process.env.MF_ENGINE ?? 'chromium'

/**
 * @param {string} [name]
 * @returns {Promise<Browser>}
 */
export const startBrowser = async (name = engine) => {
  if (!['chromium', 'firefox', 'webkit'].includes(name)) throw new Error(`there is no engine called ${name}`)
  const { start } = await import(`./engines/${name}.mjs`)
  return start()
}

/**
 * A call of `code` as an expression, for engines that take text. No `eval` in the page: its security policy forbids it.
 * @param {(argument: any) => unknown} code
 * @param {unknown} argument
 */
export const expression = (code, argument) => `(${code})(${JSON.stringify(argument) ?? 'undefined'})`

/** What has the focus: an expression for pages that hold the finder. */
export const focusExpression = expression(() => {
  const element = document.activeElement ?? document.body
  const { outlineStyle, outlineWidth, outlineColor, borderColor, borderWidth, boxShadow, backgroundColor } = getComputedStyle(element)
  const outline = outlineStyle === 'none' ? 'none' : [outlineStyle, outlineWidth, outlineColor].join(' ')
  const look = [outline, borderColor, borderWidth, boxShadow, backgroundColor].join(' / ')
  return { ...globalThis.__mf.describe(element), look }
}, undefined)

let finder = ''

/** The source that, run in a page, defines `__mf` with find, findAll and describe. */
export const finderSource = () => {
  finder ||= execFileSync(
    'esbuild',
    [fileURLToPath(new URL('finder.js', import.meta.url)), '--bundle', '--format=iife', '--global-name=__mf', '--log-level=warning'],
    { encoding: 'utf8' },
  )
  return `${finder};globalThis.__mf = __mf;`
}

/**
 * What the finder takes, as plain data.
 * @param {string} role
 * @param {Name | undefined} name
 * @param {Wanted} wanted
 */
export const query = (role, name, { level } = {}) => ({
  role,
  name: name instanceof RegExp ? { source: name.source, flags: name.flags } : name,
  level,
})

/** @param {string} role @param {Name | undefined} name */
export const notFound = (role, name) => new Error(`there is no ${role}${name === undefined ? '' : ` called ${name}`}`)

/**
 * Calls until it gives something other than null, undefined, false or an empty string.
 * @template T
 * @param {() => Promise<T | null | undefined | false | ''>} attempt
 * @param {() => Error} complaint
 * @param {number} [timeout] milliseconds
 * @returns {Promise<T>}
 */
export const until = async (attempt, complaint, timeout = 10_000) => {
  const end = Date.now() + timeout
  for (;;) {
    const found = await attempt()
    if (found !== null && found !== undefined && found !== false && found !== '') return found
    if (Date.now() > end) throw complaint()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

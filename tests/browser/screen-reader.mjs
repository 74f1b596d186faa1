// Somebody who hears the page: acts only through the commands of a screen reader and knows only what it says.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { until } from './browser.mjs'

/** @typedef {import('./browser.mjs').Name} Name */

let source = ''

/** The source that, run in a page, defines `__reader`. */
const readerSource = () => {
  source ||= execFileSync(
    'esbuild',
    [fileURLToPath(new URL('reader.js', import.meta.url)), '--bundle', '--minify', '--format=iife', '--global-name=__reader', '--log-level=warning'],
    { encoding: 'utf8' },
  )
  return `${source};globalThis.__reader = __reader;`
}

const spokenRoles = /** @type {Record<string, string>} */ ({ img: 'image' })

/** @param {string} role @param {Name} name */
const wanted = (role, name) => ({ role: spokenRoles[role] ?? role, name: plain(name) })
/** @param {Name} name */
const plain = (name) => (name instanceof RegExp ? { source: name.source, flags: name.flags } : name)

/** @param {import('./browser.mjs').Page} page @returns {Promise<import('./journeys.mjs').Person>} */
export const listening = async (page) => {
  await page.run(readerSource())
  await page.evaluate(() => globalThis.__reader.start())

  /** @param {string} role @param {Name} name */
  const seek = (role, name) =>
    until(
      () => page.evaluate((wanted) => globalThis.__reader.seek(wanted), wanted(role, name)),
      () => new Error(`nowhere does it say ${role} ${name}`),
      20_000,
    )
  const act = () => page.evaluate(() => globalThis.__reader.act())
  const noRole = '' // a field for files has none

  return {
    presses: async (button) => {
      await seek('button', button)
      await act()
    },
    types: async (field, text) => {
      await seek('textbox', field)
      await page.evaluate((text) => globalThis.__reader.replace(text), text)
    },
    // The clipboard and the file dialog are not the reader's: it leads to the field, and leaves the keys to the browser.
    pastes: async (field) => {
      await seek('textbox', field)
      await page.evaluate(() => globalThis.__reader.enter())
      await page.press('Control+V')
    },
    chooses: async (button, file) => {
      await seek(noRole, button)
      await act()
      await page.chooseFiles(() => page.press('Enter'), [file])
    },
    selects: async (option) => {
      await seek('radio', option)
      await act()
    },
    isTold: async (words) => {
      /** @type {string[]} */
      let announced = []
      await until(
        async () => (announced = await page.evaluate(() => globalThis.__reader.announcements())).some((phrase) => words.test(phrase)),
        () => new Error(`it does not announce ${words}, only ${announced.join(' · ')}`),
      )
    },
    finds: async (role, name, words) => {
      await until(
        async () => {
          const phrase = await seek(role, name)
          return !words || words.test(`${phrase} ${await page.evaluate((wanted) => globalThis.__reader.readThrough(wanted), wanted(role, name))}`)
        },
        () => new Error(`${role} ${name} does not say ${words}`),
      )
    },
    seesIn: async (field, value) => assert.ok((await seek('textbox', field)).includes(`, ${value}`)),
    isHelped: async (field, help) => assert.match(await seek('textbox', field), help),
    isCorrected: async (field, complaint) => {
      await until(
        async () => {
          const phrase = await seek('textbox', field)
          return /\binvalid\b/.test(phrase) && complaint.test(phrase)
        },
        () => new Error(`${field} does not say ${complaint}`),
      )
    },
  }
}

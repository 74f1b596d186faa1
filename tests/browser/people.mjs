// Those who see the page: one has only a keyboard, one a finger on a phone, one a mouse and the plain page.
import assert from 'node:assert/strict'
import { settled, tidy } from './journey.mjs'
import { until } from './browser.mjs'

/**
 * @typedef {import('./browser.mjs').Page} Page
 * @typedef {import('./browser.mjs').Name} Name
 * @typedef {import('./journeys.mjs').Person} Person
 */

/** @param {string} found @param {Name} name */
const isCalled = (found, name) => (typeof name === 'string' ? found === name : name.test(found))

/**
 * Presses Tab, or Shift+Tab to go back, until the focus is there.
 * @param {Page} page
 * @param {Name} name
 * @param {'Tab' | 'Shift+Tab'} key
 */
export const tabTo = async (page, name, key = 'Tab') => {
  const passed = []
  for (let presses = 0; presses < 60; presses += 1) {
    await page.press(key)
    const focus = await page.focused()
    if (isCalled(focus.name, name)) return focus
    passed.push(focus.name)
  }
  throw new Error(`${key} does not reach ${name}; it passes ${passed.join(' · ')}`)
}

/**
 * What is learnt by looking.
 * @param {Page} page
 * @returns {Pick<Person, 'isTold' | 'finds' | 'seesIn' | 'isHelped' | 'isCorrected'>}
 */
const byLooking = (page) => ({
  isTold: async (words) => {
    let last = ''
    await until(
      async () => words.test((last = tidy(await page.evaluate(() => document.body.innerText)))),
      () => new Error(`nothing on the page says ${words}: ${last}`),
      20_000,
    )
  },
  finds: async (role, name, words = /(?:)/) => {
    const found = await page.byRole(role, name, { timeout: 20_000 })
    await until(async () => words.test(tidy(await found.text())), () => new Error(`${role} ${name} does not say ${words}`))
  },
  seesIn: async (name, value) => {
    const field = await page.byRole('textbox', name)
    await until(async () => (await field.value()) === value, () => new Error(`${name} does not hold ${value}`))
  },
  isHelped: (name, help) => byLooking(page).isTold(help),
  isCorrected: async (name, complaint) => {
    const field = await page.byRole('textbox', name)
    await until(async () => (await field.attribute('aria-invalid')) === 'true', () => new Error(`${name} is not marked`))
    await byLooking(page).isTold(complaint)
  },
})

/** @param {Page} page @returns {Person} */
export const withKeys = (page) => {
  /** The field that has the focus stays where it is. @param {Name} name @param {'Tab' | 'Shift+Tab'} [key] */
  const reach = async (name, key) => isCalled((await page.focused()).name, name) || tabTo(page, name, key)
  return {
    ...byLooking(page),
    presses: async (button) => {
      await reach(button)
      await page.press('Enter')
      assert.ok(isCalled((await page.focused()).name, button), `${button} loses the focus when it is pressed`)
    },
    types: async (field, text) => {
      await reach(field)
      await page.press('Control+A')
      await page.typeKeys(text)
    },
    pastes: async (field) => {
      await reach(field)
      await page.press('Control+V')
    },
    chooses: async (button, file) => {
      await reach(button)
      await page.chooseFiles(() => page.press('Enter'), [file])
    },
    // Tab reaches the one that is checked, arrows the others.
    selects: async (option) => {
      while ((await page.focused()).role !== 'radio') await page.press('Shift+Tab')
      for (let presses = 0; presses < 12; presses += 1) {
        await page.press('ArrowRight')
        if (isCalled((await page.focused()).name, option)) return
        await settled(page)
      }
      throw new Error(`no arrow key leads to ${option}`)
    },
  }
}

/** @param {Page} page @param {'click' | 'tap'} press @returns {Person} */
const pointing = (page, press) => ({
  ...byLooking(page),
  presses: async (button) => (await page.byRole('button', button))[press](),
  types: async (field, text) => {
    const found = await page.byRole('textbox', field)
    await found[press]()
    await page.press('Control+A')
    await page.typeKeys(text)
    assert.equal(await found.value(), text)
  },
  pastes: async (field) => {
    await (await page.byRole('textbox', field))[press]()
    await page.press('Control+V')
  },
  chooses: async (button, file) => {
    const found = await page.byRole('button', button)
    await page.chooseFiles(() => found[press](), [file])
  },
  selects: async (option) => (await page.byRole('radio', option))[press](),
})

/** What a phone's own keyboard and menu do, its text and its paste, comes from keys: no driver opens them. @param {Page} page */
export const withFinger = (page) => pointing(page, 'tap')

/** @param {Page} page */
export const withMouse = (page) => pointing(page, 'click')

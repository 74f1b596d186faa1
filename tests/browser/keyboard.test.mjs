// Without a mouse.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { journey, profile, verdict } from './journey.mjs'
import { until } from './browser.mjs'

const { open, copy } = journey()

/**
 * Presses Tab, or Shift+Tab to go back, until the focus is there.
 * @param {import('./browser.mjs').Page} page
 * @param {string | RegExp} name
 * @param {'Tab' | 'Shift+Tab'} key
 */
const tabTo = async (page, name, key = 'Tab') => {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.press(key)
    const focus = await page.focused()
    if (typeof name === 'string' ? focus.name === name : name.test(focus.name)) return focus
  }
  throw new Error(`Tab does not reach ${name}`)
}

test('the whole journey works from the keyboard alone', async () => {
  await copy(profile)
  const page = await open()
  await tabTo(page, 'Paste your profile or stats')
  await page.press('Control+V')
  const first = await verdict(page)
  assert.match(first, /\d+ of \d+/)

  await tabTo(page, 'Followers', 'Shift+Tab')
  await page.press('Control+A')
  await page.typeKeys('5000000')
  await until(async () => (await verdict(page)) !== first, () => new Error(`the verdict stays "${first}"`))

  const { name } = await tabTo(page, /^(Instagram|Any platform)$/)
  await page.press('ArrowRight')
  await until(async () => (await page.focused()).name !== name, () => new Error('the arrow keys do not move between platforms'))
  assert.equal((await page.focused()).role, 'radio')

  await tabTo(page, 'Clear')
  await page.press('Enter')
  await until(async () => (await page.countByRole('heading', /^(Yes|No)\b/)) === 0, () => new Error('the verdict is still there'))
  await tabTo(page, 'Try a sample')
  await page.press('Space')
  await verdict(page)
})

test('Tab reaches every control in reading order, and each shows that it has the focus', async () => {
  const page = await open('#platform=instagram&followers=12300')
  await verdict(page)
  const stops = []
  for (let presses = 0; presses < 150; presses += 1) {
    await page.press('Tab')
    const { role, name } = await page.focused()
    if (role === '' || role === 'document' || role === 'generic') break
    const shown = await page.evaluate(focusShown)
    if (shown === 'seen before') break
    stops.push(name)
    assert.equal(shown, 'yes', `nothing shows that ${role} "${name}" has the focus`)
  }
  const controls = [/^Paste your profile or stats$/, /^Choose a file/, /^Try a sample$/, /^Clear$/, /^Followers$/, /^Instagram$/]
  for (const control of controls) assert.ok(stops.some((name) => control.test(name)), `Tab does not reach ${control}; it reaches ${stops.join(' · ')}`)
})

/** In the page: does the focused element, or its label, look otherwise than without the focus? */
const focusShown = () => {
  const element = document.activeElement
  if (!(element instanceof HTMLElement)) return 'no element'
  if (element.dataset.visited) return 'seen before'
  element.dataset.visited = 'true'
  const look = () =>
    [element, element.parentElement, element.nextElementSibling]
      .map((part) => {
        if (!part) return ''
        const { outlineStyle, outlineWidth, outlineColor, borderColor, borderWidth, boxShadow } = getComputedStyle(part)
        return [outlineStyle, outlineStyle === 'none' ? '' : outlineWidth + outlineColor, borderColor, borderWidth, boxShadow].join()
      })
      .join(';')
  const focused = look()
  element.blur()
  const blurred = look()
  element.focus({ preventScroll: true })
  return focused === blurred ? 'no' : 'yes'
}

// Without a mouse. The journeys that are taken so are in journeys.test.mjs.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { announces, journey, verdict } from './journey.mjs'
import { tabTo } from './people.mjs'
import { until } from './browser.mjs'

const { open } = journey()

test('Enter and Space press what has the focus', async () => {
  const page = await open('#platform=instagram&followers=12300')
  await verdict(page)
  await tabTo(page, 'Clear')
  await page.press('Enter')
  await until(async () => (await page.countByRole('heading', /^(Yes|No)\b/)) === 0, () => new Error('the verdict is still there'))
  await tabTo(page, 'Try a sample')
  await page.press('Space')
  await verdict(page)
})

test('an answer is announced once, when typing has paused, and not for every digit', async () => {
  const page = await open()
  await page.evaluate(() => {
    globalThis.__heard = []
    const line = /** @type {Element} */ (document.querySelector('output'))
    new MutationObserver(() => globalThis.__heard.push(line.textContent ?? '')).observe(line, { childList: true })
  })
  await tabTo(page, 'Followers')
  await page.typeKeys('12300')
  await announces(page, /^Yes: micro for \d+ of \d+ publishers; /)
  const heard = await page.evaluate(() => globalThis.__heard)
  assert.equal(heard.length, 1, heard.join(' · '))
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

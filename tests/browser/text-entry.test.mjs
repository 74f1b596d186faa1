// A field that is edited is the browser's own: nothing of what is entered is lost or doubled, the caret stays where it was
// left, and the field is not written to while the tool draws anew at every key.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { journey, settled } from './journey.mjs'
import { engine, until } from './browser.mjs'
import { fields, watchWrites } from './fields.mjs'

const here = journey()

/** @param {{address: string, name: string}} field */
const enter = async ({ address, name }) => {
  const page = here.page()
  await page.open(new URL(address, here.siteUrl()).href)
  const field = await page.byRole('textbox', name)
  await field.click()
  await page.evaluate(watchWrites)
  return { page, field }
}

/** @param {import('./browser.mjs').Handle} field @param {string} text */
const holds = (field, text) => {
  let value = ''
  return until(async () => (value = await field.value()) === text, () => new Error(`it holds "${value}" in place of "${text}"`))
}

/** Once the tool has drawn: where the caret is, and what was written to fields meanwhile. @param {import('./browser.mjs').Page} page */
const after = async (page) => {
  await settled(page)
  return page.evaluate(() => {
    const field = /** @type {HTMLInputElement} */ (document.activeElement)
    return { caret: [field.selectionStart, field.selectionEnd], writes: globalThis.__writes }
  })
}

/** MiniBrowser has no key for it, in whatever page; there the command comes as it does from a menu. @param {import('./browser.mjs').Page} page @param {'undo' | 'redo'} command */
const again = async (page, command) => {
  if (engine === 'webkit') await page.evaluate((command) => document.execCommand(command), command)
  else await page.press(command === 'undo' ? 'Control+Z' : 'Control+Shift+Z')
}

const words = '東京 汉字 한국어 é 🌍 👩‍👩‍👧 🇵🇹'

for (const place of fields) {
  test(`${place.title}: letters of any script and emoji stay as typed, and what comes between them stands between them`, async () => {
    const { page, field } = await enter(place)
    await page.typeKeys('東京 12 ')
    await settled(page)
    for (const key of ['ArrowLeft', 'ArrowLeft']) await page.press(key)
    await page.typeKeys('3汉字 한국어é')
    await holds(field, '東京 13汉字 한국어é2 ')
    assert.deepEqual(await after(page), { caret: [12, 12], writes: [] })
    await page.press('Control+A')
    await page.typeKeys(words)
    await holds(field, words)
    assert.deepEqual(await after(page), { caret: [words.length, words.length], writes: [] })
  })

  test(`${place.title}: what is pasted with formatting arrives as its words alone`, async () => {
    await here.copyRich('<b>12.3K</b> <i style="color: red">followers</i> <a href="#">👩‍👩‍👧</a>')
    const { page, field } = await enter(place)
    await page.typeKeys('ab')
    await page.press('ArrowLeft')
    await page.press('Control+V')
    await holds(field, 'a12.3K followers 👩‍👩‍👧b')
    assert.deepEqual(await after(page), { caret: [25, 25], writes: [] })
  })

  test(`${place.title}: what was typed is undone and redone by the browser`, async () => {
    const { page, field } = await enter(place)
    await page.typeKeys('25000')
    await settled(page)
    await page.press('Control+A')
    await page.press('Delete')
    await holds(field, '')
    await settled(page)
    await again(page, 'undo')
    await holds(field, '25000')
    await settled(page)
    await again(page, 'redo')
    await holds(field, '')
    assert.deepEqual((await after(page)).writes, [])
  })

  test(`${place.title}: a word that a keyboard replaces is replaced once`, async () => {
    const { page, field } = await enter(place)
    await page.typeKeys('1 teh 2')
    await settled(page)
    await page.evaluate(() => {
      const field = /** @type {HTMLInputElement} */ (document.activeElement)
      field.setSelectionRange(2, 5)
      document.execCommand('insertText', false, 'the') // an input event of the browser's own
    })
    await holds(field, '1 the 2')
    assert.deepEqual(await after(page), { caret: [5, 5], writes: [] })
  })
}

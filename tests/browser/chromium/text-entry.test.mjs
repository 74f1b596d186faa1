// What only this engine's protocol can enter: text that is composed before it stands, the keyboard's own replacements, and
// text that is dragged in. The other engines' drivers have no input method and no drag of text.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../browser.mjs'
import { chromiumSite } from '../chromium-site.mjs'
import { chromiumPage } from '../engines/chromium.mjs'
import { fields, watchWrites } from '../fields.mjs'
import { settled } from '../journey.mjs'

const here = chromiumSite()

/** As an input method sends it: what is composed, key by key, then what is taken. The last one of a row is taken. */
const compositions = {
  Japanese: ['k', 'か', 'かn', 'かんj', 'かんじ', '漢字'],
  Chinese: ['h', 'ha', 'han', 'hanz', 'hanzi', '汉字'],
  Korean: ['ㅎ', '하', '한', '한ㄱ', '한그', '한글'],
  'a dead key': ['´', 'é'],
}

/** @param {{address: string, name: string}} field */
const enter = async ({ address, name }) => {
  const page = chromiumPage(here.browser)
  await page.open(new URL(address, here.site.url).href, { height: 1600 }) // the page's head and each of the fields are in view at once
  const field = await page.byRole('textbox', name)
  await field.click()
  await page.evaluate(watchWrites)
  const protocol = await page.playwright().context().newCDPSession(page.playwright())
  const state = () =>
    page.evaluate(() => {
      const field = /** @type {HTMLInputElement} */ (document.activeElement)
      return { value: field.value, caret: [field.selectionStart, field.selectionEnd], writes: globalThis.__writes }
    })
  return { page, field, protocol, state }
}

for (const place of fields) {
  test(`${place.title}: what is composed stands once, where the caret was, and the tool draws meanwhile`, async () => {
    const { page, protocol, state } = await enter(place)
    await page.typeKeys('1 2')
    await page.press('ArrowLeft')
    let composed = ''
    for (const [language, steps] of Object.entries(compositions)) {
      for (const text of steps.slice(0, -1)) {
        await protocol.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
        await settled(page)
        assert.equal((await state()).value, `1 ${composed}${text}2`, language)
      }
      const taken = /** @type {string} */ (steps.at(-1))
      await protocol.send('Input.insertText', { text: taken })
      await settled(page)
      composed += taken
      const caret = 2 + composed.length
      assert.deepEqual(await state(), { value: `1 ${composed}2`, caret: [caret, caret], writes: [] }, language)
    }
    assert.deepEqual(await page.consoleErrors(), [])
    await page.close()
  })

  test(`${place.title}: what is composed and given up leaves nothing behind`, async () => {
    const { page, protocol, state } = await enter(place)
    await page.typeKeys('12')
    await protocol.send('Input.imeSetComposition', { text: 'かん', selectionStart: 2, selectionEnd: 2 })
    await settled(page)
    await protocol.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
    await settled(page)
    assert.deepEqual(await state(), { value: '12', caret: [2, 2], writes: [] })
    await page.close()
  })

  test(`${place.title}: a word that the keyboard corrects is replaced in its place`, async () => {
    const { page, protocol, state } = await enter(place)
    await page.typeKeys('1 teh 2')
    await settled(page)
    await protocol.send('Input.imeSetComposition', { text: 'the', selectionStart: 3, selectionEnd: 3, replacementStart: 2, replacementEnd: 5 })
    await settled(page)
    await protocol.send('Input.insertText', { text: 'the' })
    await settled(page)
    assert.deepEqual(await state(), { value: '1 the 2', caret: [5, 5], writes: [] })
    await page.close()
  })

  test(`${place.title}: words that are dragged in arrive once`, async () => {
    const { page, field, state } = await enter(place)
    const { mouse } = page.playwright()
    // A word of the page's own, in view above the fields.
    const word = await page.evaluate(() => {
      const paragraph = /** @type {HTMLElement} */ (document.querySelector('.lead:not([hidden])'))
      const text = /** @type {Text} */ (paragraph.firstChild)
      const range = document.createRange()
      range.setStart(text, 0)
      range.setEnd(text, text.data.indexOf(' '))
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
      const { x, y, width, height } = range.getBoundingClientRect()
      return { text: range.toString(), x: x + width / 2, y: y + height / 2 }
    })
    const id = await field.attribute('id')
    const to = await page.evaluate((id) => {
      const { x, y } = /** @type {HTMLElement} */ (document.getElementById(id ?? '')).getBoundingClientRect()
      return { x: x + 30, y: y + 20 }
    }, id)
    await mouse.move(word.x, word.y)
    await mouse.down()
    await mouse.move(to.x, to.y, { steps: 5 })
    await mouse.up()
    await until(async () => (await field.value()).trim() === word.text, () => new Error('it does not arrive'))
    await settled(page)
    assert.equal((await field.value()).trim(), word.text)
    assert.deepEqual((await state()).writes, [])
    await page.close()
  })
}

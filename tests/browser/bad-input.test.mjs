// Whatever is thrown at it: a sentence that says what was wrong, what was typed still there, a clean console.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { complaint, journey, numberIn, settled, verdict } from './journey.mjs'

const { open } = journey()
let folder = ''

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bad-input-'))
  await writeFile(path.join(folder, 'empty.csv'), '')
  await writeFile(path.join(folder, 'program.csv'), Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256))
  await writeFile(path.join(folder, 'report.pdf'), '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n')
  await writeFile(path.join(folder, 'recipes.csv'), 'Dish,Oven,Minutes\nBread,230,35\nCake,180,50\n')
  await writeNoise(path.join(folder, 'noise.csv'), 50 * 1024 * 1024)
})
after(() => rm(folder, { recursive: true, force: true }))

/** The same 50 MB every time: xorshift32. @param {string} file @param {number} bytes */
const writeNoise = async (file, bytes) => {
  const stream = createWriteStream(file)
  let state = 20_260_101
  for (let written = 0; written < bytes; written += 1 << 20) {
    const words = new Uint32Array(1 << 18)
    for (let i = 0; i < words.length; i += 1) {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      words[i] = state
    }
    if (!stream.write(new Uint8Array(words.buffer))) await once(stream, 'drain')
  }
  stream.end()
  await once(stream, 'finish')
}

const sentence = /^[A-Z“"].{12,}[.!?]$/s

for (const [what, file] of [
  ['an empty file', 'empty.csv'],
  ['a binary file', 'program.csv'],
  ['a PDF', 'report.pdf'],
  ['50 MB of noise', 'noise.csv'],
  ['a CSV without a column that it could use', 'recipes.csv'],
]) {
  test(`${what} is answered with a sentence, and the follower count typed before stays`, async () => {
    const page = await open()
    await (await page.byRole('textbox', 'Followers')).type('25000')
    const before = await verdict(page)
    await (await page.byRole('button', /^Choose a file/)).setFiles([path.join(folder, file)])
    assert.match(await complaint(page), sentence)
    assert.equal(numberIn(await (await page.byRole('textbox', 'Followers')).value()), 25000)
    assert.equal(await verdict(page), before)
  })
}

for (const typed of ['-5', '1e400', 'NaN']) {
  test(`${typed} followers are answered with a sentence at the field, and stay as typed`, async () => {
    const page = await open()
    const field = await page.byRole('textbox', 'Followers')
    await field.type(typed)
    await page.press('Tab')
    assert.match(await complaint(page), sentence)
    assert.equal(await field.value(), typed)
    assert.equal(await field.attribute('aria-invalid'), 'true')
    assert.equal(await page.countByRole('heading', /^(Yes|No)\b/), 0)
    await field.fill('12300')
    await verdict(page)
    assert.equal(await field.attribute('aria-invalid'), null)
  })
}

test('text that says nothing of an account is answered with a sentence and stays in the box', async () => {
  const page = await open()
  const box = await page.byRole('textbox', 'Paste your profile or stats')
  await box.type('the quick brown fox')
  await page.press('Tab')
  assert.match(await complaint(page), sentence)
  assert.equal(await box.value(), 'the quick brown fox')
})

test('a box that is emptied again leaves no complaint behind', async () => {
  const page = await open()
  const box = await page.byRole('textbox', 'Paste your profile or stats')
  await box.type('fox')
  await page.press('Tab')
  await complaint(page)
  await box.fill('')
  await page.press('Tab')
  await settled(page)
  assert.equal(await page.countByRole('alert', /./), 0)
})

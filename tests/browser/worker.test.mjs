// Reading goes on beside the page: what is large can be stopped, and the page takes what people do meanwhile.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { announces, journey, numberIn, tidy, verdict } from './journey.mjs'
import { until } from './browser.mjs'

const { open } = journey()

/** @type {string} */
let folder
/** @type {string} */
let large
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'microfluence-'))
  large = path.join(folder, 'large.csv')
  const row = `2026-01-01,"${'A caption of some length, '.repeat(200)}",123,45\n`
  await writeFile(large, `Date,Caption,Likes,Comments\n${row.repeat(Math.floor((60 * 2 ** 20) / row.length))}`)
})
after(() => rm(folder, { recursive: true }))

test('a large file is announced with a way to stop it; the page answers meanwhile, and reads the next thing', async () => {
  const page = await open()
  await (await page.byRole('button', /^Choose a file/)).setFiles([large])
  const stop = await page.byRole('button', 'Stop reading')
  await announces(page, 'Reading large.csv…')
  await stop.click()
  await until(async () => (await page.countByRole('button', 'Stop reading')) === 0, () => new Error('it goes on'))
  assert.equal(await page.countByRole('region', 'What was read'), 0)
  await (await page.byRole('textbox', 'Paste your profile or stats')).type('12.3K followers')
  await until(async () => numberIn(await (await page.byRole('textbox', 'Followers')).value()) === 12300, () => new Error('the paste is not read'))
  await verdict(page)
})

test('a newer file takes the place of one that is being read', async () => {
  const page = await open()
  const small = path.join(folder, 'small.csv')
  await writeFile(small, 'Date,Likes,Comments\n2026-01-01,10,1\n2026-01-02,20,2\n')
  await (await page.byRole('button', /^Choose a file/)).setFiles([large])
  await page.byRole('button', 'Stop reading')
  await (await page.byRole('button', /^Choose a file/)).setFiles([small])
  const read = await page.byRole('region', 'What was read')
  assert.match(tidy(await read.text()), /small\.csv.*2 posts/)
})

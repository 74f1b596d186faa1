// "Pick creators" in the browser, beyond its journey: conditions that cannot be met, and ten thousand rows without standing still.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { journey } from './journey.mjs'
import { creators } from './journeys.mjs'

const here = journey()

const openPick = async (address = '#tool=pick') => {
  const page = here.page()
  await page.open(new URL(address, here.siteUrl()).href)
  await page.byRole('textbox', 'Budget')
  return page
}

test('conditions that cannot be met say why', async () => {
  await here.copy(creators)
  const page = await openPick('#tool=pick&budget=100&include=ana')
  await (await page.byRole('textbox', 'Paste a list of creators')).click()
  await page.press('Control+V')
  await page.byRole('heading', 'Your conditions cannot all be met')
})

test('ten thousand creators from a file are picked from', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'creators-'))
  const file = join(folder, 'creators.csv')
  const rows = Array.from({ length: 10_000 }, (_, i) => `creator${i},${1000 + ((i * 7919) % 90_000)},${1 + ((i * 31) % 60) / 10}%,${20 + ((i * 613) % 900)}`)
  await writeFile(file, `handle,followers,ER,fee\n${rows.join('\n')}\n`)
  const page = await openPick('#tool=pick&budget=20000')
  await (await page.byRole('button', /^Choose a file/)).setFiles([file])
  await page.byRole('heading', /^Pick \d+ of 10,000/, { timeout: 60_000 })
  await rm(folder, { recursive: true })
})

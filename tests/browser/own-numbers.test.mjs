// Where an account's own numbers are to be found is told before anything is given.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { journey, settled, tidy } from './journey.mjs'

const { page, siteUrl } = journey()

for (const [where, address] of [['the site', ''], ['an embed', 'embed.html?tool=micro']]) {
  test(`${where} tells for each platform what to paste and which file to export, and asks nobody for it`, async () => {
    const opened = page()
    await opened.open(new URL(address, siteUrl()).href)
    await settled(opened)
    assert.equal(await opened.countByRole('heading', 'TikTok'), 0)
    const fold = await opened.byRole('button', 'Where do I find my numbers?')
    await fold.click()
    for (const platform of ['Instagram', 'TikTok', 'YouTube', 'X', 'LinkedIn', 'Facebook']) {
      await opened.byRole('heading', platform, { level: 3 })
    }
    assert.match(tidy(await (await opened.byRole('group', 'Where each platform has your numbers')).text()), /To paste: .*A file: In TikTok Studio/s)
    await fold.click()
    await settled(opened)
    assert.equal(await opened.countByRole('heading', 'TikTok'), 0)
  })
}

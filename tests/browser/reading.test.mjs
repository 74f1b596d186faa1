// From what a person has at hand to an answer, beyond the journeys.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { journey, postsFile, tidy, verdict } from './journey.mjs'
import { until } from './browser.mjs'

const { open } = journey()

test('typed followers alone are enough, and another platform asks other publishers', async () => {
  const page = await open()
  await (await page.byRole('textbox', 'Followers')).type('12300')
  const first = await verdict(page)
  await (await page.byRole('radio', 'YouTube')).click()
  await until(async () => (await verdict(page)) !== first, () => new Error(`the verdict stays "${first}"`))
})

test('a file of posts and a follower count give the engagement by every denominator', async () => {
  const page = await open()
  await (await page.byRole('textbox', 'Followers')).type('25000')
  await (await page.byRole('button', /^Choose a file/)).setFiles([postsFile])
  const table = await page.byRole('table', /engagement/i)
  await until(async () => (await table.text()).includes('impressions'), () => new Error('the table does not mention impressions'))

  // The file: likes + comments of its 12 posts are 250 × 1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 27 (not in this order).
  // Reach is 10,000 and one post has none; impressions are 20,000; views are 50,000 and of one post 0, which cannot be divided by.
  // The trimmed mean leaves out the lowest and the highest fifth: 2 of 12 and 2 of 11 at each end.
  const expected = {
    followers: [7, 9, 7.75, 12], //      1 … 27 %:  median (6 + 8) / 2, mean 108 / 12, trimmed 62 / 8
    reach: [15, 18.41, 17.14, 11], //    2.5 × 1 … 16: median 6 × 2.5, mean 81 × 2.5 / 11, trimmed 48 × 2.5 / 7
    impressions: [8.75, 11.25, 9.69, 12], // 1.25 × 1 … 27: 7 × 1.25, 9 × 1.25, 7.75 × 1.25
    views: [4, 4.86, 4.21, 11], //       0.5 × 2 … 27:  median 8 / 2, mean 107 / 2 / 11, trimmed 59 / 2 / 7
  }
  assert.deepEqual(await engagementTable(page), expected)
})

test('the sample shows what it does, and Clear makes the page empty again', async () => {
  const page = await open()
  await (await page.byRole('button', 'Try a sample')).click()
  await verdict(page)
  await (await page.byRole('button', 'Clear')).click()
  await until(async () => (await page.countByRole('heading', /^(Yes|No)\b/)) === 0, () => new Error('the verdict is still there'))
  assert.equal(await (await page.byRole('textbox', 'Followers')).value(), '')
  assert.equal(await (await page.byRole('textbox', 'Paste your profile or stats')).value(), '')
})

test('the address takes a state and keeps it', async () => {
  const page = await open('#platform=instagram&followers=12300')
  const preset = await verdict(page)
  assert.match(preset, /\d+ of \d+/)
  const address = await page.evaluate(() => location.href)
  await page.open('about:blank')
  await page.open(address)
  assert.equal(await verdict(page), preset)
})

test('a column that was read as the wrong thing is corrected by keyboard, and the answer changes', async () => {
  const page = await open('#followers=10000')
  const folder = await mkdtemp(path.join(tmpdir(), 'columns-'))
  try {
    const file = path.join(folder, 'posts.csv')
    await writeFile(file, 'Post ID,Likes,Hearts,Comments\n1,100,800,0\n2,100,800,0\n3,100,800,0\n')
    await (await page.byRole('button', /^Choose a file/)).setFiles([file])
    const rate = async (/** @type {number} */ wanted) => {
      await page.byRole('table', /engagement/i)
      await until(async () => (await engagementTable(page)).followers[0] === wanted, () => new Error(`the median is not ${wanted} %`))
    }
    await rate(1)
    const choice = await page.byRole('combobox', 'Hearts Read as')
    assert.equal(await choice.value(), 'not used')
    const id = await choice.attribute('id')
    await page.evaluate((id) => document.getElementById(id ?? '')?.focus(), id)
    await page.typeKeys('likes')
    await rate(8)
    assert.equal(await (await page.byRole('combobox', 'Hearts Read as')).value(), 'likes')
    assert.equal(await (await page.byRole('combobox', 'Likes Read as')).value(), 'not used')
    assert.match((await page.focused()).name, /^Hearts/)
    const astray = await page.evaluate((id) => {
      const table = document.getElementById(id ?? '')?.closest('table')
      const place = table?.getBoundingClientRect() ?? new DOMRect()
      const parts = [...(table?.querySelectorAll('th, td:not(:has(*)), select') ?? [])]
      return parts.filter((part) => {
        const { left, right, top, bottom } = part.getBoundingClientRect()
        return left < place.left - 1 || right > place.right + 1 || top < place.top - 1 || bottom > place.bottom + 1
      }).length
    }, id)
    assert.equal(astray, 0, 'parts of the table lie outside of it')
  } finally {
    await rm(folder, { recursive: true })
  }
})

/**
 * The engagement table by its column headings: median, mean and trimmed mean in percent, and posts.
 * @param {import('./browser.mjs').Scope} scope
 * @returns {Promise<Record<string, number[]>>}
 */
const engagementTable = async (scope) => {
  const rows = await scope.evaluate(() => {
    const tables = [...document.querySelectorAll('table')]
    const table = tables.find((candidate) => candidate.textContent?.includes('Trimmed mean'))
    return [...(table?.querySelectorAll('tr') ?? [])].map((row) => [...row.cells].map((cell) => cell.innerText))
  })
  const wanted = ['Median', 'Mean', 'Trimmed mean', 'Posts'].map((title) => rows.find(([head]) => tidy(head) === title))
  return Object.fromEntries(
    rows[0].slice(1).map((by, column) => [tidy(by), wanted.map((cells) => Number(tidy(cells?.[column + 1] ?? 'missing').replace(/ ?%$/, '')))]),
  )
}

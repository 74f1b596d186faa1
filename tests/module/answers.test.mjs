// What analyze() answers beyond the verdict: what is usual, fees, readiness, growth, flags, and a figure replaced.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from './microfluence.mjs'

const mf = await load()

/** @param {number} likes @param {number} [day] */
const post = (likes, day = 1) => ({
  publishedAt: `2026-03-${String(day).padStart(2, '0')}`,
  format: day % 4 === 1 ? 'reel' : 'image',
  caption: day % 3 ? 'Which of these would you take? #slowtravel' : '#ad Four bags, one month.',
  likes,
  comments: Math.round(likes / 25),
})
const posts = [310, 420, 515, 280, 390, 610, 455, 330, 475, 540].map((likes, i) => post(likes, 1 + 2 * i))

test('What is usual at the size comes with its spread, its records and the account\'s place as a range', () => {
  const { expected, expectedBy } = mf.analyze({ platform: 'instagram', followers: 23_400, posts })
  assert.ok(expected)
  assert.equal(expected.by, 'followers')
  assert.deepEqual(expected.actions, ['likes', 'comments'])
  assert.ok(Number(expected.low) < Number(expected.median) && Number(expected.median) < Number(expected.high))
  assert.ok(expected.percentile && expected.percentile.low < expected.percentile.mid && expected.percentile.mid < expected.percentile.high)
  assert.ok(expected.own && expected.own.dataShare > 0.8 && expected.own.dataShare < 1)
  const records = new Set(mf.benchmarks().records.map(({ id }) => id))
  for (const { sources } of expectedBy) for (const id of sources) assert.ok(records.has(id), id)
})

test('Outside the sizes that the figures cover, and where none is published by size, it says so', () => {
  for (const request of [{ platform: 'instagram', followers: 240 }, { platform: 'linkedin', followers: 9000 }]) {
    const { expected, notExpected } = mf.analyze(/** @type {any} */ (request))
    assert.equal(expected?.median ?? null, null)
    assert.match(String(notExpected), /\.$/)
  }
})

test('No place among others is given across different counts of engagement', () => {
  const views = [{ likes: 900, views: 20_000 }, { likes: 700, views: 15_000 }]
  const { expected } = mf.analyze({ platform: 'tiktok', followers: 52_000, posts: views })
  assert.equal(expected?.by, 'views')
  assert.equal(expected?.countsAlike, false)
  assert.equal(expected?.percentile, null)
})

test('The fee is the range of the counted methods, each with its formula and records', () => {
  const { fee } = mf.analyze({ platform: 'instagram', followers: 23_400 })
  assert.ok(fee)
  const counted = fee.methods.filter((method) => method.counted).map((method) => Number(method.typical))
  assert.equal(fee.low, Math.min(...counted))
  assert.equal(fee.high, Math.max(...counted))
  assert.ok(fee.methods.some(({ formula, typical }) => formula === '23,400 followers × $100 per 10,000' && typical === 234))
  for (const { sources, id } of fee.methods) assert.ok(sources.length > 0, id)
  assert.deepEqual(fee.floor, { amount: 20, currency: 'USD', source: 'B0407' })
})

test('A replaced figure acts where the published one would', () => {
  const request = { platform: /** @type {const} */ ('instagram'), followers: 23_400 }
  const before = mf.analyze(request)
  const after = mf.analyze({ ...request, figures: [{ id: 'B0386', value: 250 }, { id: 'B0199', statistic: 'averageTo', value: 0.04 }] })
  assert.ok(after.fee?.methods.some(({ typical }) => typical === 585))
  assert.ok(Number(after.expected?.median) > Number(before.expected?.median))
})

test('A figure that cannot be replaced is refused with its place', () => {
  for (const figure of [{ id: 'B9999', value: 1 }, { id: 'B0386', statistic: 'median', value: 1 }, { id: 'B0199', statistic: 'averageTo', value: 2 }]) {
    assert.throws(
      () => mf.analyze({ followers: 1000, figures: [/** @type {any} */ (figure)] }),
      (/** @type {any} */ error) => ['unknown-figure', 'out-of-range'].includes(error.code) && error.field === 'figures[0]',
    )
  }
})

test('Readiness has five attributes, evidence with sentences, and takes a self-check', () => {
  const { readiness } = mf.analyze({ followers: 23_400, posts, niche: 'slow travel', selfCheck: { quality: 'partly' } })
  assert.deepEqual(readiness.map(({ id }) => id), ['relatable', 'connections', 'consistent', 'quality', 'niche'])
  for (const { state, evidence, articles } of readiness) {
    assert.equal(evidence.length > 0, state === 'measured')
    assert.ok(articles.length > 0)
  }
  assert.equal(readiness[3].answer, 'partly')
  assert.throws(() => mf.analyze({ followers: 1, selfCheck: { quality: /** @type {any} */ ('perhaps') } }), { code: 'wrong-type', field: 'selfCheck.quality' })
})

test('Posts are split by format, and disclosed ones from the rest', () => {
  const { splits } = mf.analyze({ followers: 23_400, posts })
  assert.deepEqual([...new Set(splits.map(({ kind }) => kind))], ['format', 'disclosure'])
  assert.deepEqual(splits.filter(({ kind }) => kind === 'disclosure').map(({ id }) => id).sort(), ['none', 'paid'])
  assert.equal(splits.filter(({ kind }) => kind === 'format').reduce((sum, { rate }) => sum + rate.posts, 0), posts.length)
})

test('A follower history gives a rate and dates in order, or the reason why not', () => {
  const history = Array.from({ length: 40 }, (_, week) => ({
    date: new Date(Date.UTC(2025, 0, 6 + 7 * week)).toISOString().slice(0, 10),
    followers: Math.round(40_000 * 1.006 ** week + (week % 3) * 40),
  }))
  const { growth } = mf.analyze({ platform: 'instagram', followers: 50_500, history })
  assert.ok(growth?.monthlyRate && growth.monthlyRate.low < growth.monthlyRate.mid && growth.monthlyRate.mid < growth.monthlyRate.high)
  assert.ok(growth.next?.earliest && growth.next.mid && growth.next.earliest <= growth.next.mid)
  const short = mf.analyze({ followers: 50_500, history: history.slice(0, 2) }).growth
  assert.equal(short?.monthlyRate, null)
  assert.match(String(short?.reason), /\.$/)
})

test('What stands out is said with its innocent explanation', () => {
  const { flags } = mf.analyze({ followers: 23_400, posts: [...posts, post(40_000, 28)] })
  const viral = flags.find(({ id }) => id === 'one-post-far-above')
  assert.ok(viral?.sentence && viral.whyItMatters && viral.innocentExplanation)
  assert.deepEqual(mf.analyze({ followers: 23_400, posts }).flags, [])
})

test('A bad history is refused with its place', () => {
  assert.throws(() => mf.analyze({ history: [{ date: '2026-01-01', followers: -1 }] }), { code: 'out-of-range', field: 'history[0].followers' })
  assert.throws(() => mf.analyze({ history: /** @type {any} */ ([{ followers: 3 }]) }), { code: 'missing', field: 'history[0]' })
  assert.throws(() => mf.analyze({ history: /** @type {any} */ ('no') }), { code: 'wrong-type', field: 'history' })
})

import assert from 'node:assert/strict'
import test from 'node:test'

import { load } from './microfluence.mjs'

const mf = await load()

/** @typedef {import('../../web/microfluence.d.mts').SimulateRequest} SimulateRequest */

/** Every input a single number, so that every result follows by hand. @type {SimulateRequest} */
const fixed = {
  platform: 'instagram',
  creators: 2,
  followers: 10_000,
  postsPerCreator: 1,
  fee: 100,
  engagementRate: 0.02,
  reachRate: 0.3,
  frequency: 1.2,
  clickRate: 0.01,
  conversionRate: 0.05,
  orderValue: 50,
  discount: 0,
  returnRate: 0,
  margin: 0.5,
  incrementality: 1,
  repeatFactor: 1,
  showRate: 1,
}

/** @param {unknown} actual @param {number} expected */
const near = (actual, expected) => assert(typeof actual === 'number' && Math.abs(actual - expected) <= 1e-9 * Math.abs(expected), `${actual}, not ${expected}`)

/** @param {unknown} request @param {string} code @param {string} field */
function refused(request, code, field) {
  assert.throws(
    () => mf.simulate(/** @type {any} */ (request)),
    (/** @type {any} */ error) => error.code === code && error.field === field && /\.$/.test(error.message),
    `${code} ${field}`,
  )
}

test('a plan of single numbers comes out as the formula says', () => {
  const answer = mf.simulate(fixed)
  near(answer.cost.total.p50, 200)
  near(answer.impressions?.mean, 7200)
  near(answer.orders?.p95, 3.6)
  near(answer.profit?.p5, -110)
  near(answer.roi?.p50, -0.55)
  near(answer.roas?.p50, 0.9)
  near(answer.breakEven.orders, 8)
  assert.equal(answer.probabilityOfProfit, 0)
  assert.deepEqual(answer.needs, [])
})

test('the published worked examples', () => {
  near(mf.simulate({ ...fixed, creators: 1, fee: 500 }).breakEven.orders, 20)
  near(mf.simulate({ ...fixed, creators: 20, followers: 25_000, engagementRate: 0.032 }).engagements?.p50, 16_000)
  near(mf.simulate({ ...fixed, creators: 2, followers: 250_000, engagementRate: 0.02 }).engagements?.p50, 10_000)
  const post = mf.simulate({ ...fixed, creators: 1, followers: 25_000, reachRate: 0.36, frequency: 1 })
  assert.equal(post.emv.methods.find((method) => method.id === 'upfluence')?.typical, 58.5)
})

test('ranges give odds, and the same seed gives the same numbers', () => {
  const request = { ...fixed, fee: '$60 to $90', conversionRate: '3-12 %', orderValue: [40, 60], seed: 11 }
  const first = mf.simulate(/** @type {SimulateRequest} */ (request))
  assert(first.roi && first.roi.p5 < first.roi.p50 && first.roi.p50 < first.roi.p95)
  assert(first.probabilityOfProfit !== null && first.probabilityOfProfit > 0 && first.probabilityOfProfit < 1)
  assert.deepEqual(new Set(first.drivers.map((driver) => driver.input)), new Set(['fee', 'conversionRate', 'orderValue']))
  assert.equal(first.drivers[0].input, 'conversionRate')
  const whole = first.histogram.reduce((sum, bar) => sum + bar.share, 0)
  assert(whole > 0.95 && whole <= 1 + 1e-9)
  assert.deepEqual(mf.simulate(/** @type {SimulateRequest} */ (request)), first)
  assert.deepEqual(mf.simulate(first.plan).roi, first.roi)
  assert.notDeepEqual(mf.simulate(/** @type {SimulateRequest} */ ({ ...request, seed: 12 })).roi, first.roi)
})

test('rows of a reading can be handed on as they are', () => {
  const { creators } = mf.read('handle,platform,followers,er,fee\n@a,Instagram,10000,2%,$100\n@b,Instagram,30000,2%,$100\n')
  const answer = mf.simulate({ ...fixed, creators })
  near(answer.engagements?.p50, 800)
  near(answer.cost.total.p50, 200)
})

test('published figures stand in and say so', () => {
  const { defaults, needs } = mf.simulate({ platform: 'instagram', followers: 25_000, creators: 3 })
  const ids = new Set(mf.benchmarks().records.map((record) => record.id))
  const reach = defaults.find((one) => one.input === 'reachRate')
  assert(reach && reach.sources.length > 0)
  for (const one of defaults) for (const id of one.sources) assert(ids.has(id), id)
  assert(needs.includes('orderValue') && needs.includes('margin'))
})

test('a bad value is refused at its field', () => {
  refused({ ...fixed, clickRate: 1.5 }, 'out-of-range', 'clickRate')
  refused({ ...fixed, fee: [5, 2] }, 'upside-down', 'fee')
  refused({ ...fixed, fee: '5 to 2' }, 'upside-down', 'fee')
  refused({ ...fixed, fee: '€5' }, 'other-currency', 'fee')
  refused({ ...fixed, margin: NaN }, 'not-a-number', 'margin')
  refused({ ...fixed, creators: [{ followers: 5000 }, { fee: -1 }] }, 'out-of-range', 'creators[1].fee')
  refused({ ...fixed, seed: 2 ** 54 }, 'out-of-range', 'seed')
})

test('the table carries inputs, results and edition', () => {
  const { csv } = mf.simulate({ ...fixed, csv: true })
  assert(csv)
  const { rows } = mf.table(csv)
  assert.deepEqual(rows[0], ['part', 'key', 'name', 'unit', 'value', 'p5', 'p50', 'p95', 'mean', 'source'])
  const row = (/** @type {string} */ part, /** @type {string} */ key) => rows.find((cells) => cells[0] === part && cells[1] === key)
  assert.equal(row('input', 'margin')?.[4], '0.5')
  assert.equal(row('result', 'reach')?.[6], '6000')
  assert.equal(row('computed with', 'benchmarks')?.[4], mf.benchmarks().recordsVersion)
  assert.equal(row('computed with', 'version')?.[4], mf.version)
})

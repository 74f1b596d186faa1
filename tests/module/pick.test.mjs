import assert from 'node:assert/strict'
import test from 'node:test'

import { load } from './microfluence.mjs'

const mf = await load()

const creators = [
  { handle: 'a', followers: 20_000, engagementRate: 0.05, fee: 100 },
  { handle: 'b', followers: 20_000, engagementRate: 0.01, fee: 100 },
  { handle: 'c', followers: 20_000, engagementRate: 0.03, fee: 150 },
  { handle: 'd', followers: 20_000, engagementRate: 0.09, fee: 900 },
]
/** @type {Omit<import('../../web/microfluence.d.mts').PickRequest, 'creators'>} */
const request = { platform: 'instagram', budget: 250, postsPerCreator: 1 }
const roster = 'Handle,Platform,Followers,ER,Fee\n@a,Instagram,20000,5%,$100\n@b,Instagram,20000,1%,$100\n@c,Instagram,20000,3%,$150\n@d,Instagram,20000,9%,$900\n'

/** @param {unknown} wrong @param {string} code @param {string} [field] */
function refused(wrong, code, field) {
  assert.throws(
    () => mf.pick(/** @type {any} */ (wrong)),
    (/** @type {any} */ error) => error.code === code && error.field === field && /\.$/.test(error.message),
    `${code} ${field}`,
  )
}

test('the best set under a budget is proven, and plan B does without its best', () => {
  const answer = mf.pick({ ...request, creators })
  assert.deepEqual(answer.picked, ['a', 'c'])
  assert.equal(answer.spend, 250)
  assert.equal(answer.optimal, true)
  assert.equal(answer.gap, 0)
  assert.equal(answer.planB?.without, 'a')
  assert.deepEqual(answer.planB?.picked, ['b', 'c'])
  assert.deepEqual(answer.creators.map((creator) => creator.picked), [true, false, true, false])
  for (const { share } of answer.stability) assert(share > 0 && share <= 1)
})

test('a list of creators is read in place, as text or as bytes', () => {
  const given = mf.pick({ ...request, creators })
  for (const input of [roster, new TextEncoder().encode(roster), new TextEncoder().encode(roster).buffer]) {
    const read = mf.pick({ ...request, roster: input })
    assert.deepEqual([read.picked, read.value, read.stability], [given.picked, given.value, given.stability])
    assert.equal(read.reading?.format, 'roster-csv')
  }
})

test('bounds, must-haves and exclusions', () => {
  assert.deepEqual(mf.pick({ ...request, creators, include: ['@B'] }).picked, ['a', 'b'])
  assert.deepEqual(mf.pick({ ...request, creators, exclude: ['a'] }).picked, ['b', 'c'])
  assert.deepEqual(mf.pick({ ...request, creators, maxPerTier: { micro: 1 } }).picked, ['a'])
  const nothing = mf.pick({ ...request, creators, minCreators: 4 })
  assert.deepEqual(nothing.picked, [])
  assert.match(nothing.infeasible ?? '', /\.$/)
})

test('what makes no sense is refused with its place', () => {
  refused({ creators }, 'missing', 'budget')
  refused({ ...request }, 'missing', 'creators')
  refused({ ...request, creators, roster }, 'wrong-type', 'roster')
  refused({ ...request, roster: 5 }, 'bad-argument')
  refused({ ...request, roster: '' }, 'empty-input')
  refused({ ...request, roster: '12.3K followers' }, 'not-a-roster', 'roster')
  refused({ ...request, creators: [{ ...creators[0], followers: NaN }] }, 'not-a-number', 'creators[0].followers')
  refused({ ...request, creators, objective: 'profit' }, 'missing', 'orderValue')
  refused(null, 'bad-argument')
})

test('the table has every row', () => {
  const { csv } = mf.pick({ ...request, creators, csv: true })
  assert(csv)
  const { rows } = mf.table(csv)
  assert.deepEqual(rows.slice(1, 5).map((row) => [row[0], row[9]]), [['a', 'yes'], ['b', 'no'], ['c', 'yes'], ['d', 'no']])
  assert(rows.some((row) => row[0] === 'seed' && row[1] === '1'))
})

import assert from 'node:assert/strict'
import test from 'node:test'

import { load } from './microfluence.mjs'

const mf = await load()

/** @param {import('../../web/microfluence.d.mts').Analysis} analysis @param {string} by @param {string[]} actions */
const rate = (analysis, by, actions) =>
  analysis.engagement.find((e) => e.by === by && e.actions.join() === actions.join())

/** @param {() => unknown} run @returns {import('../../web/microfluence.d.mts').MicrofluenceError} */
function failure(run) {
  try {
    run()
  } catch (error) {
    assert(error instanceof Error)
    return /** @type {import('../../web/microfluence.d.mts').MicrofluenceError} */ (error)
  }
  assert.fail('nothing was thrown')
}

/** @param {unknown} request @param {string} code @param {string} [field] */
function refused(request, code, field) {
  const error = failure(() => mf.analyze(/** @type {any} */ (request)))
  assert.equal(error.code, code)
  assert.equal(error.field, field)
  assert.match(error.message, /\.$/)
}

const golden = { likes: 800, comments: 40, saves: 30, shares: 20, reach: 7500, views: 9000 }

test('the golden post: 3.20 % of likes, 3.36 % with comments, 11.87 % of all four by reach', () => {
  const analysis = mf.analyze({ platform: 'instagram', followers: 25_000, posts: [golden] })
  assert.equal(rate(analysis, 'followers', ['likes'])?.median, 0.032)
  assert.equal(rate(analysis, 'followers', ['likes', 'comments'])?.median, 0.0336)
  assert.equal(rate(analysis, 'reach', ['likes', 'comments', 'shares', 'saves'])?.median, 890 / 7500)
  assert.equal(analysis.engagement[0].median, 0.0336)
  assert.equal(analysis.verdict?.isMicro, true)
  assert.equal(analysis.verdict?.articlesAgree, 4)
})

test('the golden post, read from a table and handed on', () => {
  const reading = mf.read(
    'Date,Likes,Comments,Saves,Shares,Reach,Views\n2026-01-05,800,40,30,20,"7,500","9,000"\n',
    { platform: 'instagram', followers: '25,000' },
  )
  assert.equal(reading.account.followers, 25_000)
  assert.deepEqual(reading.needs.includes('followers'), false)
  const analysis = mf.analyze({ ...reading.account, posts: reading.posts })
  assert.equal(rate(analysis, 'followers', ['likes', 'comments'])?.median, 0.0336)
  assert.equal(rate(analysis, 'reach', ['likes', 'comments', 'shares', 'saves'])?.median, 890 / 7500)
})

test('500 likes at 20,000 followers are 2.5 %', () => {
  assert.equal(mf.analyze({ followers: 20_000, posts: [{ likes: 500 }] }).engagement[0].median, 0.025)
  assert.equal(mf.analyze({ followers: 20_000, posts: [{ likes: 500, comments: 0 }] }).engagement[0].median, 0.025)
})

test('one number gives a verdict with its sources', () => {
  const { verdict, schemes, next } = mf.analyze({ followers: 25_000 })
  assert(verdict && verdict.isMicro && verdict.agree > verdict.of / 2 && verdict.tier === 'micro')
  assert.equal(schemes.filter((s) => s.counted).length, verdict.of)
  assert.equal(schemes.filter((s) => s.counted && s.isMicro).length, verdict.agree)
  for (const scheme of schemes) assert(scheme.publisher && (scheme.url || scheme.article))
  assert.deepEqual(next, { tier: 'macro', followers: 100_000, missing: 75_000 })
})

test('a rounded count says where it is unsure', () => {
  assert.equal(mf.analyze({ followers: '50K' }).verdict?.uncertain, true)
  assert.equal(mf.analyze({ followers: '12.3K' }).verdict?.uncertain, false)
  assert.deepEqual(mf.analyze({ followers: '12.3K' }).followersRange, [12_250, 12_350])
})

test('numbers that are none are refused with their place', () => {
  refused({ followers: NaN }, 'not-a-number', 'followers')
  refused({ followers: Infinity }, 'out-of-range', 'followers')
  refused({ followers: 1e400 }, 'out-of-range', 'followers')
  refused({ followers: -5 }, 'out-of-range', 'followers')
  refused({ followers: 1234.5 }, 'out-of-range', 'followers')
  refused({ followers: 10, posts: [{}, { likes: NaN }] }, 'not-a-number', 'posts[1].likes')
  refused({ followers: 10, posts: [{ likes: -1 }] }, 'out-of-range', 'posts[0].likes')
  refused({ followers: 10, posts: [{ likes: '12' }] }, 'not-a-number', 'posts[0].likes')
  refused({ followers: 'many' }, 'not-a-number', 'followers')
  refused({}, 'missing', 'followers')
  refused({ followers: 10, platform: 'myspace' }, 'unknown-platform', 'platform')
})

test('arguments of the wrong type are TypeErrors', () => {
  for (const request of [undefined, null, 5, 'text', [], () => 1]) {
    const error = failure(() => mf.analyze(/** @type {any} */ (request)))
    assert(error instanceof TypeError)
    assert.equal(error.code, 'bad-argument')
  }
  refused({ followers: 10n }, 'bad-argument', 'followers')
  refused({ followers: 10, posts: [{ likes: () => 1 }] }, 'bad-argument', 'posts[0].likes')
  refused({ followers: 10, posts: [{ publishedAt: new Date(NaN) }] }, 'bad-argument', 'posts[0].publishedAt')
  /** @type {Record<string, unknown>} */
  const cycle = { followers: 10 }
  cycle.self = cycle
  assert.equal(failure(() => mf.analyze(cycle)).code, 'bad-argument')
})

test('dates, half characters, undefined and unknown keys do no harm', () => {
  const post = { publishedAt: new Date(0), caption: 'cut \ud83d', likes: 5, comments: undefined, mood: { deep: [1] } }
  const analysis = mf.analyze(/** @type {any} */ ({ followers: 100, posts: [post], extra: { a: 1 } }))
  assert.equal(analysis.engagement[0].median, 0.05)
})

test('the request is left as it was', () => {
  const request = { followers: 100, posts: [{ likes: 5, caption: 'cut \ud83d' }] }
  const before = structuredClone(request)
  mf.analyze(request)
  assert.deepEqual(request, before)
})

test('ten thousand posts are answered', () => {
  const posts = Array.from({ length: 10_000 }, (_, i) => ({ likes: i % 997, comments: i % 13, reach: 5000 + i }))
  const analysis = mf.analyze({ followers: 25_000, posts })
  assert.equal(analysis.engagement[0].posts, 10_000)
})

test('the records in use are listed with publisher, place and bands', () => {
  const { version, schemes } = mf.benchmarks()
  assert(version)
  assert(schemes.length >= 50)
  assert.equal(new Set(schemes.map((s) => s.id)).size, schemes.length)
  for (const scheme of schemes) assert(scheme.bands.length > 0 && scheme.grade)
})

test('two loads live side by side', async () => {
  const other = await load()
  assert.equal(other.version, mf.version)
  assert.match(mf.version, /^\d+\.\d+\.\d+$/)
  assert.deepEqual(other.analyze({ followers: 5000 }), mf.analyze({ followers: 5000 }))
})

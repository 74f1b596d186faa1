// The published figures and the claims: what the module gives out, and what the build refuses.
import assert from 'node:assert/strict'
import test from 'node:test'
import { load } from './microfluence.mjs'
import { build, table } from './table-builder.mjs'

const mf = await load()
const { records, claims, recordsVersion, schemes } = mf.benchmarks()

test('every record of the table comes out, and no other', () => {
  const written = table('benchmarks')
  assert.equal(recordsVersion, written.version)
  assert.deepEqual(
    records.map(({ id }) => id),
    written.records.map((/** @type {{id: string}} */ { id }) => id),
  )
  for (const [i, record] of records.entries()) assert.deepEqual(record.figures, written.records[i].figures, record.id)
})

test('every record names its publisher, its page and its grade', () => {
  for (const record of records) {
    assert.ok(record.publisher && record.title && record.definition && record.unit, record.id)
    assert.match(record.grade, /^[A-DS]$/, record.id)
    if (record.grade === 'S') assert.match(record.publisher, /^Article 00[0-4]/, record.id)
    else assert.match(record.url ?? '', /^https?:\/\/\S+\.\S+/, record.id)
  }
})

test('every rate of engagement says what it is divided by and what it counts', () => {
  for (const record of records) {
    const isRate = record.metric === 'engagement_rate'
    if (isRate) assert.ok(record.by, record.id)
    assert.equal(Array.isArray(record.actions), isRate, record.id)
  }
})

test('no rate of engagement rests on hearsay', () => {
  assert.deepEqual(
    records.filter(({ metric, grade }) => metric === 'engagement_rate' && grade === 'D'),
    [],
  )
})

test("no publisher's ladder gives two figures for one size", () => {
  const every = ({ min, max }) => min === 0 && max === null
  for (const a of records) {
    for (const b of records) {
      if (a === b || every(a.band) !== every(b.band)) continue
      const same = ['source', 'metric', 'platform', 'group', 'unit', 'by'].every((key) => a[key] === b[key]) && String(a.actions) === String(b.actions)
      if (!same || !Object.keys(a.figures).some((statistic) => statistic in b.figures)) continue
      const apart = (a.band.max ?? Infinity) <= b.band.min || (b.band.max ?? Infinity) <= a.band.min
      assert.ok(apart, `${a.id} and ${b.id}`)
    }
  }
})

test('the records of one page share its source', () => {
  const pages = new Map()
  for (const { source, publisher, via, title, year, url } of records) {
    const page = JSON.stringify([publisher, via, title, year, url])
    assert.equal(pages.get(source) ?? page, page, source)
    pages.set(source, page)
  }
})

test('figures that are known to be printed wrong are given as they are read', () => {
  const record = (/** @type {string} */ id) => records.find((r) => r.id === id)
  // Modash's TikTok table of 2023 and its YouTube table say views, at the level of followers.
  assert.equal(record('B0213')?.by, 'followers')
  assert.equal(record('B0220')?.by, 'followers')
  assert.equal(record('B0206')?.by, 'views')
  // HypeAuditor 2018 prints its median above its average.
  assert.deepEqual(record('B0131')?.figures, { median: 0.0228 })
  assert.deepEqual(record('B0137')?.figures, { mean: 0.0376 })
})

test('the four famous claims come first', () => {
  assert.deepEqual(
    claims.slice(0, 4).map(({ id }) => id),
    ['claim-60-percent', 'claim-82-percent', 'claim-22-times', 'claim-70-percent'],
  )
})

test('every claim has an article, says what is known of it, and points to records that exist', () => {
  const ids = new Set(records.map(({ id }) => id))
  const articles = new Set(schemes.map(({ article }) => article))
  for (const claim of claims) {
    assert.ok(claim.says && claim.tracesTo, claim.id)
    for (const article of claim.articles) assert.ok(articles.has(article), `${claim.id}: ${article}`)
    for (const record of claim.records) assert.ok(ids.has(record), `${claim.id}: ${record}`)
    if (claim.status === 'traced' || claim.status === 'misapplied') assert.ok(claim.records.length > 0, claim.id)
  }
})

test('the tables as they are pass', () => {
  assert.deepEqual(
    build('benchmarks', () => {}),
    { status: 0, message: '' },
  )
  assert.deepEqual(
    build('claims', () => {}),
    { status: 0, message: '' },
  )
})

/** @param {any} benchmarks @param {string} id */
const record = (benchmarks, id) => benchmarks.records.find((/** @type {any} */ r) => r.id === id)
/** @param {any} benchmarks @param {string} id */
const source = (benchmarks, id) => benchmarks.sources.find((/** @type {any} */ s) => s.id === id)

for (const [what, change, sentence] of /** @type {[string, (table: any) => void, RegExp][]} */ ([
  ['a misspelt key', (t) => (record(t, 'B0197').tier = 'nano'), /record B0197: unknown key "tier"\./],
  ['a metric that does not exist', (t) => (record(t, 'B0197').metric = 'engagement'), /record B0197: metric must be one of/],
  ['a platform that does not exist', (t) => (record(t, 'B0197').platform = 'myspace'), /record B0197: platform must be one of/],
  ['a statistic that does not exist', (t) => (record(t, 'B0197').figures.average = 0.03), /record B0197: unknown statistic "average"/],
  ['a grade that does not exist', (t) => (record(t, 'B0197').grade = 'E'), /record B0197: grade must be one of/],
  ['no source', (t) => delete record(t, 'B0197').source, /record B0197 has no source\./],
  ['an unknown source', (t) => (record(t, 'B0197').source = 'hearsay'), /record B0197: there is no source "hearsay"\./],
  ['a source without an address', (t) => (source(t, 'modash-instagram').url = ''), /source "modash-instagram" has no address/],
  ['a source that nobody uses', (t) => (record(t, 'B0471').source = record(t, 'B0471a').source = 'modash-instagram'), /source "metricool-2025" is used by no record\./],
  ['the same source twice', (t) => t.sources.push(t.sources[0]), /source "markerly-2016" is listed twice/],
  ['a rate of engagement without a denominator', (t) => delete record(t, 'B0197').by, /record B0197: a rate of engagement needs by/],
  ['a denominator that does not exist', (t) => (record(t, 'B0197').by = 'fans'), /record B0197: by must be one of/],
  ['a rate that does not say what it counts', (t) => delete record(t, 'B0197').actions, /record B0197: actions belong to every rate of engagement/],
  ['an action that does not exist', (t) => record(t, 'B0197').actions.push('stars'), /record B0197: unknown action "stars"/],
  ['a percent taken for a fraction', (t) => (record(t, 'B0131').figures.median = 2.28), /record B0131: median is 2.28, but a fraction is at most 1/],
  ['a negative figure', (t) => (record(t, 'B0131').figures.median = -0.02), /record B0131: median must be a number, 0 or more\./],
  ['an upside-down band', (t) => (record(t, 'B0197').band = [5000, 1000]), /record B0197: the band's min must lie below its max\./],
  ['a band of text', (t) => (record(t, 'B0197').band = '1K-5K'), /record B0197: band must be \[min, max\], or null/],
  ['a median outside its quartiles', (t) => (record(t, 'B0265').figures.median = 0.5), /record B0265: median must not exceed p75\./],
  ['an upside-down range', (t) => (record(t, 'B0410').figures.low = 50), /record B0410: low must not exceed high\./],
  ['no figures', (t) => (record(t, 'B0197').figures = {}), /record B0197 has no figures\./],
  ['the same id twice', (t) => t.records.push(record(t, 'B0197')), /record B0197 is listed twice/],
  ['a ladder that overlaps itself', (t) => (record(t, 'B0197').band = [1000, 6000]), /record B0197 and record B0198 give the same for bands that overlap/],
  ['an overlap without a note', (t) => Object.assign(record(t, 'B0142'), { overlap: true }), /record B0142 overlaps and needs a note/],
])) {
  test(`${what} stops the build`, () => {
    const { status, message } = build('benchmarks', change)
    assert.equal(status, 1)
    assert.match(message, sentence)
  })
}

test('an overlap that the publisher is known for passes with a note', () => {
  const { status } = build('benchmarks', (t) => Object.assign(record(t, 'B0197'), { band: [1000, 6000], overlap: true, note: 'As printed.' }))
  assert.equal(status, 0)
})

test('reach and views per follower may exceed 1', () => {
  const { status } = build('benchmarks', (t) => (record(t, 'B0444').figures.median = 1.2))
  assert.equal(status, 0)
})

for (const [what, change, sentence] of /** @type {[string, (table: any) => void, RegExp][]} */ ([
  ['a record that is not in the table', (t) => (t.claims[0].records = ['B9999']), /"claim-60-percent": there is no record B9999/],
  ['a status that does not exist', (t) => (t.claims[0].status = 'true'), /"claim-60-percent": status must be one of/],
  ['no article', (t) => (t.claims[0].articles = []), /"claim-60-percent" names no article\./],
  ['a sixth article', (t) => (t.claims[0].articles = ['005']), /"claim-60-percent": an article is "000" to "004"\./],
  ['nothing known of it', (t) => delete t.claims[0].tracesTo, /"claim-60-percent": tracesTo, what is known of it, is missing\./],
  ['the same id twice', (t) => t.claims.push(t.claims[0]), /"claim-60-percent" is listed twice/],
])) {
  test(`a claim with ${what} stops the build`, () => {
    const { status, message } = build('claims', change)
    assert.equal(status, 1)
    assert.match(message, sentence)
  })
}

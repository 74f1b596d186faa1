import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import test from 'node:test'

import { load } from './microfluence.mjs'

const mf = await load()

/** @type {{name: string, csv: Buffer, json: Buffer}[]} */
const spectrum = await new Promise((resolve, reject) => {
  const csvSpectrum = createRequire(import.meta.url)('csv-spectrum')
  csvSpectrum((/** @type {Error | null} */ error, /** @type {any} */ files) => (error ? reject(error) : resolve(files)))
})

/**
 * One of the twelve contradicts itself: its JSON is not a list and has another telephone number than its CSV
 * (github.com/max-mapper/csv-spectrum, issues 20 and 22).
 * @param {string} name @param {any} json
 */
const expected = (name, json) =>
  name === 'location_coordinates' ? [{ ...json, 'Contact Phone Number': '2095257564' }] : json

test('csv-spectrum has its twelve files', () => assert.equal(spectrum.length, 12))

for (const { name, csv, json } of spectrum) {
  test(`csv-spectrum ${name}: every cell as expected`, () => {
    const [header, ...rows] = mf.table(csv).rows
    assert.deepEqual(
      rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i]]))),
      expected(name, JSON.parse(json.toString())),
    )
  })
}

test('text, bytes, a slice of bytes and a buffer are the same input', () => {
  const text = 'a;b\n"é ""x""";2\n'
  const bytes = new TextEncoder().encode(text)
  const padded = new Uint8Array([1, 2, 3, ...bytes, 4, 5])
  const expected = mf.table(text)
  assert.deepEqual(expected.rows, [['a', 'b'], ['é "x"', '2']])
  assert.equal(expected.delimiter, ';')
  assert.deepEqual(mf.table(bytes), expected)
  assert.deepEqual(mf.table(padded.subarray(3, 3 + bytes.length)), expected)
  assert.deepEqual(mf.table(bytes.buffer), expected)
})

test('input that is no input is a TypeError', () => {
  for (const input of [undefined, null, 5, {}, [], true]) {
    for (const run of [mf.read, mf.table]) {
      assert.throws(() => run(/** @type {any} */ (input)), { name: 'TypeError', code: 'bad-argument' })
    }
  }
})

test('refusals carry a code and a sentence', () => {
  for (const [input, code] of /** @type {[string | Uint8Array, string][]} */ ([
    ['', 'empty-input'],
    [' \n\n', 'empty-input'],
    [new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37, 0x0a]), 'pdf-input'],
    [new Uint8Array(128 * 1024 * 1024 + 1).fill(65), 'too-large'],
  ])) {
    assert.throws(() => mf.read(input), (error) => {
      assert(error instanceof Error && 'code' in error)
      assert.equal(error.code, code)
      assert.match(error.message, /\w.*\.$/s)
      return true
    })
  }
})

test('wrong hints are refused with their place', () => {
  const csv = 'likes,comments\n5,1\n'
  assert.throws(() => mf.read(csv, /** @type {any} */ ({ platform: 'myspace' })), { code: 'unknown-platform', field: 'platform' })
  assert.throws(() => mf.read(csv, { followers: NaN }), { code: 'not-a-number', field: 'followers' })
  assert.throws(() => mf.read(csv, { followers: -5 }), { code: 'out-of-range', field: 'followers' })
  assert.throws(() => mf.read(csv, /** @type {any} */ ({ fileName: 5 })), { code: 'wrong-type', field: 'fileName' })
  assert.throws(() => mf.read(csv, /** @type {any} */ ('hints')), { code: 'bad-argument' })
})

test('a large table leaves the module as able as before', () => {
  const rows = 'one,two,three\n' + 'alpha,"be ""ta""",12345\n'.repeat(400_000)
  assert.equal(mf.table(rows).rows.length, 400_001)
  assert.equal(mf.table('a,b\n1,2\n').rows.length, 2)
})

test('the columns of a table can be told', () => {
  const csv = 'Tag;Herzen;Likes\n2025-01-02;100;5\n2025-02-03;90;4\n'
  const read = mf.read(csv, { columns: { Herzen: 'likes', Tag: 'publishedAt' } })
  assert.deepEqual(read.posts.map(({ likes, publishedAt }) => [likes, publishedAt]), [[100, '2025-01-02'], [90, '2025-02-03']])
  assert.deepEqual(read.mapping, [
    { column: 'Tag', field: 'publishedAt' },
    { column: 'Herzen', field: 'likes' },
    { column: 'Likes', field: null },
  ])
  assert.equal(mf.read(csv, { columns: { Likes: 'comments', Herzen: null } }).posts[0].comments, 5)
})

test('the mapping of a reading can be given back', () => {
  const csv = 'Handle,URL,Followers,Avg likes,Mood\na,https://www.instagram.com/a,1000,50,1\nb,https://www.instagram.com/b,2000,60,2\n'
  const untold = mf.read(csv)
  assert.deepEqual(mf.read(csv, { columns: untold.mapping }), untold)
  const columns = untold.mapping.map(({ column, field }) => ({ column, field: column === 'Mood' ? 'comments' : field }))
  assert.equal(mf.read(csv, { columns }).creators[1].comments, 2)
})

test('a table of no use names its columns, and a column that is not there is refused', () => {
  const csv = 'Wer;Abo-Stand\nada;12.300\nben;4.500\n'
  assert.throws(() => mf.read(csv), { code: 'no-usable-columns', columns: ['Wer', 'Abo-Stand'] })
  assert.equal(mf.read(csv, { columns: { 'Abo-Stand': 'followers' } }).creators[0].followers, 12300)
  assert.throws(() => mf.read(csv, { columns: { Abos: 'followers' } }), { code: 'unknown-column', field: 'Abos' })
  assert.throws(() => mf.read(csv, /** @type {any} */ ({ columns: { Wer: 'name' } })), { code: 'unknown-field', field: 'Wer' })
  assert.throws(() => mf.read(csv, /** @type {any} */ ({ columns: 'Wer' })), { code: 'wrong-type', field: 'columns' })
  assert.throws(() => mf.read(csv, /** @type {any} */ ({ columns: { Wer: 5 } })), { code: 'wrong-type', field: 'columns.Wer' })
})

test('the columns of a list to pick from can be told', () => {
  const roster = 'wer,abos,rate,kosten\nana,20000,5%,150\nben,30000,2%,200\n'
  const columns = { wer: 'handle', abos: 'followers', rate: 'engagementRate', kosten: 'fee' }
  const { picked } = mf.pick({ platform: 'instagram', budget: 160, roster, columns: /** @type {any} */ (columns) })
  assert.deepEqual(picked, ['ana'])
})

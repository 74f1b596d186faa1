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

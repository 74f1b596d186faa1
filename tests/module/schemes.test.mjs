// The build refuses a table of schemes with a bad record, and says which.
import assert from 'node:assert/strict'
import test from 'node:test'
import { build } from './table-builder.mjs'

/** @param {any} table @param {string} id */
const scheme = (table, id) => table.schemes.find((/** @type {any} */ s) => s.id === id)

test('the table as it is passes', () => assert.deepEqual(build('schemes', () => {}), { status: 0, message: '' }))

for (const [what, change, sentence] of /** @type {[string, (table: any) => void, RegExp][]} */ ([
  ['no publisher', (t) => delete scheme(t, 'iab-uk').publisher, /"iab-uk" has no publisher/],
  ['no address', (t) => (scheme(t, 'iab-uk').url = ''), /"iab-uk" has no address/],
  ['a grade that does not exist', (t) => (scheme(t, 'iab-uk').grade = 'E'), /"iab-uk": grade must be one of/],
  ['a platform that does not exist', (t) => (scheme(t, 'iab-uk').platform = 'myspace'), /"iab-uk": platform must be one of/],
  ['the same id twice', (t) => t.schemes.push(scheme(t, 'iab-uk')), /"iab-uk" is listed twice/],
  ['overlapping bands', (t) => (scheme(t, 'iab-uk').bands[0].max = 10001), /"iab-uk": "nano" and "micro" overlap/],
  ['an upside-down band', (t) => (scheme(t, 'iab-uk').bands[0].min = 20000), /"iab-uk", band 1: min must lie below max/],
  ['a fraction of a follower', (t) => (scheme(t, 'iab-uk').bands[0].min = 0.5), /"iab-uk", band 1: min must be a whole number/],
  ['a band without its record', (t) => delete scheme(t, 'iab-uk').bands[0].record, /"iab-uk", band 1: record must name/],
  ['a misspelt key', (t) => (scheme(t, 'iab-uk').pubisher = 'x'), /"iab-uk": unknown key "pubisher"/],
  ['no schemes', (t) => (t.schemes = []), /at least one scheme/],
])) {
  test(`${what} stops the build`, () => {
    const { status, message } = build('schemes', change)
    assert.equal(status, 1)
    assert.match(message, sentence)
  })
}

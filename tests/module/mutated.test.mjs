// Ten thousand broken inputs: every fixture there is, damaged as files are (and as nobody would), through the module. Each
// ends in a reading or in an error that says what is wrong, none in a fault of the core, and none takes a second.
//
// The same inputs each time. MF_SEED=7 makes others, MF_INPUT=1234 looks at that one alone and writes it to a file.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import test from 'node:test'
import { fileURLToPath } from 'node:url'

import { workbookOf, zipOf } from './archives.mjs'
import { load } from './microfluence.mjs'

const inputs = 10_000
const seed = Number(process.env.MF_SEED ?? 1)
const only = process.env.MF_INPUT === undefined ? undefined : Number(process.env.MF_INPUT)

const mf = await load()

// ---- What is damaged ----------------------------------------------------------------------------------------------

const data = fileURLToPath(new URL('../data/', import.meta.url))
const largest = 8 << 10

/** @type {Map<string, Buffer>} by name */
const fixtures = new Map()
for (const name of readdirSync(data, { recursive: true, encoding: 'utf8' }).sort()) {
  if (!/\.\w+$/.test(name) || name.endsWith('shows.txt')) continue
  fixtures.set(name.replaceAll(path.sep, '/'), readFileSync(path.join(data, name)).subarray(0, largest))
}

/** @param {string} name */
const file = (name) => fixtures.get(`exports/${name}`) ?? assert.fail(`There is no fixture ${name}.`)
/** @param {string} name @returns {string[][]} */
const cellsOf = (name) => mf.table(file(name)).rows

const made = {
  'instagram.zip': zipOf({
    'someone/connections/followers_and_following/followers_1.json': file('instagram-followers.json'),
    'someone/logged_information/past_instagram_insights/audience_insights.json': file('instagram-audience-insights.json'),
    'someone/logged_information/past_instagram_insights/posts.json': file('instagram-posts-insights.json'),
    'someone/logged_information/past_instagram_insights/reels.html': file('instagram-posts.html'),
    'someone/messages/inbox/message_1.json': '{"messages":[]}',
    '__MACOSX/someone/._posts.json': 'Mac OS X',
  }),
  'x.zip': zipOf({ 'data/account.js': file('x-account.js'), 'data/tweets.js': file('x-tweets.js') }),
  'youtube.zip': zipOf({ 'Table data.csv': file('youtube-studio.csv'), 'Totals.csv': 'Date,Views\n2025-01-01,10\n' }),
  'tiktok.zip': zipOf({ 'Content.csv': file('tiktok-content.csv'), 'FollowerHistory.csv': file('tiktok-follower-history.csv') }),
  'linkedin.xlsx': workbookOf({
    DISCOVERY: [['Overall Performance', '8/7/2023 - 8/5/2024'], ['Impressions', '70416'], ['Members reached', '28517']],
    ENGAGEMENT: [['Date', 'Impressions', 'Engagements'], ['9/18/2023', 2, 0], ['8/7/2023', 210, -3], ['8/8/2023', 190, 4]],
    'TOP POSTS': [
      ['Maximum of 50 posts available to include in this list'],
      [],
      ['Post URL', 'Post publish date', 'Engagements', '', 'Post URL', 'Post publish date', 'Impressions'],
      ['https://www.linkedin.com/feed/update/urn:li:activity:1', '9/18/2023', 30, '', 'https://www.linkedin.com/feed/update/urn:li:activity:2', '9/20/2023', 9000],
    ],
    FOLLOWERS: [['Total followers on 8/5/2024:', '782'], [], ['Date', 'New followers'], ['8/7/2023', '3']],
  }),
  'roster.xlsx': workbookOf({ List: cellsOf('roster.csv') }),
  'nested.zip': Buffer.alloc(0),
}
made['nested.zip'] = zipOf({ 'inner.zip': made['youtube.zip'], 'read me.txt': 'nothing' })
for (const [name, bytes] of Object.entries(made)) fixtures.set(name, bytes)

// ---- How ----------------------------------------------------------------------------------------------------------

/** A generator of numbers (Sebastiano Vigna's SplitMix, 32 bits wide). @param {number} state */
function numbers(state) {
  const next = () => {
    state = (state + 0x9e3779b9) | 0
    let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return (z ^ (z >>> 15)) >>> 0
  }
  /** @param {number} end @returns {number} 0 to end - 1 */
  const below = (end) => next() % Math.max(end, 1)
  return {
    below,
    /** @template T @param {readonly T[]} list @returns {T} */
    oneOf: (list) => list[below(list.length)],
  }
}
/** @typedef {ReturnType<typeof numbers>} Numbers */

/** @param {Buffer} bytes @param {number} from @param {number} until @param {Uint8Array} instead */
const replaced = (bytes, from, until, instead) => Buffer.concat([bytes.subarray(0, from), instead, bytes.subarray(until)])

/** A part of the bytes, at most `most` of them. @param {Buffer} bytes @param {Numbers} random @returns {[number, number]} */
const part = (bytes, random, most = bytes.length) => {
  const from = random.below(bytes.length)
  return [from, Math.min(bytes.length, from + 1 + random.below(most))]
}

/** Where a byte stands that is one of these; anywhere if none does. @param {Buffer} bytes @param {string} marks @param {Numbers} random */
const placeOf = (bytes, marks, random) => {
  const start = random.below(bytes.length)
  for (let at = start; at < bytes.length; at++) if (marks.includes(String.fromCharCode(bytes[at]))) return at
  return start
}

/** @param {Buffer} bytes @param {(text: string) => string} change every byte a letter */
const asText = (bytes, change) => Buffer.from(change(bytes.toString('latin1')), 'latin1')

const oddNumbers = ['', '0', '-1', '1e5', '1e309', '99999999999999999999', '0.000001', '1.234', '1,234.5', '12.3K', '1,2 Mio.', 'NaN', 'inf', '0x1A', '٣٠٠', '--', '%', '50%', '45292', '31/02/2025', '(5)']
const marks = [',', ';', '\t', '|', '"', "'", '\n', '\r', '\r\n', '""', '<', '>', '{', '}', '[', ']', ':', '\\', '\0', '&#', '&#x110000;', '<td>', '</table>', '\\ud800', 'sep=']

/** @type {Record<string, (bytes: Buffer, random: Numbers, other: Buffer) => Buffer>} */
const damages = {
  'a bit the other way': (bytes, random) => {
    const copy = Buffer.from(bytes)
    if (copy.length) copy[random.below(copy.length)] ^= 1 << random.below(8)
    return copy
  },
  'another byte': (bytes, random) => {
    const copy = Buffer.from(bytes)
    if (copy.length) copy[random.below(copy.length)] = random.below(256)
    return copy
  },
  'bytes in between': (bytes, random) => {
    const at = random.below(bytes.length + 1)
    return replaced(bytes, at, at, Buffer.from(Array.from({ length: 1 + random.below(8) }, () => random.below(256))))
  },
  'bytes missing': (bytes, random) => replaced(bytes, ...part(bytes, random, 16), Buffer.alloc(0)),
  'cut at the end': (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  'cut at the start': (bytes, random) => bytes.subarray(random.below(bytes.length + 1)),
  'a part twice': (bytes, random) => {
    const [from, until] = part(bytes, random, 400)
    return replaced(bytes, until, until, bytes.subarray(from, until))
  },
  'a part many times': (bytes, random) => {
    const [from, until] = part(bytes, random, 40)
    return replaced(bytes, until, until, Buffer.concat(Array(1 + random.below(200)).fill(bytes.subarray(from, until))))
  },
  'a part of another fixture': (bytes, random, other) => replaced(bytes, ...part(bytes, random), other.subarray(...part(other, random))),
  'the head of one, the tail of another': (bytes, random, other) =>
    Buffer.concat([bytes.subarray(0, random.below(bytes.length + 1)), other.subarray(random.below(other.length + 1))]),
  'another number': (bytes, random) => {
    const from = placeOf(bytes, '0123456789', random)
    let until = from
    while (until < bytes.length && bytes[until] >= 48 && bytes[until] <= 57) until++
    return replaced(bytes, from, until, Buffer.from(random.oneOf(oddNumbers)))
  },
  'another delimiter in all of it': (bytes, random) => asText(bytes, (text) => text.replaceAll(random.oneOf([',', ';', '\t', '"', '\n', ':']), random.oneOf(marks))),
  'a mark in between': (bytes, random) => {
    const at = placeOf(bytes, ',;\t"\n<>{}[]:', random)
    return replaced(bytes, at, at + random.below(2), Buffer.from(random.oneOf(marks)))
  },
  'NULs': (bytes, random) => replaced(bytes, ...part(bytes, random, 4), Buffer.alloc(1 + random.below(6))),
  'as UTF-16': (bytes, random) => {
    const wide = Buffer.from(`${random.oneOf(['\ufeff', ''])}${bytes.toString()}`, 'utf16le')
    for (let i = random.below(4); i > 0 && wide.length > 1; i--) wide.writeUInt16LE(0xd800 + random.below(0x800), random.below(wide.length >> 1) * 2) // half a character
    return random.below(2) ? wide : wide.subarray(0, random.below(wide.length + 1))
  },
  'lines in another order': (bytes, random) => asText(bytes, (text) => {
    const lines = text.split('\n')
    for (let i = 1 + random.below(4); i > 0; i--) {
      const [one, two] = [random.below(lines.length), random.below(lines.length)]
      ;[lines[one], lines[two]] = [lines[two], lines[one]]
    }
    return lines.join('\n')
  }),
  'a line away': (bytes, random) => asText(bytes, (text) => {
    const lines = text.split('\n')
    lines.splice(random.below(lines.length), 1 + random.below(2))
    return lines.join('\n')
  }),
  'saved once more, in quotes': (bytes, random) => asText(bytes, (text) => {
    const quote = random.oneOf(['"', "'"])
    return text.split('\n').map((line) => quote + line.replaceAll(quote, quote + quote) + quote).join('\n')
  }),
  'many levels': (bytes, random) => Buffer.concat([Buffer.from(random.oneOf(['[', '{"a":', '<table><tr><td>', '"']).repeat(random.below(300))), bytes]),
}

const names = [...fixtures.keys()]
const kinds = Object.keys(damages)

/** The input with this number, and what was done. @param {number} number */
function damaged(number) {
  const random = numbers(seed * 1_000_003 + number)
  const name = names[number % names.length]
  let bytes = fixtures.get(name) ?? Buffer.alloc(0)
  const done = []
  for (let i = random.oneOf([1, 1, 1, 2, 3, 5]); i > 0; i--) {
    const kind = random.oneOf(kinds)
    bytes = damages[kind](bytes, random, fixtures.get(random.oneOf(names)) ?? bytes).subarray(0, 4 * largest)
    done.push(kind)
  }
  return { bytes, what: `${name}: ${done.join(', ')}` }
}

// ---- What has to come of it ---------------------------------------------------------------------------------------

const faults = ['internal-error', 'out-of-memory', 'bad-argument']

/** The format or the error's code, and what is wrong with it if anything is. @param {Buffer} bytes @returns {{came: string, wrong?: string}} */
function outcome(bytes) {
  try {
    const { format, kind } = mf.read(bytes)
    return { came: format, wrong: format && kind ? undefined : 'a result without a format' }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string' || !error.code) return { came: '', wrong: `${error} without a code` }
    const isSentence = /^\S.*[.?!]$/s.test(error.message) && error.message.length <= 600
    return { came: error.code, wrong: isSentence && !faults.includes(error.code) ? undefined : `${error.code}: ${error.message}` }
  }
}

test('each fixture as it is can be read, but those that hold nothing of use', () => {
  const refused = []
  for (const [name, bytes] of fixtures) {
    const { came, wrong } = outcome(bytes)
    assert.equal(wrong, undefined, name)
    if (came.includes('-input') || came.includes('without')) refused.push(name)
  }
  assert(fixtures.size > 60, `${fixtures.size} fixtures`)
  assert.deepEqual(refused, ['exports/meta-audience.csv', 'exports/x-account.js'])
})

test(`${inputs} damaged fixtures: a result or an error with a code and a sentence, within a second`, (t) => {
  const slowest = { took: 0, place: '' }
  const failures = []
  /** @type {Map<string, number>} how often what came of it */
  const outcomes = new Map()
  const numbersToTry = only === undefined ? Array.from({ length: inputs }, (_, number) => number) : [only]
  for (const number of numbersToTry) {
    const { bytes, what } = damaged(number)
    const place = `MF_SEED=${seed} MF_INPUT=${number} (${what}, ${bytes.length} bytes)`
    if (only !== undefined) {
      const copy = path.join(tmpdir(), `mutated-${seed}-${number}`)
      writeFileSync(copy, bytes)
      t.diagnostic(`${place} is in ${copy}`)
    }
    const started = performance.now()
    const { came, wrong } = outcome(bytes)
    const took = performance.now() - started
    outcomes.set(came, (outcomes.get(came) ?? 0) + 1)
    if (took > slowest.took) Object.assign(slowest, { took, place })
    if (wrong) failures.push(`${place}: ${wrong}`)
    if (took > 1000) failures.push(`${place}: ${Math.round(took)} ms`)
  }
  t.diagnostic(`The slowest took ${slowest.took.toFixed(1)} ms: ${slowest.place}`)
  t.diagnostic([...outcomes].sort(([, one], [, other]) => other - one).map(([came, times]) => `${came} ${times}`).join(', '))
  assert.deepEqual(failures, [])
  // Inputs that are all refused for one reason would show nothing.
  if (only === undefined) assert(outcomes.size > 20 && Math.max(...outcomes.values()) < inputs / 2, `only ${[...outcomes.keys()]}`)
})

/** @type {[string, string][]} */
const longOnes = [
  ['a profile without an end', 'a|'.repeat(128 << 10)],
  ['a number after the other', '1,000 '.repeat(40_000)],
  ['cells that span a thousand columns', `<html><table><tr><th>username</th><th>followers</th></tr>${'<tr><td>a</td><td colspan=1000>5</td></tr>'.repeat(10_000)}</table>`],
  ['a table in a table in a table', `<html>${'<table><tr><td>'.repeat(60_000)}`],
  ['an object with many keys', `{${Array.from({ length: 60_000 }, (_, i) => `"key ${i}":${i}`).join()}}`],
  ['a post on many days', `Post ID,Date,Likes\n${'1,2025-01-01,5\n'.repeat(30_000)}`],
  ['thirty thousand blank rows under a table', `Post ID,Date,Likes,Note\n1,2025-01-01,5,\n2,2025-01-02,6,\n${',,,\n'.repeat(30_000)}`],
  ['a wide table', `followers,${'a,'.repeat(16_000)}\n${'5,'.repeat(16_000)}\n`],
]
for (const [name, text] of longOnes) {
  test(`${name}: read or refused within a second`, () => {
    const started = performance.now()
    assert.equal(outcome(Buffer.from(text)).wrong, undefined)
    assert(performance.now() - started < 1000, `${Math.round(performance.now() - started)} ms`)
  })
}

// A list of creators from the bytes of a CSV to typed values, against two readers of CSV that are known to be quick; and
// a download's JSON against the browser's own JSON.parse.
import Papa from 'papaparse'
import { inferSchema, initParser } from 'udsv'
import load from '../../dist/microfluence.mjs'
import { printTable, record } from './record.mjs'

const megabytes = 30
const rounds = 7

const columns = ['username', 'followers', 'engagement_rate', 'avg_likes', 'avg_comments', 'price', 'country', 'category']
const countries = ['Italy', 'Brazil', 'Japan', 'Kenya', 'Denmark']
const niches = ['travel', 'food', 'fitness', 'books']

/** The same rows at every run: as exports have them, a quoted cell now and then. */
const roster = () => {
  const lines = [columns.join(',')]
  let size = 0
  for (let i = 0; size < megabytes * 2 ** 20; i += 1) {
    const followers = 1000 + ((i * 7919) % 99_000)
    const name = i % 10 === 0 ? '"food, drink"' : niches[i % niches.length]
    const line = `creator_${i},${followers},${((i % 90) / 10 + 0.5).toFixed(2)}%,${Math.round(followers / 25)},${i % 400},${50 + (i % 900)},${countries[i % countries.length]},${name}`
    lines.push(line)
    size += line.length + 1
  }
  return new TextEncoder().encode(lines.join('\n'))
}

/** A download's insights of many posts. */
const insights = () => {
  const posts = []
  for (let i = 0, size = 0; size < 20 * 2 ** 20; i += 1, size += 620) {
    const value = (/** @type {number} */ n) => ({ href: '', value: n.toLocaleString('en'), timestamp: 0 })
    posts.push({
      media_map_data: { 'Media Thumbnail': { uri: `media/posts/${i}.jpg`, creation_timestamp: 1_700_000_000 + i, title: `Post number ${i}, with a caption` } },
      string_map_data: { 'Creation Timestamp': { href: '', value: '', timestamp: 1_700_000_000 + i }, Impressions: value(9000 + i), 'Accounts reached': value(7000 + i), Likes: value(300 + (i % 50)), Comments: value(i % 40), Shares: value(i % 30), Saves: value(i % 20) },
    })
  }
  return new TextEncoder().encode(JSON.stringify({ organic_insights_posts: posts }))
}

const median = (/** @type {number[]} */ values) => values.sort((a, b) => a - b)[values.length >> 1]
/**
 * Each is run once for practice, then all of them in turn, so that a machine that is slow for a while is so for all.
 * @param {(() => number)[]} works each gives how many rows it made
 */
const timed = (...works) => {
  const runs = works.map((work) => ({ work, rows: work(), times: /** @type {number[]} */ ([]) }))
  for (let i = 0; i < rounds; i += 1) {
    for (const { work, times } of runs) {
      const start = performance.now()
      work()
      times.push(performance.now() - start)
    }
  }
  return runs.map(({ rows, times }) => ({ rows, milliseconds: median(times) }))
}

const mf = await load()
const bytes = roster()
const decoder = new TextDecoder()
const first = performance.now()
mf.read(bytes, { rows: false })
const firstMilliseconds = performance.now() - first // with memory that has yet to be got from the system
const [ours, udsv, papa] = timed(
  () => mf.read(bytes, { rows: false }).counts.creators,
  () => {
    const text = decoder.decode(bytes)
    return initParser(inferSchema(text)).typedObjs(text).length
  },
  () => Papa.parse(decoder.decode(bytes), { header: true, dynamicTyping: true }).data.length,
)
console.log(`A list of creators, ${(bytes.length / 2 ** 20).toFixed(0)} MB of CSV, ${ours.rows} rows to typed values; median of ${rounds} runs`)
printTable(
  ['reader', 'rows', 'ms', 'ours is quicker by'],
  [
    ['microfluence, values stay in the module', ours.rows, ours.milliseconds.toFixed(0), ''],
    ['udsv, typed objects', udsv.rows, udsv.milliseconds.toFixed(0), `${(udsv.milliseconds / ours.milliseconds).toFixed(1)} times`],
    ['papaparse, typed objects', papa.rows, papa.milliseconds.toFixed(0), `${(papa.milliseconds / ours.milliseconds).toFixed(1)} times`],
  ],
)

console.log(`The first run of ours, with memory that has yet to be got from the system: ${firstMilliseconds.toFixed(0)} ms`)

const json = insights()
const [download, parsed] = timed(
  () => mf.read(json, { rows: false }).counts.posts,
  () => JSON.parse(decoder.decode(json)).organic_insights_posts.length,
)
console.log(`\nA download, ${(json.length / 2 ** 20).toFixed(0)} MB of JSON`)
printTable(
  ['reader', 'posts', 'ms', 'ours takes'],
  [
    ['microfluence, to posts', download.rows, download.milliseconds.toFixed(0), `${(download.milliseconds / parsed.milliseconds).toFixed(1)} times as long`],
    ['JSON.parse, to objects', parsed.rows, parsed.milliseconds.toFixed(0), ''],
  ],
)
console.log(`\nPeak memory of the process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
await record('read', { megabytes, firstMilliseconds, ours, udsv, papa, download, parsed })

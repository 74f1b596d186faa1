// What Lighthouse says of the pages as a phone loads them: its own emulated device, network and slower processor. The plain
// view is the same page without a canvas: what the two differ by is this machine's GPU, or the processor that stands in for one.
import { createServer } from 'node:net'
import lighthouse from 'lighthouse'
import { launch } from '../browser/engines/chromium.mjs'
import { serveSite } from '../browser/site.mjs'
import { printTable, record } from './record.mjs'

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const bars = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 }
const port = await freePort()
const runs = 3 // the load is measured, so the median run counts

const site = await serveSite()
const browser = await launch([`--remote-debugging-port=${port}`])
/** @type {Record<string, {scores: Record<string, number | null>, metrics: Record<string, string>, found: string[]}>} */
const results = {}
for (const page of ['index.html', 'index.html?view=plain', 'embed.html']) {
  /** @type {import('lighthouse').Result[]} */
  const reports = []
  for (let run = 0; run < runs; run += 1) {
    const answer = await lighthouse(`${site.url}${page}`, { port, logLevel: 'silent' })
    if (!answer || answer.lhr.runtimeError) throw new Error(`Lighthouse could not look at ${page}: ${answer?.lhr.runtimeError?.message}`)
    reports.push(answer.lhr)
  }
  // Without a score a measure could not be taken: `found` says which. The embed has no largest paint, being a drawing.
  const score = (/** @type {import('lighthouse').Result} */ report, /** @type {string} */ category) => {
    const part = report.categories[category].score
    return part === null ? null : Math.round(part * 100)
  }
  reports.sort((a, b) => (score(a, 'performance') ?? 0) - (score(b, 'performance') ?? 0))
  const report = reports[Math.floor(runs / 2)]
  results[page] = {
    scores: Object.fromEntries(Object.keys(bars).map((category) => [category, score(report, category)])),
    metrics: Object.fromEntries(
      ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'speed-index'].map((id) => [
        id, (report.audits[id].displayValue ?? '').replace(/\s/g, ' '),
      ]),
    ),
    found: Object.keys(bars).flatMap((category) =>
      report.categories[category].auditRefs
        .filter(({ id, weight }) => weight > 0 && ((report.audits[id].score ?? 1) < 1 || report.audits[id].scoreDisplayMode === 'error'))
        .map(({ id }) => `${category}: ${report.audits[id].title} (${id}) ${report.audits[id].displayValue ?? report.audits[id].errorMessage ?? ''}`),
    ),
  }
}
await browser.close()
await site.close()

printTable(['page', ...Object.keys(bars)], Object.entries(results).map(([page, { scores }]) => [page, ...Object.values(scores).map((score) => score ?? 'none')]))
console.log('')
printTable(['page', ...Object.keys(results['index.html'].metrics)], Object.entries(results).map(([page, { metrics }]) => [page, ...Object.values(metrics)]))
for (const [page, { found }] of Object.entries(results)) for (const sentence of found) console.log(`${page}: ${sentence}`)
await record('lighthouse', { bars, runs, results })
for (const [page, { scores }] of Object.entries(results)) {
  for (const [category, bar] of Object.entries(bars)) {
    const score = scores[category]
    // A page that asks not to be found in searches is the embed: its own site is what should be found.
    if (score === null || score >= bar || (page === 'embed.html' && category === 'seo')) continue
    console.error(`${page}: ${category} is ${score}, the bar is ${bar}.`)
    process.exitCode = 1
  }
}

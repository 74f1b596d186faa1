// Few posts, weighed against what is usual: does the interval hold the true rate, and is the answer nearer to it than the posts' own median?
// Accounts are drawn from what is usual (log-normal, spread as published: 0.35 TikTok by views, 1.1 Instagram, 1.7 YouTube and X, 2.2 small accounts on X);
// each row is the mean over ten kinds of posts, log-normal and gamma with a coefficient of variation from 0.4 to 1.2. In brackets the kinds at either end.
import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { printTable, record } from './record.mjs'

const run = promisify(execFile)
const cwd = fileURLToPath(new URL('../..', import.meta.url))
const program = 'build/bench/shrinkage'
const sources = ['tests/bench/shrinkage.cpp', ...['shrinkage', 'sample', 'quantiles'].map((name) => `src/core/${name}.cpp`)]

/** @typedef {{logSd: number, posts: number, distribution: string, variation: number, coverage: number, dataShare: number, squaredError: number, squaredErrorOfRawMedian: number}} Row */

await mkdir(`${cwd}/build/bench`, { recursive: true })
await run('clang++', ['-std=c++20', '-O2', '-ffp-contract=off', '-Isrc', ...sources, '-o', program], { cwd })
const { stdout } = await run(`${cwd}/${program}`, { maxBuffer: 1 << 24 })
/** @type {Row[]} */
const rows = stdout.trim().split('\n').map((line) => JSON.parse(line))

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length
/** @param {number} share */
const percent = (share) => (100 * share).toFixed(1)

/** @param {Row} row */
const group = ({ logSd, posts }) => `${logSd} ${posts}`
const summaries = [...new Set(rows.map(group))].map((name) => {
  const kinds = rows.filter((row) => group(row) === name)
  const coverages = kinds.map(({ coverage }) => coverage)
  const errors = kinds.map(({ squaredError, squaredErrorOfRawMedian }) => squaredError / squaredErrorOfRawMedian)
  return {
    logSd: kinds[0].logSd,
    posts: kinds[0].posts,
    dataShare: mean(kinds.map(({ dataShare }) => dataShare)),
    coverage: mean(coverages),
    leastCoverage: Math.min(...coverages),
    mostCoverage: Math.max(...coverages),
    error: mean(errors),
    leastError: Math.min(...errors),
    mostError: Math.max(...errors),
  }
})
console.log('Few posts weighed against what is usual: coverage of the 90 % interval in %, and mean squared error of the logarithm with the raw median as 1')
printTable(
  ['spread of accounts', 'posts', 'share of the data', 'coverage', 'error'],
  summaries.map((row) => [
    row.logSd.toFixed(2),
    String(row.posts),
    row.dataShare.toFixed(2),
    `${percent(row.coverage)} (${percent(row.leastCoverage)} to ${percent(row.mostCoverage)})`,
    `${row.error.toFixed(2)} (${row.leastError.toFixed(2)} to ${row.mostError.toFixed(2)})`,
  ]),
)
await record('shrinkage', { rows })
for (const { logSd, posts, coverage, error } of summaries) {
  if (coverage >= 0.85 && coverage <= 0.95 && error < 1) continue
  console.error(`${posts} posts, spread ${logSd}: coverage ${percent(coverage)} % (85 to 95), error ${error.toFixed(2)} (under 1)`)
  process.exitCode = 1
}

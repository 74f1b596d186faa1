// The return on a campaign of nine uncertain inputs: our module, which computes every output of its contract, against
// Squiggle, which is asked for P5, P50 and P95 of the return alone. Same process, runs alternated, from the request to the
// plain answer; and how far each is from a plain Monte Carlo of 100 million draws (simulate.cpp).
import { run } from '@quri/squiggle-lang'
import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { load } from '../module/microfluence.mjs'
import { printTable, record } from './record.mjs'

const draws = 100_000
const referenceDraws = 100_000_000
const rounds = 25
const ourRunsARound = 8
const bars = { sameDraws: 20, aim: 50, sameError: 100 } // times

/** @type {Record<string, {range: [number, number], kind: 'amount' | 'rate'}>} */
const inputs = {
  followers: { range: [20_000, 40_000], kind: 'amount' },
  reachRate: { range: [0.1, 0.3], kind: 'rate' },
  clickRate: { range: [0.005, 0.02], kind: 'rate' },
  conversionRate: { range: [0.01, 0.04], kind: 'rate' },
  orderValue: { range: [40, 80], kind: 'amount' },
  margin: { range: [0.4, 0.6], kind: 'rate' },
  returnRate: { range: [0.05, 0.15], kind: 'rate' },
  fee: { range: [100, 300], kind: 'amount' },
  productCost: { range: [20, 40], kind: 'amount' },
}

const run_ = promisify(execFile)
const cwd = fileURLToPath(new URL('../..', import.meta.url))

/** @returns {Promise<number[]>} */
async function reference() {
  await mkdir(`${cwd}/build/bench`, { recursive: true })
  await run_('clang++', ['-std=c++20', '-O2', 'tests/bench/simulate.cpp', '-o', 'build/bench/simulate'], { cwd })
  const started = run_(`${cwd}/build/bench/simulate`)
  const lines = Object.values(inputs).map(({ range, kind }) => `${range.join(' ')} ${kind}`)
  started.child.stdin?.end(`${referenceDraws}\n${lines.join('\n')}\n`)
  return (await started).stdout.trim().split('\n').map(Number)
}

// Of a rate the odds are log-normal, as our module has it; "a to b" of Squiggle is log-normal with P5 and P95 at its ends.
const model = [
  ...Object.entries(inputs).map(([name, { range: [low, high], kind }]) =>
    kind === 'amount' ? `${name} = ${low} to ${high}` : `${name}Odds = ${low / (1 - low)} to ${high / (1 - high)}\n${name} = ${name}Odds / (1 + ${name}Odds)`,
  ),
  'revenue = followers * reachRate * clickRate * conversionRate * orderValue * (1 - returnRate)',
  'cost = fee + productCost',
  'roi = (revenue * margin - cost) / cost',
  '[quantile(roi, 0.05), quantile(roi, 0.5), quantile(roi, 0.95)]',
].join('\n')

/** @param {number} seed @returns {Promise<number[]>} */
async function squiggle(seed) {
  const { result } = await run(model, { environment: { sampleCount: draws, xyPointLength: 1_000, seed: String(seed), profile: false } })
  if (!result.ok) throw new Error(result.value.toString())
  return /** @type {any} */ (result.value.result).asJS()
}

const mf = await load()
const ranges = Object.fromEntries(Object.entries(inputs).map(([name, { range }]) => [name, range]))

/** @param {number} seed @param {number} [count] */
function microfluence(seed, count) {
  return /** @type {any} */ (mf).simulate({ currency: 'USD', creators: 1, showRate: 1, engagementRate: 0.02, ...ranges, seed, ...(count ? { draws: count } : {}) })
}

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
/** @param {number[][]} found @param {number[]} truth */
const errors = (found, truth) => truth.map((value, i) => Math.sqrt(found.reduce((sum, one) => sum + (one[i] - value) ** 2, 0) / found.length))
/** @param {any} answer */
const quantiles = ({ roi: { p5, p50, p95 } }) => [p5, p50, p95]

const truth = await reference()

/** @type {{name: string, draws: number, times: number[], found: number[][]}[]} */
const kinds = [
  { name: 'Squiggle', draws, times: [], found: [] },
  { name: 'Microfluence, as many draws', draws: microfluence(1, draws).draws, times: [], found: [] },
  { name: 'Microfluence, as by default', draws: microfluence(1).draws, times: [], found: [] },
]
for (let round = -2; round < rounds; round += 1) {
  const warm = round >= 0
  const seed = round + 10
  const time = async (/** @type {number} */ kind, /** @type {() => Promise<number[]> | number[]} */ work) => {
    const from = performance.now()
    const found = await work()
    if (!warm) return
    kinds[kind].times.push(performance.now() - from)
    kinds[kind].found.push(found)
  }
  await time(0, () => squiggle(seed))
  for (let i = 0; i < ourRunsARound; i += 1) {
    await time(1, () => quantiles(microfluence(seed * 100 + i, draws)))
    await time(2, () => quantiles(microfluence(seed * 100 + i)))
  }
}

const rows = kinds.map(({ name, draws: count, times, found }) => ({ name, draws: count, milliseconds: median(times), errors: errors(found, truth) }))
const [theirs, ours, byDefault] = rows
console.log(`Return on a campaign of nine uncertain inputs: P5, P50 and P95 are ${truth.map((value) => value.toFixed(5)).join(', ')} (plain Monte Carlo, ${referenceDraws.toLocaleString('en')} draws)`)
printTable(
  ['', 'draws', 'median ms', 'times as fast', 'error of P5', 'of P50', 'of P95'],
  rows.map((row) => [row.name, row.draws, row.milliseconds.toFixed(2), (theirs.milliseconds / row.milliseconds).toFixed(1), ...row.errors.map((error) => error.toFixed(5))]),
)

const sameDraws = theirs.milliseconds / ours.milliseconds
const sameError = theirs.milliseconds / byDefault.milliseconds
console.log(`At ${draws.toLocaleString('en')} draws ${sameDraws.toFixed(0)} times as fast (bar ${bars.sameDraws}, aim ${bars.aim}); with no larger errors ${sameError.toFixed(0)} times (bar ${bars.sameError}).`)
await record('simulate', { truth, referenceDraws, rows, sameDraws, sameError })
if (sameDraws < bars.sameDraws || sameError < bars.sameError || byDefault.errors.some((error, i) => error > theirs.errors[i])) {
  console.error('A bar is missed.')
  process.exitCode = 1
}

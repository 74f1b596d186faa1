// The best set under a budget: our module against HiGHS, a solver of integer programs, on the same programs in the same
// process. Whom to pick from rosters of 20 to 200 creators, with bounds per tier, per platform and in all; half of the
// rosters have fees that follow what a creator brings, which makes the choice hard.
//
// Our time is that of the whole call: reading the request, vetting and valuing each creator, the search, writing the
// answer. HiGHS is given the values that our module adds up, and is timed from the text of the program on.
import highsLoader from 'highs'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { mersenne } from 'pure-rand/generator/mersenne'
import { load } from '../module/microfluence.mjs'
import { printTable, record } from './record.mjs'

const rosters = 100
const seed = 2026
const agreement = 1e-9
const bar = 20 // times
const secondsForHighs = 60
const tiers = ['nano', 'micro', 'macro']
const platforms = ['instagram', 'tiktok', 'youtube']

/**
 * @typedef {import('../../web/microfluence.d.mts').PickRequest} PickRequest
 * @typedef {import('../../web/microfluence.d.mts').Pick} Pick
 * @typedef {{name: string, of: (followers: number, engagements: number, normal: () => number) => number}} Fees
 */

/** @type {Fees[]} */
const fees = [
  { name: '$100 per 10,000 followers, times 0.4 to 2.5', of: (followers, _, normal) => followers * 0.01 * Math.exp(0.55 * normal()) },
  { name: 'the same in steps of $25', of: (followers, _, normal) => Math.max(25, 25 * Math.round((followers * 0.01 * Math.exp(0.55 * normal())) / 25)) },
  { name: 'by engagement, within 20 %', of: (_, engagements, normal) => Math.max(5, engagements * 0.14 * Math.exp(0.2 * normal())) },
  { name: 'by engagement, within 5 %', of: (_, engagements, normal) => Math.max(5, engagements * 0.14 * Math.exp(0.05 * normal())) },
]

/** @param {number} index @returns {{kind: string, request: PickRequest}} */
function roster(index) {
  const generator = mersenne(seed + index)
  const random = () => uniformFloat64(generator)
  const below = (/** @type {number} */ n) => Math.floor(n * random())
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const kind = fees[index % fees.length]
  const creators = Array.from({ length: 20 + below(181) }, (_, i) => {
    const followers = Math.round(20_000 * Math.exp(1.2 * normal()))
    const engagementRate = Math.min(0.5, 0.02 * (followers / 10_000) ** -0.2 * Math.exp(0.6 * normal()))
    const fee = Math.round(100 * kind.of(followers, followers * engagementRate, normal)) / 100
    return { handle: `creator${i}`, platform: platforms[below(platforms.length)], followers, engagementRate, fee }
  })
  const count = (/** @type {number} */ least, /** @type {number} */ more) => least + below(more)
  const some = (/** @type {string[]} */ names, /** @type {() => number} */ of) => Object.fromEntries(names.filter(() => random() < 0.5).map((name) => [name, of()]))
  const share = 0.08 + 0.3 * random()
  const about = Math.max(4, Math.round(share * creators.length))
  return {
    kind: kind.name,
    request: /** @type {PickRequest} */ ({
      creators,
      budget: Math.round(share * creators.reduce((sum, { fee }) => sum + fee, 0)),
      objective: 'engagements',
      minPerTier: some(tiers.slice(0, 2), () => 1),
      maxPerTier: some(tiers, () => count(2, about)),
      minPerPlatform: some(platforms, () => 1),
      maxPerPlatform: some(platforms, () => count(2, about)),
      maxCreators: count(about, about),
      listed: 0,
    }),
  }
}

/** The same integer program, in cents. @param {PickRequest} request @param {Pick} answer */
function program(request, answer) {
  const open = answer.creators.filter(({ reason }) => reason === null)
  const sum = (/** @type {typeof open} */ some, /** @type {(creator: typeof open[number]) => number} */ of) => some.map((one) => `+ ${of(one)} x${one.row}`).join('\n')
  /** @type {string[]} */
  const rows = [`budget: ${sum(open, ({ cost }) => Math.round(100 * cost))} <= ${Math.round(100 * Number(request.budget))}`]
  const bound = (/** @type {Record<string, number> | null | undefined} */ bounds, /** @type {'tier' | 'platform'} */ key, /** @type {string} */ sign) => {
    for (const [name, count] of Object.entries(bounds ?? {})) {
      const some = open.filter((creator) => creator[key] === name)
      if (some.length > 0) rows.push(`r${rows.length}: ${sum(some, () => 1)} ${sign} ${count}`)
      else if (sign === '>=' && count > 0) throw new Error(`nobody is ${name}`)
    }
  }
  bound(request.minPerTier, 'tier', '>=')
  bound(request.maxPerTier, 'tier', '<=')
  bound(request.minPerPlatform, 'platform', '>=')
  bound(request.maxPerPlatform, 'platform', '<=')
  rows.push(`total: ${sum(open, () => 1)} <= ${request.maxCreators}`)
  return `Maximize\nobj: ${sum(open, ({ value }) => value)}\nSubject To\n${rows.join('\n')}\nBinary\n${open.map(({ row }) => `x${row}`).join('\n')}\nEnd\n`
}

/** @template T @param {() => T} work @returns {{result: T, ms: number}} */
function timed(work) {
  const start = performance.now()
  const result = work()
  return { result, ms: performance.now() - start }
}

/** @param {number[]} values @param {number} share */
const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))]

const mf = await load()
/** @type {import('highs').LegacyHighs} */
const highs = await /** @type {any} */ (highsLoader)()
const alone = { stabilityDraws: 0, planB: false, nextDollar: false }
const cases = Array.from({ length: rosters }, (_, index) => roster(index))
for (const { request } of cases.slice(-20)) {
  const answer = mf.pick({ ...request, ...alone, listed: request.creators?.length })
  if (!answer.infeasible) highs.solve(program(request, answer), { time_limit: 1 }) // to warm both
}

const rows = cases.map(({ kind, request }, index) => {
  const { result: answer, ms } = timed(() => mf.pick({ ...request, ...alone }))
  const { ms: msOfAll } = timed(() => mf.pick(request))
  if (!answer.infeasible) {
    const listing = mf.pick({ ...request, ...alone, listed: request.creators?.length })
    const text = program(request, listing)
    const { result: solution, ms: msOfHighs } = timed(() => highs.solve(text, { mip_rel_gap: 0, mip_abs_gap: 0, time_limit: secondsForHighs }))
    const finished = solution.Status === 'Optimal'
    const part = (/** @type {number} */ row) => /** @type {any} */ (solution.Columns[`x${row}`])?.Primal ?? 0
    const taken = listing.creators.filter(({ row }) => part(row) > 0.5)
    const value = taken.reduce((sum, creator) => sum + creator.value, 0)
    return { index, kind, creators: request.creators?.length, ms, msOfAll, msOfHighs, finished, ours: Number(answer.value), highs: value, proven: answer.optimal, feasible: true }
  }
  return { index, kind, creators: request.creators?.length, ms, msOfAll, msOfHighs: NaN, finished: true, ours: NaN, highs: NaN, proven: true, feasible: false }
})

const compared = rows.filter(({ feasible }) => feasible)
const difference = Math.max(...compared.filter(({ finished }) => finished).map(({ ours, highs }) => Math.abs(ours / highs - 1)))
const summaries = [...fees.map(({ name }) => name), 'all'].map((name) => {
  const some = compared.filter(({ kind }) => name === 'all' || kind === name)
  const median = (/** @type {(row: typeof some[number]) => number} */ of) => quantile(some.map(of), 0.5)
  return {
    fees: name,
    rosters: some.length,
    ms: median(({ ms }) => ms),
    slowest: Math.max(...some.map(({ ms }) => ms)),
    msOfAll: median(({ msOfAll }) => msOfAll),
    highs: median(({ msOfHighs }) => msOfHighs),
    slowestOfHighs: Math.max(...some.map(({ msOfHighs }) => msOfHighs)),
    ratio: median(({ msOfHighs }) => msOfHighs) / median(({ ms }) => ms),
  }
})
const all = summaries[summaries.length - 1]
console.log(`Whom to pick from ${rosters} rosters of 20 to 200 creators; milliseconds, median and slowest. All: with plan B, the next dollar and 100 draws for the stability`)
printTable(
  ['fees', 'rosters', 'microfluence', 'slowest', 'all', 'highs', 'slowest', 'times'],
  summaries.map((row) => [row.fees, row.rosters, ...[row.ms, row.slowest, row.msOfAll, row.highs, row.slowestOfHighs].map((ms) => ms.toFixed(2)), row.ratio.toFixed(0)]),
)
console.log(`Largest relative difference of the best value: ${difference.toExponential(1)}; proven by us: ${compared.filter(({ proven }) => proven).length} of ${compared.length}, by highs within ${secondsForHighs} s: ${compared.filter(({ finished }) => finished).length}`)
await record('pick', { rosters, seed, difference, summaries, rows })

for (const { index, ours, highs, finished } of compared) {
  if (Math.abs(ours / highs - 1) <= agreement || (!finished && ours >= highs)) continue
  console.error(`Roster ${index}: ${ours} by us, ${highs} by highs`)
  process.exitCode = 1
}
if (compared.length < rosters * 0.9) {
  console.error(`Only ${compared.length} rosters have an answer`)
  process.exitCode = 1
}
if (!(all.ratio >= bar)) {
  console.error(`${all.ratio.toFixed(1)} times faster than highs, not ${bar}`)
  process.exitCode = 1
}

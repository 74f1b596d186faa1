// Expected engagement, refitted from the published figures in plain JavaScript and compared with the core's; then how far
// each figure lies from its curve, what the spread would be if classes were cut elsewhere, which shapes were to choose
// from, and how well the curves tell figures that they were not drawn through.
import { readFile } from 'node:fs/promises'
import { load } from '../module/microfluence.mjs'
import { printTable, record } from './record.mjs'

/**
 * @typedef {{id: string, metric: string, platform: string, band: [number, number | null] | null, group?: string, by?: string,
 *   figures: Record<string, number>, source: string, grade: string}} Published
 * @typedef {'level' | 'straight' | number} Shape a number of followers is where the curve bends
 * @typedef {{followers: number, median: number, logSd: number, record: Published}} Rung
 * @typedef {(followers: number) => number} Curve
 * @typedef {{by: string, median: number, low: number, high: number, logSd: number, grade: string, sources: string[],
 *   caveat: string, curve: {from: number, to: number | null}}} Expected the core's answer
 */

/** @param {number} first @param {number} last */
const ids = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => `B${String(first + i).padStart(4, '0')}`)

/** @type {{platform: string, by: string, records: string[], shape: Shape, spread: Shape}[]} */
const curves = [
  { platform: 'instagram', by: 'followers', records: ids(197, 203), shape: 10_000, spread: 50_000 },
  { platform: 'tiktok', by: 'views', records: ids(204, 210), shape: 200_000, spread: 'level' },
  { platform: 'tiktok', by: 'followers', records: ids(211, 217), shape: 20_000, spread: 100_000 },
  { platform: 'youtube', by: 'followers', records: ids(218, 224), shape: 10_000, spread: 'level' },
  { platform: 'youtube', by: 'views', records: ids(245, 249), shape: 10_000, spread: 'level' },
  { platform: 'x', by: 'followers', records: ids(265, 272), shape: 'straight', spread: 'level' },
]
/** @type {Shape[]} */
const shapes = ['level', 'straight', 5000, 10_000, 20_000, 50_000, 100_000, 200_000]
const agreement = 1e-9
const bar = { factor: 2, withinFactor: 0.8, insideBand: 0.9 }

/** Standard normal quantiles. */
const z = { 60: 0.2533471031357997, 75: 0.6744897501960817, 80: 0.8416212335729143, 90: 1.2815515655446004 }

/** @type {{records: Published[], sources: {id: string, publisher: string, year: number | null}[]}} */
const table = JSON.parse(await readFile(new URL('../../assets/benchmarks.json', import.meta.url), 'utf8'))
const recordOf = new Map(table.records.map((published) => [published.id, published]))
const sourceOf = new Map(table.sources.map((source) => [source.id, source]))
const publisherOf = (/** @type {Published} */ published) => sourceOf.get(published.source)?.publisher ?? ''

// [SECTION] The fit

/** @param {[number, number | null]} band */
const middle = ([min, max]) => (max === null ? 2 * min : min === 0 ? max / Math.sqrt(10) : Math.sqrt(min * max))

/** @param {Published} published @returns {Rung} */
function rungOf(published) {
  const { median, p25, p75, belowAverageFrom, averageFrom, averageTo, aboveAverageTo } = published.figures
  if (!published.band) throw new Error(`${published.id} has no band`)
  return {
    record: published,
    followers: middle(published.band),
    median: median ?? Math.sqrt(averageFrom * averageTo),
    logSd: median === undefined ? Math.log(aboveAverageTo / belowAverageFrom) / (2 * z[80]) : Math.log(p75 / p25) / (2 * z[75]),
  }
}

/** @param {Shape} shape @param {number} followers */
function termsAt(shape, followers) {
  const along = Math.log(followers)
  if (shape === 'level') return [1]
  if (shape === 'straight') return [1, along - Math.log(10_000)]
  const past = along - Math.log(shape)
  return [1, past, Math.LN2 * Math.log1p(Math.exp(past / Math.LN2))]
}

/** Solves a small linear system. @param {number[][]} matrix @param {number[]} right */
function solve(matrix, right) {
  const rows = matrix.map((row, i) => [...row, right[i]])
  rows.forEach((_, column) => {
    const pivot = rows.reduce((best, row, i) => (i >= column && Math.abs(row[column]) > Math.abs(rows[best][column]) ? i : best), column)
    ;[rows[column], rows[pivot]] = [rows[pivot], rows[column]]
    rows.forEach((row, i) => {
      if (i === column) return
      const factor = row[column] / rows[column][column]
      row.forEach((_, k) => (row[k] -= factor * rows[column][k]))
    })
  })
  return rows.map((row, i) => row[rows.length] / row[i])
}

/**
 * Huber's loss on logarithms by Newton's method, which the core does by reweighting: two ways to one least.
 * @param {{followers: number, value: number}[]} points @param {Shape} shape @returns {Curve}
 */
function fit(points, shape) {
  const near = Math.log(1.25)
  const terms = points.map(({ followers }) => termsAt(shape, followers))
  const logs = points.map(({ value }) => Math.log(value))
  const count = terms[0].length
  const at = (/** @type {number[]} */ coefficients, /** @type {number[]} */ row) => row.reduce((sum, term, i) => sum + term * coefficients[i], 0)
  const distances = (/** @type {number[]} */ coefficients) => logs.map((log, i) => log - at(coefficients, terms[i]))
  const loss = (/** @type {number[]} */ coefficients) =>
    distances(coefficients).reduce((sum, d) => sum + (Math.abs(d) <= near ? (d * d) / 2 : near * (Math.abs(d) - near / 2)), 0)
  const step = (/** @type {number[]} */ pulls, /** @type {boolean[]} */ counts) => {
    const grid = Array.from({ length: count }, () => new Array(count).fill(0))
    const right = new Array(count).fill(0)
    terms.forEach((row, i) => {
      for (let r = 0; r < count; r += 1) {
        right[r] += pulls[i] * row[r]
        for (let c = 0; c < count; c += 1) if (counts[i]) grid[r][c] += row[r] * row[c]
      }
    })
    return solve(grid, right)
  }
  let coefficients = step(logs, logs.map(() => true)) // least squares to begin with
  for (let round = 0; round < 100; round += 1) {
    const away = distances(coefficients)
    const inside = away.map((d) => Math.abs(d) <= near)
    const counted = inside.filter(Boolean).length > count ? inside : inside.map(() => true)
    const move = step(away.map((d) => Math.max(-near, Math.min(near, d))), counted)
    let length = 1
    const moved = () => coefficients.map((value, i) => value + length * move[i])
    while (length > 1e-6 && loss(moved()) > loss(coefficients)) length /= 2
    coefficients = moved()
    if (Math.max(...move.map(Math.abs)) < 1e-14) break
  }
  return (followers) => Math.exp(at(coefficients, termsAt(shape, followers)))
}

/** Root mean square of how far the logarithm of each point lies from the curve through the others. @param {{followers: number, value: number}[]} points @param {Shape} shape */
function leaveOneOut(points, shape) {
  const misses = points.map((point, i) => Math.log(fit(points.filter((_, k) => k !== i), shape)(point.followers) / point.value))
  return Math.sqrt(misses.reduce((sum, miss) => sum + miss * miss, 0) / misses.length)
}

const fitted = curves.map((curve) => {
  const rungs = curve.records.map((id) => {
    const published = recordOf.get(id)
    if (!published) throw new Error(`there is no ${id}`)
    return rungOf(published)
  })
  const medians = rungs.map(({ followers, median }) => ({ followers, value: median }))
  const spreads = rungs.map(({ followers, logSd }) => ({ followers, value: logSd }))
  const median = fit(medians, curve.shape)
  const logSd = fit(spreads, curve.spread)
  const last = rungs[rungs.length - 1]
  const from = rungs[0].record.band?.[0] ?? 0
  const to = last.record.band?.[1] ?? null
  const size = (/** @type {number} */ followers) => (to === null ? Math.min(followers, last.followers) : followers)
  return {
    ...curve,
    name: `${curve.platform} by ${curve.by}`,
    rungs,
    medians,
    spreads,
    from,
    to,
    covers: (/** @type {number} */ followers) => followers >= from && followers < (to ?? Infinity),
    at: (/** @type {number} */ followers) => {
      const [m, sd] = [median(size(followers)), logSd(size(followers))]
      return { median: m, low: m * Math.exp(-z[90] * sd), high: m * Math.exp(z[90] * sd), logSd: sd }
    },
  }
})

// [SECTION] The core's curves against these

const mf = await load()
/** @param {string} platform @param {number} followers @returns {Expected[]} */
const coreAt = (platform, followers) => /** @type {any} */ (mf).analyze({ platform, followers }).expectedBy

const complaints = []
const comparisons = fitted.map((curve) => {
  const top = curve.to ?? 1e8
  const sizes = Array.from({ length: 200 }, (_, i) => Math.floor(curve.from * (top / curve.from) ** (i / 200)))
  sizes.push(...curve.rungs.map(({ followers }) => Math.round(followers)), top - 1)
  let largest = 0
  for (const followers of sizes) {
    const core = coreAt(curve.platform, followers).find(({ by }) => by === curve.by)
    const here = curve.at(followers)
    for (const key of /** @type {const} */ (['median', 'low', 'high', 'logSd'])) {
      largest = Math.max(largest, core ? Math.abs(core[key] / here[key] - 1) : Infinity)
    }
    if (!core) continue
    if (core.sources.join() !== curve.records.join()) complaints.push(`${curve.name}: the core uses ${core.sources.join(', ')}.`)
    if (core.curve.from !== curve.from || core.curve.to !== curve.to) complaints.push(`${curve.name}: the core's sizes are ${core.curve.from} to ${core.curve.to}.`)
  }
  if (!(largest <= agreement)) complaints.push(`${curve.name}: the core's curve is ${largest.toExponential(1)} off.`)
  for (const outside of [curve.from - 1, curve.to]) {
    if (outside !== null && coreAt(curve.platform, outside).some(({ by, median }) => by === curve.by && median !== null)) complaints.push(`${curve.name}: the core answers for ${outside} followers.`)
  }
  return { curve: curve.name, sizes: sizes.length, largest }
})
for (const platform of ['any', 'facebook', 'linkedin', 'pinterest', 'twitch']) {
  if (coreAt(platform, 50_000).length > 0) complaints.push(`${platform}: the core has a curve where there should be none.`)
}
console.log('The core’s curves and these refits: largest difference of median, band and spread, as a share')
printTable(['curve', 'sizes', 'difference'], comparisons.map(({ curve, sizes, largest }) => [curve, sizes, largest.toExponential(1)]))

// [SECTION] Residuals and spread

const percent = (/** @type {number} */ rate) => `${(100 * rate).toPrecision(3)} %`
const times = (/** @type {number} */ ratio) => `× ${ratio.toFixed(2)}`
const round = (/** @type {number} */ value) => Math.round(value)

for (const curve of fitted) {
  console.log(`\n${curve.name}: bend ${curve.shape}, spread ${curve.spread}. Log sd: as read and as fitted; were the outer cuts tenths; from the average class as the middle fifth`)
  printTable(
    ['record', 'followers', 'published', 'curve', 'published / curve', 'log sd', 'fitted', 'tenths', 'middle fifth'],
    curve.rungs.map(({ record: { id, figures }, followers, median, logSd }) => {
      const here = curve.at(followers)
      const classes = figures.averageFrom !== undefined
      return [
        id,
        round(followers),
        percent(median),
        percent(here.median),
        times(median / here.median),
        logSd.toFixed(2),
        here.logSd.toFixed(2),
        classes ? ((logSd * z[80]) / z[90]).toFixed(2) : '',
        classes ? (Math.log(figures.averageTo / figures.averageFrom) / (2 * z[60])).toFixed(2) : '',
      ]
    }),
  )
}

// [SECTION] Shapes

for (const [title, points, chosen, levelWillDo] of /** @type {const} */ ([
  ['Median', 'medians', 'shape', 0],
  ['Spread', 'spreads', 'spread', 0.1],
])) {
  const errors = fitted.map((curve) => shapes.map((shape) => leaveOneOut(curve[points], shape)))
  console.log(`\n${title}: leave-one-out error of the logarithm for each shape; * is the one in use`)
  printTable(
    ['curve', ...shapes.map((shape) => (typeof shape === 'number' ? `${shape / 1000}K` : shape))],
    fitted.map((curve, i) => [curve.name, ...shapes.map((shape, k) => errors[i][k].toFixed(3) + (shape === curve[chosen] ? '*' : ' '))]),
  )
  fitted.forEach((curve, i) => {
    const best = errors[i][0] <= levelWillDo ? 0 : errors[i].indexOf(Math.min(...errors[i]))
    if (shapes[best] !== curve[chosen]) console.log(`${curve.name}: ${shapes[best]} would now be chosen.`)
  })
}

// [SECTION] Figures that no curve was drawn through

const kindOf = (/** @type {Published} */ { figures }) => ['median', 'mean', 'unstated'].find((kind) => kind in figures) ?? 'range'
const valueOf = (/** @type {Published} */ { figures }) =>
  figures.median ?? figures.mean ?? figures.unstated ?? Math.sqrt((figures.averageFrom ?? figures.low) * (figures.averageTo ?? figures.high))

const heldOut = fitted.flatMap((curve) =>
  table.records.flatMap((published) => {
    const { id, metric, platform, by, band, group, grade } = published
    if (metric !== 'engagement_rate' || platform !== curve.platform || by !== curve.by || !band || !'ABC'.includes(grade)) return []
    const followers = middle(band)
    if (curve.records.includes(id) || !curve.covers(followers)) return []
    const here = curve.at(followers)
    const rate = valueOf(published)
    const publisher = publisherOf(published)
    const own = publisher === publisherOf(curve.rungs[0].record)
    const kind = kindOf(published)
    const set = group ? 'others' : own ? 'own' : grade === 'C' ? 'C' : kind === 'median' ? 'medians' : kind === 'unstated' ? 'unstated' : 'means'
    const ratio = rate / here.median
    return [
      {
        curve: curve.name,
        id,
        publisher: `${publisher} ${sourceOf.get(published.source)?.year ?? ''}`.trim(),
        grade,
        kind: group ?? kind,
        followers,
        rate,
        expected: here.median,
        ratio,
        near: ratio <= bar.factor && ratio >= 1 / bar.factor,
        inside: rate >= here.low && rate <= here.high,
        set,
      },
    ]
  }),
)
console.log('\nFigures kept out of every fit')
printTable(
  ['curve', 'record', 'publisher', 'grade', 'kind', 'followers', 'published', 'curve', 'published / curve', 'in the band'],
  heldOut.map((one) => [one.curve, one.id, one.publisher, one.grade, one.kind, round(one.followers), percent(one.rate), percent(one.expected), times(one.ratio) + (one.near ? '' : ' !'), one.inside ? 'yes' : 'no !']),
)

const share = (/** @type {number} */ part, /** @type {number} */ whole) => (whole === 0 ? 'none' : `${part} of ${whole}, ${Math.round((100 * part) / whole)} %`)
const summary = [
  { name: 'medians of other publishers, A and B', sets: ['medians'] },
  { name: 'the same and figures whose kind is not stated', sets: ['medians', 'unstated'] },
  { name: 'means, A and B (the medians, were HypeAuditor’s labels of 2018 right)', sets: ['means'] },
  { name: 'grade C', sets: ['C'] },
  { name: 'another table of the same publisher', sets: ['own'] },
  { name: 'brands and sponsored posts', sets: ['others'] },
].map(({ name, sets }) => {
  const figures = heldOut.filter(({ set }) => sets.includes(set))
  const [near, inside] = [figures.filter((one) => one.near).length, figures.filter((one) => one.inside).length]
  return { name, figures: figures.length, near, inside, met: near >= bar.withinFactor * figures.length && inside >= bar.insideBand * figures.length }
})
console.log(`\nThe bar: ${100 * bar.withinFactor} % within a factor of ${bar.factor} of the curve, ${100 * bar.insideBand} % inside its band for a single account`)
printTable(
  ['figures kept out', 'within the factor', 'in the band', 'bar'],
  summary.map(({ name, figures, near, inside, met }) => [name, share(near, figures), share(inside, figures), figures === 0 ? '' : met ? 'met' : 'missed']),
)
console.log('No curve is drawn through two publishers, so none could be left out of one.')

await record('expected', {
  comparisons,
  curves: fitted.map(({ name, rungs, at }) => ({
    name,
    rungs: rungs.map(({ record: { id }, followers, median, logSd }) => ({ id, followers, median, logSd, curve: at(followers) })),
  })),
  heldOut,
  summary,
})
for (const complaint of new Set(complaints)) console.error(complaint)
if (complaints.length > 0) process.exitCode = 1

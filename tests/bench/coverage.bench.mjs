// How often the stated 90 % interval holds the true median post: simulated accounts of whole likes, put through the module.
// The bar: 88 to 92 % from eight posts on, and never under 85 % from four to seven.
import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import jStat from 'jstat'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { mersenne } from 'pure-rand/generator/mersenne'
import { load } from '../module/microfluence.mjs'
import { printTable, record } from './record.mjs'

const accounts = 10_000 // a cell
const seed = 2026
const medianLikes = 400
const reach = 10_000 // the rate is by reach: with a follower count, every call would find the verdict as well, at ten times the time
const sizes = [4, 5, 6, 7, 8, 10, 12, 20, 50, 200]
const kinds = ['log-normal', 'gamma'].flatMap((distribution) => [0.4, 0.6, 0.8, 1, 1.2].map((variation) => ({ distribution, variation })))

/** @typedef {typeof kinds[number]} Kind */

/** @param {Kind} kind @returns {() => number} likes of a post, before they are rounded, with the median asked for */
const sampler = ({ distribution, variation }) => {
  if (distribution === 'log-normal') {
    const sigma = Math.sqrt(Math.log(1 + variation ** 2))
    return () => jStat.lognormal.sample(Math.log(medianLikes), sigma)
  }
  const shape = variation ** -2
  const scale = medianLikes / jStat.gamma.inv(0.5, shape, 1)
  return () => jStat.gamma.sample(shape, scale)
}

/** @param {Kind} kind @returns {Promise<number[]>} the coverage at each size, 0 to 1 */
const simulate = async (kind) => {
  const mf = await load()
  const random = mersenne(seed + kinds.indexOf(kind))
  jStat.setRandom(() => uniformFloat64(random))
  const likes = sampler(kind)
  return sizes.map((posts) => {
    let held = 0
    for (let account = 0; account < accounts; account += 1) {
      const { engagement } = mf.analyze({ platform: 'any', posts: Array.from({ length: posts }, () => ({ likes: Math.round(likes()), reach })) })
      const { low, high } = engagement[0]
      if (low !== null && high !== null && low <= medianLikes / reach && medianLikes / reach <= high) held += 1
    }
    return held / accounts
  })
}

/** @returns {Promise<number[][]>} for each kind, by as many threads as there are processors */
const simulateAll = async () => {
  /** @type {number[][]} */
  const coverage = []
  const waiting = kinds.map((_, index) => index)
  const work = async () => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
      coverage[index] = await new Promise((resolve, reject) =>
        new Worker(new URL(import.meta.url), { workerData: index }).once('message', resolve).once('error', reject),
      )
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return coverage
}

/** @param {number} posts */
const bar = (posts) => (posts >= 8 ? { least: 0.88, most: 0.92 } : { least: 0.85, most: 1 })
/** @param {number} share */
const percent = (share) => (100 * share).toFixed(1)

const report = async () => {
  const started = Date.now()
  const coverage = await simulateAll()
  const cells = kinds.flatMap((kind, k) => sizes.map((posts, s) => ({ ...kind, posts, coverage: coverage[k][s] })))
  console.log(`How often the 90 % interval holds the true median post, in %: ${accounts.toLocaleString('en')} accounts a cell, likes around ${medianLikes}`)
  console.log('Coefficient of variation 0.4 to 1.2 (ln: log-normal posts, Γ: gamma)')
  printTable(
    ['posts', ...kinds.map(({ distribution, variation }) => `${distribution === 'gamma' ? 'Γ' : 'ln'} ${variation.toFixed(1)}`)],
    sizes.map((posts, s) => [String(posts), ...coverage.map((column) => percent(column[s]))]),
  )
  console.log(`${Math.round((Date.now() - started) / 1000)} s`)
  await record('coverage', { accounts, seed, medianLikes, cells })
  for (const { distribution, variation, posts, coverage } of cells) {
    const { least, most } = bar(posts)
    if (coverage >= least && coverage <= most) continue
    console.error(`${posts} ${distribution} posts with a variation of ${variation}: ${percent(coverage)} %, not ${percent(least)} to ${percent(most)} %`)
    process.exitCode = 1
  }
}

if (isMainThread) await report()
else parentPort?.postMessage(await simulate(kinds[workerData]))

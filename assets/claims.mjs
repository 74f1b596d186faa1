// Checks the articles' claims and writes them as constant C++ data: node claims.mjs claims.json table.inc
// The records that a claim names must be in the benchmarks.json beside it.
import path from 'node:path'
import { article, checkKeys, isText, openTable, quoted, readJson, refusalsOf } from './table.mjs'

/** @typedef {{id: string, articles: string[], says: string, tracesTo: string, status: string, records: string[]}} Claim */

const claimKeys = ['id', 'articles', 'says', 'tracesTo', 'status', 'records']
const statuses = ['traced', 'misapplied', 'source-not-found', 'contradicted', 'opinion', 'advice']

/** @type {import('./table.mjs').Refuse} */
const refuse = refusalsOf('assets/claims.json')

/** @param {Claim} claim @param {number} index @param {Set<string>} ids @param {Set<string>} records */
function checkClaim(claim, index, ids, records) {
  if (!/^claim(-[a-z0-9]+)+$/.test(claim.id)) refuse(`claim ${index + 1} needs an id such as "claim-60-percent".`)
  const where = `"${claim.id}"`
  if (ids.has(claim.id)) refuse(`${where} is listed twice; ids must be unique.`)
  ids.add(claim.id)
  checkKeys(claim, claimKeys, where, refuse)
  if (!Array.isArray(claim.articles) || claim.articles.length === 0) refuse(`${where} names no article.`)
  for (const number of claim.articles) if (!article.test(number)) refuse(`${where}: an article is "000" to "004".`)
  if (!isText(claim.says)) refuse(`${where}: says, the claim in our own words, is missing.`)
  if (!isText(claim.tracesTo)) refuse(`${where}: tracesTo, what is known of it, is missing.`)
  if (!statuses.includes(claim.status)) refuse(`${where}: status must be one of ${statuses.join(', ')}.`)
  if (!Array.isArray(claim.records)) refuse(`${where}: records must be a list, empty if there are none.`)
  for (const record of claim.records) if (!records.has(record)) refuse(`${where}: there is no record ${record} in benchmarks.json.`)
}

/** @param {Claim[]} claims */
function tableText(claims) {
  /** @param {string[]} list @param {string} name */
  const array = (list, name) => `constexpr std::array<std::string_view, ${list.length}> ${name} = {${list.map(quoted).join(', ')}};`
  return [
    '// Written by assets/claims.mjs from assets/claims.json; change the data there.',
    ...claims.flatMap(({ articles, records }, i) => [array(articles, `table_articles_${i}`), array(records, `table_records_${i}`)]),
    `constexpr std::array<Claim, ${claims.length}> table_claims = {{`,
    ...claims.flatMap(({ id, says, tracesTo, status }, i) => [
      `    {${quoted(id)}, table_articles_${i},`,
      `     ${quoted(says)},`,
      `     ${quoted(tracesTo)},`,
      `     ClaimStatus::${status.replaceAll('-', '_')}, table_records_${i}},`,
    ]),
    '}};',
    '',
  ]
}

/** @type {{input: string, table: {claims: Claim[]}, write: (lines: string[]) => void}} */
const { input, table, write } = openTable(refuse, 'claims')
if (!Array.isArray(table.claims) || table.claims.length === 0) refuse('claims must be a list with at least one claim.')
/** @type {{records: {id: string}[]}} */
const benchmarks = readJson(path.join(path.dirname(input), 'benchmarks.json'), refuse)
const records = new Set(benchmarks.records.map(({ id }) => id))
/** @type {Set<string>} */
const ids = new Set()
table.claims.forEach((claim, i) => checkClaim(claim, i, ids, records))
write(tableText(table.claims))

// Checks the tier schemes and writes them as constant C++ data: node schemes.mjs schemes.json table.inc
// A record that breaks a rule stops the build with one sentence that names it.
import { readFileSync, writeFileSync } from 'node:fs'

/**
 * @typedef {{tier: string, label: string, min: number | null, max: number | null, record: string}} Band
 * @typedef {{id: string, publisher: string, via?: string, title: string, year: number | null, url: string, grade: string,
 *   platform: string, article?: string, note: string, overlap?: boolean, bands: Band[]}} Scheme
 */

const platforms = ['any', 'instagram', 'tiktok', 'youtube', 'x', 'linkedin', 'facebook', 'pinterest', 'twitch']
const grades = ['A', 'B', 'C', 'D', 'S']
const schemeKeys = ['id', 'publisher', 'via', 'title', 'year', 'url', 'grade', 'platform', 'article', 'note', 'overlap', 'bands']
const bandKeys = ['tier', 'label', 'min', 'max', 'record']
const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** @param {string} sentence @returns {never} */
function refuse(sentence) {
  console.error(`assets/schemes.json: ${sentence}`)
  process.exit(1)
}

/** @param {unknown} value @returns {value is string} */
const isText = (value) => typeof value === 'string' && value.trim() !== ''

/** @param {unknown} value */
const isBound = (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 1e10

/** @param {Band} band @param {string} where */
function checkBand(band, where) {
  for (const key of Object.keys(band)) if (!bandKeys.includes(key)) refuse(`${where}: unknown key "${key}".`)
  if (!isText(band.tier) || !slug.test(band.tier)) refuse(`${where}: tier must be a lower-case name such as "micro".`)
  if (!isText(band.label)) refuse(`${where}: label, the publisher's own wording, is missing.`)
  if (!/^B\d{4}$/.test(band.record)) refuse(`${where}: record must name the benchmark it came from, such as "B0016".`)
  if (band.min !== null && !isBound(band.min)) refuse(`${where}: min must be a whole number of followers, or null for none.`)
  if (band.max !== null && !isBound(band.max)) refuse(`${where}: max must be a whole number of followers, or null for none.`)
  if (band.max !== null && (band.min ?? 0) >= band.max) refuse(`${where}: min must lie below max.`)
}

/** @param {Scheme} scheme @param {number} index @param {Set<string>} ids @param {Set<string>} records */
function checkScheme(scheme, index, ids, records) {
  if (!isText(scheme.id) || !slug.test(scheme.id)) refuse(`scheme ${index + 1} needs an id such as "iab-uk".`)
  const where = `scheme "${scheme.id}"`
  if (ids.has(scheme.id)) refuse(`${where} is listed twice; ids must be unique.`)
  ids.add(scheme.id)
  for (const key of Object.keys(scheme)) if (!schemeKeys.includes(key)) refuse(`${where}: unknown key "${key}".`)
  if (!isText(scheme.publisher)) refuse(`${where} has no publisher.`)
  if (scheme.via !== undefined && !isText(scheme.via)) refuse(`${where}: via must name a site, or be left out.`)
  if (!isText(scheme.title)) refuse(`${where} has no title.`)
  if (!grades.includes(scheme.grade)) refuse(`${where}: grade must be one of ${grades.join(', ')}.`)
  if (!platforms.includes(scheme.platform)) refuse(`${where}: platform must be one of ${platforms.join(', ')}.`)
  if (scheme.year !== null && !(Number.isInteger(scheme.year) && scheme.year >= 2000 && scheme.year <= 2100)) {
    refuse(`${where}: year must be a year such as 2024, or null.`)
  }
  if (scheme.article !== undefined && !/^00[0-4]$/.test(scheme.article)) refuse(`${where}: article must be "000" to "004".`)
  if (scheme.article === undefined && !/^https?:\/\/[^\s"\\]+$/.test(scheme.url)) {
    refuse(`${where} has no address; a scheme that is not one of the five articles needs a url.`)
  }
  if (typeof scheme.note !== 'string') refuse(`${where}: note must be text, "" if there is nothing to say.`)
  if (!Array.isArray(scheme.bands) || scheme.bands.length === 0) refuse(`${where} has no bands.`)
  scheme.bands.forEach((band, i) => checkBand(band, `${where}, band ${i + 1}`))
  for (const band of scheme.bands) {
    if (records.has(band.record)) refuse(`${where}: record ${band.record} is used by two bands.`)
    records.add(band.record)
  }
  checkOverlap(scheme, where)
}

/** @param {Scheme} scheme @param {string} where */
function checkOverlap(scheme, where) {
  const sorted = [...scheme.bands].sort((a, b) => (a.min ?? 0) - (b.min ?? 0))
  let overlaps = false
  sorted.forEach((band, i) => {
    const next = sorted[i + 1]
    if (next && (band.max ?? Infinity) > (next.min ?? 0)) {
      overlaps = true
      if (!scheme.overlap) {
        refuse(`${where}: "${band.label}" and "${next.label}" overlap; if the publisher says so, add "overlap": true and a note.`)
      }
    }
  })
  if (scheme.overlap && !overlaps) refuse(`${where} says overlap, but its bands do not overlap.`)
  if (scheme.overlap && !isText(scheme.note)) refuse(`${where} overlaps and needs a note that says how.`)
}

/** @param {string} text */
function quoted(text) {
  const bytes = new TextEncoder().encode(text)
  let literal = ''
  for (const byte of bytes) {
    if (byte === 0x22 || byte === 0x5c) literal += `\\${String.fromCharCode(byte)}`
    else if (byte >= 0x20 && byte < 0x7f) literal += String.fromCharCode(byte)
    else literal += `\\${byte.toString(8).padStart(3, '0')}`
  }
  return `"${literal}"`
}

/** @param {{version: string, schemes: Scheme[]}} table */
function tableText(table) {
  const lines = [
    '// Written by assets/schemes.mjs from assets/schemes.json; change the data there.',
    `constexpr std::string_view table_version = ${quoted(table.version)};`,
    'constexpr Band table_bands[] = {',
  ]
  for (const { bands } of table.schemes) {
    for (const { tier, label, min, max, record } of bands) {
      const end = max === null ? 'no_upper_bound' : `${max}.0`
      lines.push(`    {${quoted(tier)}, ${quoted(label)}, ${min ?? 0}.0, ${end}, ${quoted(record)}},`)
    }
  }
  lines.push('};', 'constexpr Scheme table_schemes[] = {')
  let first = 0
  for (const s of table.schemes) {
    const texts = [s.id, s.publisher, s.via ?? '', s.title, s.url, s.article ?? '', s.note].map(quoted)
    const [id, publisher, via, title, url, article, note] = texts
    const bands = `std::span<const Band>(table_bands).subspan(${first}, ${s.bands.length})`
    lines.push(`    {${id}, ${publisher}, ${via}, ${title}, ${s.year ?? 0}, ${url},`)
    lines.push(`     '${s.grade}', Platform::${s.platform}, ${article}, ${note}, ${bands}},`)
    first += s.bands.length
  }
  lines.push('};', '')
  return lines.join('\n')
}

const [input, output] = process.argv.slice(2)
if (!input || !output) refuse('usage: node schemes.mjs schemes.json table.inc')

/** @type {{version: string, schemes: Scheme[]}} */
let table = { version: '', schemes: [] }
try {
  table = JSON.parse(readFileSync(input, 'utf8'))
} catch (error) {
  refuse(`is not JSON: ${error instanceof Error ? error.message : error}.`)
}
if (!isText(table.version)) refuse('version, the edition of the table, is missing.')
if (!Array.isArray(table.schemes) || table.schemes.length === 0) refuse('schemes must be a list with at least one scheme.')
/** @type {Set<string>} */
const ids = new Set()
/** @type {Set<string>} */
const records = new Set()
table.schemes.forEach((scheme, i) => checkScheme(scheme, i, ids, records))
writeFileSync(output, tableText(table))

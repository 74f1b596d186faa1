// Checks the tier schemes and writes them as constant C++ data: node schemes.mjs schemes.json table.inc
// A record that breaks a rule stops the build with one sentence that names it.
import { checkKeys, checkSource, double, grades, isBound, isText, openTable, platforms, quoted, refusalsOf, slug } from './table.mjs'

/**
 * @typedef {{tier: string, label: string, min: number | null, max: number | null, record: string}} Band
 * @typedef {{id: string, publisher: string, via?: string, title: string, year: number | null, url: string, grade: string,
 *   platform: string, article?: string, note: string, overlap?: boolean, bands: Band[]}} Scheme
 */

const schemeKeys = ['id', 'publisher', 'via', 'title', 'year', 'url', 'grade', 'platform', 'article', 'note', 'overlap', 'bands']
const bandKeys = ['tier', 'label', 'min', 'max', 'record']

/** @type {import('./table.mjs').Refuse} */
const refuse = refusalsOf('assets/schemes.json')

/** @param {Band} band @param {string} where */
function checkBand(band, where) {
  checkKeys(band, bandKeys, where, refuse)
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
  checkKeys(scheme, schemeKeys, where, refuse)
  checkSource(scheme, where, 'a scheme', refuse)
  if (!grades.includes(scheme.grade)) refuse(`${where}: grade must be one of ${grades.join(', ')}.`)
  if (!platforms.includes(scheme.platform)) refuse(`${where}: platform must be one of ${platforms.join(', ')}.`)
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

/** @param {{version: string, schemes: Scheme[]}} table */
function tableText(table) {
  const lines = [
    '// Written by assets/schemes.mjs from assets/schemes.json; change the data there.',
    `constexpr std::string_view table_version = ${quoted(table.version)};`,
    'constexpr Band table_bands[] = {',
  ]
  for (const { bands } of table.schemes) {
    for (const { tier, label, min, max, record } of bands) {
      lines.push(`    {${quoted(tier)}, aside(${quoted(label)}), ${double(min ?? 0)}, ${double(max)}, aside(${quoted(record)})},`)
    }
  }
  lines.push('};', 'constexpr Scheme table_schemes[] = {')
  let first = 0
  for (const s of table.schemes) {
    const texts = [s.id, s.publisher, s.via ?? '', s.title, s.url, s.article ?? '', s.note].map(quoted)
    const [id, publisher, via, title, url, article, note] = texts
    const isShown = s.article // the page lists the five articles by their titles, and all others by their publishers
    const bands = `std::span<const Band>(table_bands).subspan(${first}, ${s.bands.length})`
    lines.push(`    {${id}, ${publisher}, aside(${via}), ${isShown ? title : `aside(${title})`}, ${s.year ?? 0}, ${url},`)
    lines.push(`     '${s.grade}', Platform::${s.platform}, ${article}, aside(${note}), ${bands}},`)
    first += s.bands.length
  }
  lines.push('};', '')
  return lines
}

/** @type {{table: {version: string, schemes: Scheme[]}, write: (lines: string[]) => void}} */
const { table, write } = openTable(refuse, 'schemes')
if (!isText(table.version)) refuse('version, the edition of the table, is missing.')
if (!Array.isArray(table.schemes) || table.schemes.length === 0) refuse('schemes must be a list with at least one scheme.')
/** @type {Set<string>} */
const ids = new Set()
/** @type {Set<string>} */
const records = new Set()
table.schemes.forEach((scheme, i) => checkScheme(scheme, i, ids, records))
write(tableText(table))

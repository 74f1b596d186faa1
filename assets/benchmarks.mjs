// Checks the published figures and writes them as constant C++ data: node benchmarks.mjs benchmarks.json table.inc
// A record that breaks a rule stops the build with one sentence that names it.
import { checkKeys, checkSource, double, grades, isBound, isText, openTable, platforms, quoted, recordId, refusalsOf, slug } from './table.mjs'

/**
 * @typedef {import('./table.mjs').Source & {id: string}} Source
 * @typedef {{id: string, metric: string, platform: string, band: [number, number | null] | null, group?: string, unit: string,
 *   by?: string, actions?: string[], figures: Record<string, number>, definition: string, source: string, grade: string,
 *   note?: string, overlap?: boolean}} Benchmark
 */

const sourceKeys = ['id', 'publisher', 'via', 'title', 'year', 'url', 'article']
const recordKeys = [
  'id', 'metric', 'platform', 'band', 'group', 'unit', 'by', 'actions', 'figures', 'definition', 'source', 'grade', 'note', 'overlap',
] // prettier-ignore
const metrics = [
  'engagement_rate', 'reach_rate', 'views_per_follower', 'fee', 'fee_rule', 'fee_modifier', 'cpm', 'cpe', 'posting_cadence', 'follower_growth',
  'comments_per_like', 'click_rate', 'conversion_rate', 'order_value', 'show_rate', 'earned_media_value', 'return_on_spend',
  'revenue_per_follower', 'effort', 'finding',
] // prettier-ignore
// Posts are seen by people who do not follow, so these may exceed 1.
const metricsAboveOne = ['reach_rate', 'views_per_follower']
const denominators = ['followers', 'reach', 'impressions', 'views']
const actions = ['likes', 'comments', 'shares', 'saves']
/** Keys of the figures, and what C++ calls them. @type {Record<string, string>} */
const statistics = {
  value: 'value',
  mean: 'mean',
  median: 'median',
  unstated: 'unstated',
  low: 'low',
  high: 'high',
  p10: 'p10',
  p25: 'p25',
  p75: 'p75',
  p90: 'p90',
  belowAverageFrom: 'below_average_from',
  averageFrom: 'average_from',
  averageTo: 'average_to',
  aboveAverageTo: 'above_average_to',
}
// Figures of one record that must not fall from one to the next.
const ascending = [
  ['p10', 'p25', 'median', 'p75', 'p90'],
  ['low', 'value', 'high'],
  ['belowAverageFrom', 'averageFrom', 'averageTo', 'aboveAverageTo'],
]

/** @type {import('./table.mjs').Refuse} */
const refuse = refusalsOf('assets/benchmarks.json')

/** @param {Source} source @param {number} index @param {Set<string>} ids */
function checkOneSource(source, index, ids) {
  if (!isText(source.id) || !slug.test(source.id)) refuse(`source ${index + 1} needs an id such as "modash-instagram".`)
  const where = `source "${source.id}"`
  if (ids.has(source.id)) refuse(`${where} is listed twice; ids must be unique.`)
  ids.add(source.id)
  checkKeys(source, sourceKeys, where, refuse)
  checkSource(source, where, 'a source', refuse)
}

/** @param {Benchmark} record @param {string} where */
function checkFigures(record, where) {
  const figures = Object.entries(record.figures ?? {})
  if (figures.length === 0) refuse(`${where} has no figures.`)
  for (const [statistic, value] of figures) {
    if (!(statistic in statistics)) refuse(`${where}: unknown statistic "${statistic}"; known are ${Object.keys(statistics).join(', ')}.`)
    if (!Number.isFinite(value) || value < 0) refuse(`${where}: ${statistic} must be a number, 0 or more.`)
    if (record.unit === 'fraction' && value > 1 && !metricsAboveOne.includes(record.metric)) {
      refuse(`${where}: ${statistic} is ${value}, but a fraction is at most 1 (${metricsAboveOne.join(' and ')} may be more).`)
    }
  }
  for (const order of ascending) {
    const given = order.filter((statistic) => statistic in record.figures)
    given.forEach((statistic, i) => {
      const next = given[i + 1]
      if (next && record.figures[statistic] > record.figures[next]) refuse(`${where}: ${statistic} must not exceed ${next}.`)
    })
  }
}

/** @param {Benchmark} record @param {string} where */
function checkRate(record, where) {
  const isEngagement = record.metric === 'engagement_rate'
  if (isEngagement && record.by === undefined) refuse(`${where}: a rate of engagement needs by, what it is divided by.`)
  if (record.by !== undefined && !isEngagement && record.metric !== 'click_rate') refuse(`${where}: by belongs to rates of engagement and clicks.`)
  if (record.by !== undefined && !denominators.includes(record.by)) refuse(`${where}: by must be one of ${denominators.join(', ')}.`)
  if (isEngagement !== Array.isArray(record.actions)) refuse(`${where}: actions belong to every rate of engagement, and to nothing else.`)
  for (const action of record.actions ?? []) {
    if (!actions.includes(action)) refuse(`${where}: unknown action "${action}"; known are ${actions.join(', ')}.`)
  }
  if (new Set(record.actions).size !== (record.actions ?? []).length) refuse(`${where}: an action is listed twice.`)
}

/** @param {Benchmark} record @param {number} index @param {Set<string>} ids @param {Set<string>} sources */
function checkRecord(record, index, ids, sources) {
  if (!recordId.test(record.id)) refuse(`record ${index + 1} needs an id such as "B0197".`)
  const where = `record ${record.id}`
  if (ids.has(record.id)) refuse(`${where} is listed twice; ids must be unique.`)
  ids.add(record.id)
  checkKeys(record, recordKeys, where, refuse)
  if (!metrics.includes(record.metric)) refuse(`${where}: metric must be one of ${metrics.join(', ')}.`)
  if (!platforms.includes(record.platform)) refuse(`${where}: platform must be one of ${platforms.join(', ')}.`)
  if (record.band !== null) {
    if (!Array.isArray(record.band) || record.band.length !== 2) refuse(`${where}: band must be [min, max], or null for every size.`)
    const [min, max] = record.band
    if (!isBound(min)) refuse(`${where}: the band's min must be a whole number of followers.`)
    if (max !== null && !isBound(max)) refuse(`${where}: the band's max must be a whole number of followers, or null for none.`)
    if (max !== null && min >= max) refuse(`${where}: the band's min must lie below its max.`)
  }
  if (record.group !== undefined && !isText(record.group)) refuse(`${where}: group must be text, or be left out.`)
  if (!isText(record.unit)) refuse(`${where} has no unit.`)
  checkRate(record, where)
  checkFigures(record, where)
  if (!isText(record.definition)) refuse(`${where} has no definition.`)
  if (!isText(record.source)) refuse(`${where} has no source.`)
  if (!sources.has(record.source)) refuse(`${where}: there is no source "${record.source}".`)
  if (!grades.includes(record.grade)) refuse(`${where}: grade must be one of ${grades.join(', ')}.`)
  if (record.note !== undefined && !isText(record.note)) refuse(`${where}: note must be text, or be left out.`)
  if (record.overlap && !isText(record.note)) refuse(`${where} overlaps and needs a note that says how.`)
}

/** What the records of one ladder share. @param {Benchmark} record @param {string} statistic */
const ladderOf = (record, statistic) =>
  [record.source, record.metric, record.platform, record.group, record.unit, record.by, record.actions, record.band === null, statistic].join('|')

/** One source's ladder must not give two figures for one size. A figure for every size stands beside it. @param {Benchmark[]} records */
function checkLadders(records) {
  /** @type {Map<string, Benchmark[]>} */
  const ladders = new Map()
  for (const record of records) {
    if (record.overlap) continue
    for (const statistic of Object.keys(record.figures)) {
      const ladder = ladderOf(record, statistic)
      ladders.set(ladder, [...(ladders.get(ladder) ?? []), record])
    }
  }
  for (const ladder of ladders.values()) {
    const sorted = ladder.map((record) => ({ id: record.id, min: record.band?.[0] ?? 0, max: record.band?.[1] ?? Infinity })).sort((a, b) => a.min - b.min)
    sorted.forEach(({ id, max }, i) => {
      const next = sorted[i + 1]
      if (next && max > next.min) refuse(`record ${id} and record ${next.id} give the same for bands that overlap; if the publisher says so, add "overlap": true and a note.`)
    })
  }
}

/** @param {number} value as digits and how many of them are decimals: 0.0338 is 338 and 4 */
function decimal(value) {
  for (let decimals = 0; decimals <= 9; decimals += 1) {
    const digits = Math.round(value * 10 ** decimals)
    if (digits / 10 ** decimals === value && digits < 2 ** 32) return [digits, decimals]
  }
  return refuse(`${value} has more digits than a published figure needs.`)
}

/**
 * Packed for size; src/core/benchmarks.cpp unpacks it. The lines are: of each source its id, publisher, via, title and address; every
 * other text once; the id of each record.
 * @param {{version: string, sources: Source[], records: Benchmark[]}} table
 */
function tableText({ version, sources, records }) {
  const texts = [...new Set(['', ...records.flatMap((r) => [r.group ?? '', r.unit, r.definition, r.note ?? ''])])]
  const lists = [...new Set(['', ...records.map((r) => (r.actions ?? []).join())])]
  const figures = records.flatMap((r) => Object.entries(r.figures))
  const lines = [...sources.flatMap((s) => [s.id, s.publisher, s.via ?? '', s.title, s.url]), ...texts, ...records.map((r) => r.id)]
  /** @param {string} [text] */
  const line = (text) => texts.indexOf(text ?? '')
  const named = lists.map((list) => list.split(',').filter(Boolean).map((action) => `Action::${action}`).join(', '))
  return [
    '// Written by assets/benchmarks.mjs from assets/benchmarks.json; change the data there.',
    `constexpr std::string_view table_version = ${quoted(version)};`,
    `constexpr std::size_t source_count = ${sources.length};`,
    `constexpr std::size_t text_count = ${texts.length};`,
    `constexpr std::size_t figure_count = ${figures.length};`,
    `constexpr std::size_t record_count = ${records.length};`,
    'constexpr std::string_view table_lines =',
    ...lines.map((text) => `    ${quoted(`${text}\n`)}`),
    ';',
    `constexpr std::array<std::uint16_t, source_count> table_years = {${sources.map(({ year }) => year ?? 0).join(', ')}};`,
    'constexpr std::array<PackedFigure, figure_count> table_figures = {{',
    ...figures.map(([statistic, value]) => `    {Statistic::${statistics[statistic]}, ${decimal(value).join(', ')}},`),
    '}};',
    ...named.map((list, i) => `constexpr std::array<Action, ${list ? list.split(',').length : 0}> table_actions_${i} = {${list}};`),
    `constexpr std::array<std::span<const Action>, ${lists.length}> table_actions = {${lists.map((_, i) => `table_actions_${i}`).join(', ')}};`,
    'constexpr std::array<PackedRecord, record_count> table_records = {{',
    ...records.map((r) => {
      const [min, max] = (r.band ?? [0, null]).map(double)
      const by = r.by ? `Denominator::${r.by}` : 'std::nullopt'
      const numbers = [line(r.group), line(r.unit), line(r.definition), line(r.note), sources.findIndex(({ id }) => id === r.source)]
      const counts = [lists.indexOf((r.actions ?? []).join()), Object.keys(r.figures).length]
      return `    {Metric::${r.metric}, Platform::${r.platform}, ${min}, ${max}, ${by}, ${[...numbers, ...counts].join(', ')}, '${r.grade}'},`
    }),
    '}};',
    '',
  ]
}

/** @type {{table: {version: string, sources: Source[], records: Benchmark[]}, write: (lines: string[]) => void}} */
const { table, write } = openTable(refuse, 'benchmarks')
if (!isText(table.version)) refuse('version, the edition of the table, is missing.')
if (!Array.isArray(table.sources)) refuse('sources must be a list.')
if (!Array.isArray(table.records) || table.records.length === 0) refuse('records must be a list with at least one record.')
/** @type {Set<string>} */
const sources = new Set()
table.sources.forEach((source, i) => checkOneSource(source, i, sources))
/** @type {Set<string>} */
const ids = new Set()
table.records.forEach((record, i) => checkRecord(record, i, ids, sources))
const used = new Set(table.records.map((record) => record.source))
for (const source of sources) if (!used.has(source)) refuse(`source "${source}" is used by no record.`)
checkLadders(table.records)
write(tableText(table))

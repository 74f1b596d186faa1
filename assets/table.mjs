// What the generators of constant tables share: refusing a bad record with one sentence, and writing text as C++.
import { readFileSync, writeFileSync } from 'node:fs'

/** @typedef {(sentence: string) => never} Refuse ends the build with one sentence that names the record */

/** @param {string} file @returns {Refuse} */
export const refusalsOf = (file) => (sentence) => {
  console.error(`${file}: ${sentence}`)
  process.exit(1)
}

/**
 * The table named first on the command line, and how to write the one named second.
 * @param {Refuse} refuse
 * @param {string} name of the table, "schemes"
 */
export function openTable(refuse, name) {
  const [input, output] = process.argv.slice(2)
  if (!input || !output) return refuse(`usage: node ${name}.mjs ${name}.json table.inc`)
  return { input, table: readJson(input, refuse), write: (/** @type {string[]} */ lines) => writeFileSync(output, lines.join('\n')) }
}

/** @param {string} file @param {Refuse} refuse */
export function readJson(file, refuse) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    return refuse(`is not JSON: ${error instanceof Error ? error.message : error}.`)
  }
}

export const platforms = ['any', 'instagram', 'tiktok', 'youtube', 'x', 'linkedin', 'facebook', 'pinterest', 'twitch']
export const grades = ['A', 'B', 'C', 'D', 'S']
export const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/
export const article = /^00[0-4]$/
export const recordId = /^B\d{4}[a-z]?$/

/** @param {unknown} value @returns {value is string} */
export const isText = (value) => typeof value === 'string' && value.trim() !== ''

/** A follower count as a bound. @param {unknown} value */
export const isBound = (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 1e10

/** @param {object} record @param {string[]} keys @param {string} where @param {Refuse} refuse */
export function checkKeys(record, keys, where, refuse) {
  for (const key of Object.keys(record)) if (!keys.includes(key)) refuse(`${where}: unknown key "${key}".`)
}

/**
 * @typedef {{publisher: string, via?: string, title: string, year: number | null, url: string, article?: string}} Source
 * @param {Source} source
 * @param {string} where
 * @param {string} what "a scheme"
 * @param {Refuse} refuse
 */
export function checkSource(source, where, what, refuse) {
  if (!isText(source.publisher)) refuse(`${where} has no publisher.`)
  if (source.via !== undefined && !isText(source.via)) refuse(`${where}: via must name a site, or be left out.`)
  if (!isText(source.title)) refuse(`${where} has no title.`)
  if (source.year !== null && !(Number.isInteger(source.year) && source.year >= 2000 && source.year <= 2100)) {
    refuse(`${where}: year must be a year such as 2024, or null.`)
  }
  if (source.article !== undefined && !article.test(source.article)) refuse(`${where}: article must be "000" to "004".`)
  if (source.article === undefined && !/^https?:\/\/[^\s"\\]+$/.test(source.url)) {
    refuse(`${where} has no address; ${what} that is not one of the five articles needs a url.`)
  }
}

/** Text as a C++ string literal. @param {string} text */
export function quoted(text) {
  let literal = ''
  for (const byte of new TextEncoder().encode(text)) {
    if (byte === 0x22 || byte === 0x5c) literal += `\\${String.fromCharCode(byte)}`
    else if (byte >= 0x20 && byte < 0x7f) literal += String.fromCharCode(byte)
    else if (byte === 0x0a) literal += '\\n'
    else literal += `\\${byte.toString(8).padStart(3, '0')}`
  }
  return `"${literal}"`
}

/** A number as a C++ double; null is no upper bound. @param {number | null} value */
export function double(value) {
  if (value === null) return 'no_upper_bound'
  const text = String(value)
  return /[.e]/.test(text) ? text : `${text}.0`
}

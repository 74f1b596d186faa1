// Where measurements go: build/bench.json, one entry a benchmark, so that a figure in README.md can be traced to a run.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus } from 'node:os'
import { fileURLToPath } from 'node:url'

const file = fileURLToPath(new URL('../../build/bench.json', import.meta.url))

/** @param {string} name @param {Record<string, unknown>} result */
export const record = async (name, result) => {
  const known = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'))
  known[name] = { ...result, measured: { at: new Date().toISOString(), node: process.version, processor: cpus()[0]?.model ?? '', cores: availableParallelism() } }
  await mkdir(fileURLToPath(new URL('../../build', import.meta.url)), { recursive: true })
  await writeFile(file, `${JSON.stringify(known, null, 2)}\n`)
}

/**
 * Prints columns; figures flush right.
 * @param {string[]} titles
 * @param {(string | number)[][]} rows
 */
export const printTable = (titles, rows) => {
  const cells = [titles, ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : cell)))]
  const widths = titles.map((_, column) => Math.max(...cells.map((row) => row[column].length)))
  for (const row of cells) console.log(row.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('  ').trimEnd())
}

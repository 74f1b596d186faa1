// Runs a table's generator on a changed copy of its data.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const assets = fileURLToPath(new URL('../../assets/', import.meta.url))

/** @param {string} name "schemes" @returns {any} the table as it is */
export const table = (name) => JSON.parse(readFileSync(path.join(assets, `${name}.json`), 'utf8'))

/** @param {string} name "schemes" @param {(table: any) => void} change */
export function build(name, change) {
  const folder = mkdtempSync(path.join(tmpdir(), `${name}-`))
  try {
    for (const other of ['schemes', 'benchmarks', 'claims']) cpSync(path.join(assets, `${other}.json`), path.join(folder, `${other}.json`))
    const changed = table(name)
    change(changed)
    const file = path.join(folder, `${name}.json`)
    writeFileSync(file, JSON.stringify(changed))
    const run = spawnSync(process.execPath, [path.join(assets, `${name}.mjs`), file, path.join(folder, 'out.inc')])
    return { status: run.status, message: run.stderr.toString() }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

// What no test run sees: formatting, clang-tidy and types. `--fix` formats instead.
// clang-tidy looks at src only, and there only at files that changed, or whose headers did, since they last passed; the rest is remembered in build/tidy.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const run = promisify(execFile)

/**
 * @param {string} command
 * @param {string[]} parameters
 * @returns {Promise<{ok: boolean, output: string}>}
 */
const attempt = (command, parameters) =>
  run(command, parameters, { maxBuffer: 1 << 26 }).then(
    ({ stdout, stderr }) => ({ ok: true, output: stdout + stderr }),
    ({ stdout = '', stderr = '', message = '' }) => ({ ok: false, output: stdout + stderr || message }),
  )

/** @param {string} folder @param {RegExp} name @returns {Promise<string[]>} */
const filesIn = async (folder, name) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && name.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()

const sources = [...(await filesIn('src', /\.(cpp|h)$/)), ...(await filesIn('tests', /\.(cpp|h)$/))]

const checkFormat = async () => {
  const { ok, output } = await attempt('clang-format', ['--dry-run', '-Werror', ...sources])
  const files = [...new Set(output.split('\n').map((line) => /^(\S+?):\d+:\d+: error/.exec(line)?.[1]).filter(Boolean))]
  return { ok, output: files.length ? `./dev format would change ${files.join(', ')}` : output }
}

/** @typedef {{file: string, command: string, directory: string}} Compilation */

/** @returns {Promise<Map<string, {build: string, command: string}>>} how each source is compiled; natively where both are */
const compilations = async () => {
  const known = new Map()
  for (const build of ['build/wasm', 'build/native-asan']) {
    const file = path.join(build, 'compile_commands.json')
    if (!existsSync(file)) continue
    for (const entry of /** @type {Compilation[]} */ (JSON.parse(await readFile(file, 'utf8')))) {
      known.set(path.relative(root, entry.file), { build, command: entry.command })
    }
  }
  return known
}

const checkTidy = async () => {
  const known = await compilations()
  const units = sources.filter((file) => /^src\/.*\.cpp$/.test(file) && known.has(file))
  const cache = (await attempt('em-config', ['CACHE'])).output.trim()
  const forWasm = ['--target=wasm32-unknown-emscripten', `--sysroot=${cache}/sysroot`, '-iwithsysroot/include/fakesdl', '-iwithsysroot/include/compat', '-D__EMSCRIPTEN__']
  const headers = createHash('sha256')
  for (const file of [...sources.filter((file) => file.endsWith('.h')), '.clang-tidy']) headers.update(readFileSync(file))
  const common = headers.digest('hex')
  await mkdir('build/tidy', { recursive: true })

  /** @type {string[]} */
  const complaints = []
  const queue = [...units]
  const work = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      const { build, command } = known.get(file) ?? { build: '', command: '' }
      const key = createHash('sha256').update(common).update(command).update(readFileSync(file)).digest('hex')
      const stamp = path.join('build/tidy', key)
      if (existsSync(stamp)) continue
      const more = build === 'build/wasm' ? forWasm.map((argument) => `--extra-arg=${argument}`) : []
      const { ok, output } = await attempt('clang-tidy', ['--quiet', '-p', build, ...more, file])
      if (ok) await writeFile(stamp, '')
      else complaints.push(output.replace(/^\d+ warnings? .*\n/gm, ''))
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return { ok: complaints.length === 0, output: complaints.join('\n') }
}

const checkTypes = () => attempt('tsc', ['--project', 'tsconfig.json', '--pretty', 'false'])

if (process.argv.includes('--fix')) {
  const { ok, output } = await attempt('clang-format', ['-i', ...sources])
  if (output) console.error(output)
  process.exit(ok ? 0 : 1)
}

let failed = 0
for (const [name, check] of /** @type {[string, () => Promise<{ok: boolean, output: string}>][]} */ ([
  ['formatting', checkFormat],
  ['clang-tidy', checkTidy],
  ['types', checkTypes],
])) {
  const started = Date.now()
  const { ok, output } = await check()
  console.log(`${name}: ${ok ? 'clean' : 'complaints'} (${Math.round((Date.now() - started) / 1000)} s)`)
  if (!ok) {
    failed += 1
    console.log(output)
  }
}
console.log(`${3 - failed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0

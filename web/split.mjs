// @ts-check
// Cuts the page's program in two: a first part, and a later one that the page fetches when somebody opens a tool of it.
//
// What only the doors lead to is the later part: functions, and the data that only they refer to. A door is a function
// that is called through a table of functions (ui/tool.cpp), whose place stays empty until the later part is there.
//
// Usage: node web/split.mjs BINARYEN_FOLDER LINKED WHOLE FIRST LATER DOOR…
//   LINKED  the program as the linker left it, with its list of references; WHOLE the same, optimised; both with names
//   FIRST   and LATER are written
//   DOOR    a function, as mf::ui::draw_numbers

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { linkedProgram, SECTION, sectionsOf, segmentsOf } from './linked.mjs'

/** @typedef {import('./linked.mjs').Part} Part */

const [binaryen, linkedFile, wholeFile, firstFile, laterFile, ...doors] = process.argv.slice(2)
// What clang gives WebAssembly by default; the browsers of the last years have it.
const features = ['bulk-memory', 'bulk-memory-opt', 'multivalue', 'mutable-globals', 'nontrapping-float-to-int', 'sign-ext', 'simd']

const fail = (/** @type {string} */ sentence) => {
  console.error(`web/split.mjs: ${sentence}`)
  process.exit(1)
}

const run = (/** @type {string} */ tool, /** @type {string[]} */ ...parameters) =>
  execFileSync(join(binaryen, tool), ['--mvp-features', ...features.map((name) => `--enable-${name}`), ...parameters], {
    encoding: 'utf8', maxBuffer: 1 << 28,
  })

/**
 * All that can be reached without going through what is closed.
 * @template T
 * @param {Iterable<T>} from
 * @param {(at: T) => Iterable<T>} next
 * @param {(at: T) => boolean} isClosed
 */
function reached(from, next, isClosed) {
  /** @type {Set<T>} */
  const all = new Set()
  const waiting = [...from]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (all.has(at) || isClosed(at)) continue
    all.add(at)
    waiting.push(...next(at))
  }
  return all
}

/** A function of a namespace as the linker names it, up to its parameters. @param {string} name */
const mangled = (name) => `_ZN${name.split('::').map((part) => part.length + part).join('')}E`
const isDoor = (/** @type {string} */ name) => doors.some((door) => name.startsWith(mangled(door)))

// [SECTION] What belongs to the first part
const linkedBytes = readFileSync(linkedFile)
const linked = linkedProgram(linkedBytes)
for (const door of doors) {
  if (!linked.functions.some(({ name }) => name.startsWith(mangled(door)))) fail(`the program has no function ${door}.`)
}
const first = reached(linked.roots, ({ uses }) => uses, ({ kind, name }) => kind === 'function' && isDoor(name))

// The optimiser may have made one function of two, of which only one belongs to the first part. So whose functions are
// which is looked up in what it made; the places in the table are still those of the linker.
const text = run('wasm-dis', wholeFile)
/** @type {Map<string, string[]>} */
const calls = new Map()
for (const body of text.split(/\n (?=\()/)) {
  const name = /^\(func \$(\S+)/.exec(body)?.[1]
  if (name) calls.set(name, Array.from(body.matchAll(/\((?:return_)?call \$([^\s)]+)/g), ([, called]) => called))
}
const table = /\n \(elem \$\S+ \(i32\.const 1\)([^)]*)\)/.exec(text)?.[1].trim().split(/\s+/).map((name) => name.slice(1)) ?? []
if (table.length !== linked.table.size) fail('the table of functions is another than the linker made.')
const exported = Array.from(text.matchAll(/\n \(export "[^"]*" \(func \$([^\s)]+)\)\)/g), ([, name]) => name)

const isInFirst = (/** @type {number} */ place) => first.has(/** @type {Part} */ (linked.table.get(place)))
const kept = reached([...exported, ...table.filter((_, i) => isInFirst(i + 1))], (name) => calls.get(name) ?? [], isDoor)
const moved = [...calls.keys()].filter((name) => !kept.has(name))
for (const door of doors) {
  if (!moved.some((name) => name.startsWith(mangled(door)))) fail(`${door} was inlined: call it through a table of functions only.`)
  for (const [name, called] of calls) {
    if (kept.has(name) && called.some(isDoor)) fail(`${name} calls ${door} itself: call it through a table of functions only.`)
  }
}

// [SECTION] Its functions go, and each part is optimised once more
const folder = mkdtempSync(join(tmpdir(), 'split-'))
const scratch = (/** @type {string} */ name) => join(folder, name)
writeFileSync(scratch('moved'), moved.join('\n'))
run('wasm-split', wholeFile, '--split', `--split-funcs=@${scratch('moved')}`, '--no-placeholders', '--import-namespace=first',
  '--export-prefix=$', '--strip-debug', '-o1', scratch('first'), '-o2', scratch('later'))
for (const part of ['first', 'later']) run('wasm-opt', '-Oz', scratch(part), '-o', scratch(`${part}-optimised`))

// [SECTION] Its data goes: where only later functions look there are zeros until the later part is there
/** The memory that a program begins with. @param {Uint8Array} bytes */
function memoryOf(bytes) {
  const memory = new Uint8Array(Math.max(...linked.data.map(({ to }) => to)))
  for (const { address, from, to } of segmentsOf(bytes)) memory.set(bytes.subarray(from, to), address)
  return memory
}
const memory = memoryOf(readFileSync(wholeFile))

const [NOBODY, FIRST, LATER] = [0, 1, 2]
const owner = new Uint8Array(memory.length).fill(NOBODY)
for (const part of linked.data) if (!first.has(part)) owner.fill(LATER, part.from, part.to)
for (const part of linked.data) if (first.has(part)) owner.fill(FIRST, part.from, part.to) // two strings may share their end
if (memoryOf(linkedBytes).some((byte, at) => owner[at] === LATER && memory[at] !== byte)) {
  fail('the two programs are not the same: their data differ.')
}
const firstData = runsOf((at) => owner[at] !== LATER, () => true)
const laterData = runsOf((at) => owner[at] === LATER, (at) => owner[at] !== FIRST)

/**
 * What is not zero in a part's memory, in runs: some zeros cost less than another run.
 * @param {(at: number) => boolean} isOwn
 * @param {(at: number) => boolean} mayBeZero what stands there may be made zero when the part comes
 */
function runsOf(isOwn, mayBeZero) {
  const mostZeros = 256
  /** @type {{from: number, to: number}[]} */
  const runs = []
  let last = { from: 0, to: -Infinity }
  for (let at = 0; at < memory.length; at += 1) {
    if (isOwn(at) && memory[at] !== 0) {
      if (at - last.to > mostZeros) runs.push((last = { from: at, to: at }))
      last.to = at + 1
    } else if (!mayBeZero(at)) {
      last = { from: 0, to: -Infinity }
    }
  }
  const own = memory.map((byte, at) => (isOwn(at) ? byte : 0))
  return runs.map(({ from, to }) => ({ address: from, content: own.subarray(from, to) }))
}

/** @param {string} file a module without names @param {ReturnType<typeof runsOf>} runs the data that it begins with, in place of its own */
function withData(file, runs) {
  const bytes = readFileSync(file)
  const others = sectionsOf(bytes).filter(({ id }) => id !== SECTION.data && id !== SECTION.dataCount)
  const segments = runs.flatMap(({ address, content }) => [0, 0x41, ...leb(address, 0x40), 0x0b, ...leb(content.length, 0x80), ...content])
  const data = [...leb(runs.length, 0x80), ...segments]
  return Buffer.concat([
    bytes.subarray(0, 8),
    ...others.map(({ start, to }) => bytes.subarray(start, to)),
    Buffer.from([SECTION.data, ...leb(data.length, 0x80), ...data]),
  ])
}

/** A number as WebAssembly writes it: 0x80 without a sign, 0x40 with room for one. @param {number} value @param {0x40 | 0x80} most @returns {number[]} */
function leb(value, most) {
  return value < most ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7, most)]
}

for (const [part, file, data] of /** @type {const} */ ([['first', firstFile, firstData], ['later', laterFile, laterData]])) {
  const bytes = withData(scratch(`${part}-optimised`), data)
  if (!WebAssembly.validate(bytes)) fail(`the ${part} part is no valid program.`)
  writeFileSync(file, bytes)
}
rmSync(folder, { recursive: true })
const size = laterData.reduce((sum, { content }) => sum + content.length, 0)
console.log(`The later part has ${moved.length} functions and ${size} bytes of data.`)

// @ts-check
// What the page fetches when somebody first gives it something to read: the readers (src/reader/program.cpp) and the
// sample, in one classic script. A script can be added to a sandboxed frame of an unknown host, where a fetch would need
// headers of that host. web/own-script.mjs adds it and takes over what it leaves in `microfluenceReader`.
//
// The program and the sample stand before this script as `microfluenceReaderAssets`, the program as packed.mjs says.

import { unpacked } from './packed.mjs'

/**
 * @typedef {object} Program
 * @property {WebAssembly.Memory} memory
 * @property {() => void} _initialize
 * @property {(size: number) => number} alloc
 * @property {(address: number) => void} free
 * @property {(bytes: number, size: number, name: number, nameSize: number) => number} read
 * @property {(answer: number) => void} release
 *
 * @typedef {object} Reader
 * @property {(name: string, bytes?: Uint8Array) => Promise<Uint8Array>} read what is read of it, as ingest::to_bytes
 *   writes it; of the sample without bytes. Rejects with a sentence.
 */

/** @type {{program: string, sample: string}} */
// @ts-ignore put there by the build
const assets = microfluenceReaderAssets

// Memory of a WebAssembly instance never shrinks; one that has grown beyond this is not kept.
const KEPT_MEMORY = 64 * 2 ** 20
// A trap says no more than that the program gave up; with this much memory in use it is short of it.
const MUCH_MEMORY = 512 * 2 ** 20

const compiled = WebAssembly.compile(unpacked(assets.program))
compiled.catch(() => {}) // whoever reads is told

/** @type {Program | undefined} */
let kept

/** @returns {Promise<Program>} */
async function start() {
  const wasmPage = 64 * 1024
  /** @type {Program} */
  let program
  const env = {
    // The program has grown by the few pages that it needed. A long list would have it do so thousands of times, each
    // time slower; a quarter more at once makes that a few dozen.
    emscripten_notify_memory_growth() {
      try {
        program.memory.grow(Math.floor(program.memory.buffer.byteLength / wasmPage / 4))
      } catch {
        // Near the limit it goes on page by page.
      }
    },
  }
  program = /** @type {any} */ ((await WebAssembly.instantiate(await compiled, { env })).exports)
  program._initialize()
  return program
}

/** @param {Program} program @param {Uint8Array[]} inputs the bytes and their name */
function run(program, inputs) {
  const lent = inputs.map((bytes) => {
    const address = program.alloc(bytes.length + 1)
    if (!address) throw new RangeError()
    new Uint8Array(program.memory.buffer).set(bytes, address)
    return address
  })
  const answer = program.read(lent[0], inputs[0].length, lent[1], inputs[1].length)
  const [address, size] = new Uint32Array(program.memory.buffer, answer, 2)
  const bytes = new Uint8Array(program.memory.buffer).slice(address, address + size)
  program.release(answer)
  lent.forEach(program.free)
  return bytes
}

/** @type {Reader['read']} */
async function read(name, bytes) {
  const encoder = new TextEncoder()
  const program = kept ?? (await start())
  kept = undefined // kept only if this ends well
  try {
    const answer = run(program, [bytes ?? encoder.encode(assets.sample), encoder.encode(name)])
    if (program.memory.buffer.byteLength <= KEPT_MEMORY) kept = program
    return answer
  } catch (reason) {
    if (reason instanceof RangeError || program.memory.buffer.byteLength > MUCH_MEMORY) {
      throw new Error(`${name} is too large for this device's memory. Choose a shorter time range when you export it.`)
    }
    console.error(reason)
    throw new Error(`${name} could not be read because of a fault in this page. Other files and texts can still be read.`)
  }
}

Object.assign(globalThis, { microfluenceReader: { read } })

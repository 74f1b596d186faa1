// @ts-check
// Runs the readers' program (src/reader/program.cpp), in a worker or, where there can be none, in the page.

/**
 * @typedef {object} Program
 * @property {WebAssembly.Memory} memory
 * @property {() => void} _initialize
 * @property {(size: number) => number} alloc
 * @property {(address: number) => void} free
 * @property {(bytes: number, size: number, name: number, nameSize: number) => number} read
 * @property {(answer: number) => void} release
 *
 * @callback Read what is read of it, as ingest::to_bytes writes it. Rejects with a sentence.
 * @param {string} name
 * @param {Blob | Uint8Array} content
 * @param {(part: number) => void} [progress] told of how much of it is read, 0 to 1
 * @returns {Promise<Uint8Array>}
 */

const MOST_BYTES = 64 * 2 ** 20 // ingest::max_input_bytes
// Memory of a WebAssembly instance never shrinks; one that has grown beyond this is not kept.
const KEPT_MEMORY = 64 * 2 ** 20
// A trap says no more than that the program gave up; with this much memory in use it is short of it.
const MUCH_MEMORY = 512 * 2 ** 20

/** @param {Uint8Array<ArrayBuffer>} bytes the program @returns {Read} */
export function createReading(bytes) {
  const compiled = WebAssembly.compile(bytes)
  compiled.catch(() => {}) // whoever reads is told
  /** @type {Program | undefined} */
  let kept
  /** @type {((part: number) => void) | undefined} */
  let told

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
      mf_progress: (/** @type {number} */ part) => told?.(part),
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

  return async (name, content, progress) => {
    const bytes = content instanceof Uint8Array ? content : await bytesOf(content, name)
    const program = kept ?? (await start())
    kept = undefined // kept only if this ends well
    told = progress
    try {
      const answer = run(program, [bytes, new TextEncoder().encode(name)])
      if (program.memory.buffer.byteLength <= KEPT_MEMORY) kept = program
      return answer
    } catch (reason) {
      if (reason instanceof RangeError || program.memory.buffer.byteLength > MUCH_MEMORY) {
        throw new Error(`${name} is too large for this device's memory. Choose a shorter time range when you export it.`)
      }
      console.error(reason)
      throw new Error(`${name} could not be read because of a fault in this page. Other files and texts can still be read.`)
    } finally {
      told = undefined
    }
  }
}

/** @param {Blob} file @param {string} name */
const bytesOf = async (file, name) => {
  if (file.size > MOST_BYTES) {
    const size = Math.round(file.size / 2 ** 20)
    throw new Error(`${name} has ${size} MB; this page reads up to 64 MB. Choose a shorter time range when you export it.`)
  }
  const content = await file.arrayBuffer().catch(() => {
    throw new Error(`${name} could not be opened. It may have been moved or changed; choose it again.`)
  })
  return new Uint8Array(content)
}

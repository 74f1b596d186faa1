// @ts-check
// Runs the readers' program (src/reader/program.cpp), in a worker or, where there can be none, in the page.

/**
 * @typedef {object} Program its addresses and sizes; the other side says what each does
 * @property {WebAssembly.Memory} memory
 * @property {() => void} _initialize
 * @property {(size: number) => number} alloc
 * @property {(address: number) => void} free
 * @property {(bytes: number, size: number, name: number, nameSize: number, columns: number, columnsSize: number) => number} read
 * @property {(size: number) => number} open
 * @property {(file: number) => number} needed
 * @property {(file: number, offset: number, bytes: number, size: number) => void} add
 * @property {(file: number, name: number, nameSize: number, columns: number, columnsSize: number) => number} read_pieces
 * @property {(answer: number) => void} release
 *
 * @callback Read what is read of it, as ingest::to_bytes writes it. Rejects with a sentence.
 * @param {string} name
 * @param {Blob | Uint8Array} content
 * @param {(part: number) => void} [progress] told of how much of it is read, 0 to 1
 * @param {string} [columns] what the person said of its columns
 * @returns {Promise<Uint8Array>}
 */

const MOST_BYTES = 128 * 2 ** 20 // ingest::max_input_bytes
// Memory of a WebAssembly instance never shrinks; one that has grown beyond this is not kept.
const KEPT_MEMORY = 64 * 2 ** 20
// A trap says no more than that the program gave up; with this much memory in use it is short of it.
const MUCH_MEMORY = 512 * 2 ** 20
const EXPORT_LESS = 'Choose a shorter time range when you export it.'

/** What is said to the person as it is. */
class Sentence extends Error {}

/** @param {Uint8Array<ArrayBuffer>} bytes the program @returns {Read} */
export function createReading(bytes) {
  const compiled = WebAssembly.compile(bytes)
  compiled.catch(() => {}) // whoever reads is told
  /** @type {Started | undefined} */
  let kept

  return async (name, content, progress = () => {}, columns = '') => {
    const started = kept ?? (await start(await compiled))
    const { program } = started
    kept = undefined // kept only if this ends well
    started.progress = progress
    try {
      const answer = await run(program, name, content, columns)
      if (program.memory.buffer.byteLength <= KEPT_MEMORY) kept = started
      return answer
    } catch (reason) {
      if (reason instanceof Sentence) throw reason
      if (reason instanceof RangeError || program.memory.buffer.byteLength > MUCH_MEMORY) {
        throw new Error(`${name} is too large for this device's memory. ${EXPORT_LESS}`)
      }
      console.error(reason)
      throw new Error(`${name} could not be read because of a fault in this page. Other files and texts can still be read.`)
    }
  }
}

/** @typedef {{program: Program, progress: (part: number) => void}} Started */

/** @param {WebAssembly.Module} module @returns {Promise<Started>} */
async function start(module) {
  const wasmPage = 64 * 1024
  const started = { program: /** @type {Program} */ ({}), progress: (/** @type {number} */ _part) => {} }
  const env = {
    // The program has grown by the few pages that it needed. A long list would have it do so thousands of times, each
    // time slower; a quarter more at once makes that a few dozen.
    emscripten_notify_memory_growth() {
      try {
        const { memory } = started.program
        memory.grow(Math.floor(memory.buffer.byteLength / wasmPage / 4))
      } catch {
        // Near the limit it goes on page by page.
      }
    },
    mf_progress: (/** @type {number} */ part) => started.progress(part),
  }
  started.program = /** @type {any} */ ((await WebAssembly.instantiate(module, { env })).exports)
  started.program._initialize()
  return started
}

/** @param {Program} program @param {string} name @param {Blob | Uint8Array} content @param {string} columns */
async function run(program, name, content, columns) {
  /** @type {number[]} */
  const lent = []
  /** @param {Uint8Array} bytes */
  const lend = (bytes) => {
    const address = program.alloc(bytes.length + 1)
    if (!address) throw new RangeError()
    lent.push(address)
    new Uint8Array(program.memory.buffer).set(bytes, address)
    return address
  }
  const words = [name, columns].flatMap((text) => {
    const bytes = new TextEncoder().encode(text)
    return [lend(bytes), bytes.length]
  })
  let answer
  if (content instanceof Blob && (await isZip(content, name))) {
    const file = program.open(content.size)
    for (let missing = missingOf(program, file); missing.length > 0; missing = missingOf(program, file)) {
      for (const [offset, size] of missing) {
        const bytes = await bytesOf(content.slice(offset, offset + size), name)
        program.add(file, offset, lend(bytes), bytes.length)
      }
    }
    answer = program.read_pieces(file, words[0], words[1], words[2], words[3])
  } else {
    const bytes = content instanceof Blob ? await wholeOf(content, name) : content
    answer = program.read(lend(bytes), bytes.length, words[0], words[1], words[2], words[3])
  }
  const [address, size] = new Uint32Array(program.memory.buffer, answer, 2)
  const bytes = new Uint8Array(program.memory.buffer).slice(address, address + size)
  program.release(answer)
  lent.forEach(program.free)
  return bytes
}

/** The pieces of a file that the program asks for, as offset and size. @param {Program} program @param {number} file */
function missingOf(program, file) {
  const address = program.needed(file)
  const [count] = new Float64Array(program.memory.buffer, address, 1)
  const numbers = [...new Float64Array(program.memory.buffer, address + 8, 2 * count)]
  return Array.from({ length: count }, (_, i) => [numbers[2 * i], numbers[2 * i + 1]])
}

/** @param {Blob} file @param {string} name */
const isZip = async (file, name) => {
  const [first, second, third, fourth] = await bytesOf(file.slice(0, 4), name)
  return first === 0x50 && second === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6))
}

/** @param {Blob} file @param {string} name */
const wholeOf = (file, name) => {
  if (file.size > MOST_BYTES) {
    const megabytes = (/** @type {number} */ bytes) => Math.round(bytes / 2 ** 20)
    throw new Sentence(`${name} has ${megabytes(file.size)} MB; this page reads up to ${megabytes(MOST_BYTES)} MB. ${EXPORT_LESS}`)
  }
  return bytesOf(file, name)
}

/** @param {Blob} part @param {string} name */
const bytesOf = async (part, name) => {
  const content = await part.arrayBuffer().catch(() => {
    throw new Sentence(`${name} could not be opened. It may have been moved or changed; choose it again.`)
  })
  return new Uint8Array(content)
}

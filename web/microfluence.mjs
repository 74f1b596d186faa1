// The core of Microfluence without its page, for browsers, workers and Node 20 or later. Types: microfluence.d.ts.
//
//   import load from './microfluence.mjs'
//   const mf = await load()
//   mf.analyze({ platform: 'instagram', followers: 25_000 }).verdict
//
// Nothing is sent anywhere. No eval: a page may forbid all but `script-src 'self' 'wasm-unsafe-eval'`.
// The other side of the boundary is src/report/module.cpp.

/**
 * @typedef {{memory: WebAssembly.Memory, _initialize: () => void, alloc: (size: number) => number, free: (address: number) => void,
 *   call: (operation: number, operationSize: number, request: number, requestSize: number, bytes: number, bytesSize: number) => number,
 *   release: (answer: number) => void}} Exports
 * @typedef {{code: string, message: string, field?: string, row?: number, columns?: string[]}} Failure
 */

const deepest = 64
const largestInput = 128 * 1024 * 1024
// Memory of a WebAssembly instance never shrinks. One that has grown beyond this is used again, which saves getting the
// memory again, but left to the garbage collector.
const keptMemory = 64 * 1024 * 1024

/** @param {Failure} failure @returns {never} */
function fail({ code, message, field, row, columns }) {
  const error = code === 'bad-argument' ? new TypeError(message) : new Error(message)
  throw Object.assign(error, { code }, field === undefined ? {} : { field }, row === undefined ? {} : { row }, columns && { columns })
}

/** @param {string} path */
const named = (path) => (path === '' ? 'The request' : `"${path}"`)

/**
 * A copy that JSON can carry without changing its meaning; what it cannot carry is refused with its place.
 * @param {unknown} value @param {string} path @param {number} depth @returns {unknown}
 */
function plain(value, path, depth = 0) {
  switch (typeof value) {
    case 'number':
      if (Number.isNaN(value)) fail({ code: 'not-a-number', message: `${named(path)} is not a number.`, field: path })
      if (!Number.isFinite(value)) fail({ code: 'out-of-range', message: `${named(path)} is too large.`, field: path })
      return value
    case 'string':
      return value.replace(/\p{Surrogate}/gu, '\ufffd') // half a character, as cut-off captions have
    case 'bigint':
    case 'function':
    case 'symbol':
      return fail({ code: 'bad-argument', message: `${named(path)} cannot be a ${typeof value}.`, field: path })
    case 'object':
      return value === null ? null : plainObject(value, path, depth)
    default:
      return value
  }
}

/** @param {object} value @param {string} path @param {number} depth @returns {unknown} */
function plainObject(value, path, depth) {
  if (depth >= deepest) fail({ code: 'bad-argument', message: `The request is nested more than ${deepest} levels deep.`, field: path })
  if (value instanceof Date && Number.isNaN(value.getTime())) {
    fail({ code: 'bad-argument', message: `${named(path)} is not a valid date.`, field: path })
  }
  if ('toJSON' in value && typeof value.toJSON === 'function') return plain(value.toJSON(), path, depth + 1)
  if (Array.isArray(value)) return value.map((item, i) => plain(item, `${path}[${i}]`, depth + 1))
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return Object.fromEntries(entries.map(([key, item]) => [key, plain(item, path === '' ? key : `${path}.${key}`, depth + 1)]))
}

/** @param {unknown} request @param {string} name */
function requestText(request, name) {
  if (typeof request !== 'object' || request === null || Array.isArray(request)) {
    fail({ code: 'bad-argument', message: `The ${name} must be an object.` })
  }
  return JSON.stringify(plain(request, ''))
}

/**
 * A list of creators goes as the bytes that it is, beside the request.
 * @param {unknown} request @returns {[string, Uint8Array?]}
 */
function pickArguments(request) {
  if (typeof request !== 'object' || request === null || !('roster' in request) || request.roster == null) {
    return [requestText(request, 'request')]
  }
  return [requestText({ ...request, roster: true }, 'request'), inputBytes(request.roster)]
}

/** @param {unknown} input @returns {Uint8Array} */
function asBytes(input) {
  if (typeof input === 'string') return new TextEncoder().encode(input)
  if (input instanceof ArrayBuffer) return new Uint8Array(input)
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
  return fail({ code: 'bad-argument', message: 'The input must be a string, a Uint8Array or an ArrayBuffer.' })
}

/** @param {unknown} input */
function inputBytes(input) {
  const bytes = asBytes(input)
  // The core says the same; but what is far too large would not even fit into its memory.
  if (bytes.length > largestInput) {
    fail({ code: 'too-large', message: 'The input is larger than 128 MB; keep only the rows and columns that you need.' })
  }
  return bytes
}

/** @returns {Promise<WebAssembly.Module>} */
async function compile() {
  const address = new URL('./microfluence.wasm', import.meta.url)
  if (address.protocol === 'file:') {
    const { readFile } = await import(/* @vite-ignore */ /* webpackIgnore: true */ 'node:fs/promises')
    return WebAssembly.compile(await readFile(address))
  }
  const response = await fetch(address)
  if (!response.ok) fail({ code: 'not-loaded', message: `microfluence.wasm could not be loaded (status ${response.status}).` })
  const type = response.headers.get('Content-Type') ?? ''
  if (WebAssembly.compileStreaming && /^application\/wasm\b/i.test(type)) return WebAssembly.compileStreaming(response)
  return WebAssembly.compile(await response.arrayBuffer())
}

const wasmPage = 64 * 1024

/** @param {WebAssembly.Module} module @returns {Exports} */
function start(module) {
  /** @type {Exports} */
  let core
  const imports = {
    env: {
      // The C library has just grown its memory by the few pages that it needed. A long list would have it do so thousands
      // of times, each time slower; a quarter more at once makes that a few dozen.
      emscripten_notify_memory_growth() {
        try {
          core.memory.grow(Math.floor(core.memory.buffer.byteLength / wasmPage / 4))
        } catch {
          // Near the limit it goes on page by page.
        }
      },
    },
    // The C library asks for these; the core writes to no stream.
    wasi_snapshot_preview1: { fd_write: () => 8, fd_seek: () => 8, fd_close: () => 8, proc_exit() {} },
  }
  core = /** @type {Exports} */ (/** @type {unknown} */ (new WebAssembly.Instance(module, imports).exports))
  core._initialize()
  return core
}

/** @returns {never} */
const outOfMemory = () => fail({ code: 'out-of-memory', message: 'This is more than fits into memory; use a smaller input.' })

// A trap says no more than that the core gave up; only with much memory in use is that the likely reason.
const muchMemory = 512 * 1024 * 1024

/** @param {number} memory @returns {never} */
function trapped(memory) {
  if (memory >= muchMemory) outOfMemory()
  return fail({ code: 'internal-error', message: 'The calculation stopped on a fault of its own; the next call starts afresh.' })
}

/**
 * One instance at a time; a fresh one after a trap, whose memory cannot be trusted.
 * @param {WebAssembly.Module} module
 */
function bridge(module) {
  /** @type {Exports | undefined} */
  let live
  /** @type {WeakRef<Exports> | undefined} */
  let grown

  /** @param {Exports} core @param {Uint8Array} bytes @param {number[]} held */
  function lend(core, bytes, held) {
    const address = core.alloc(Math.max(bytes.length, 1))
    if (address === 0) outOfMemory()
    held.push(address)
    new Uint8Array(core.memory.buffer).set(bytes, address >>> 0)
    return address
  }

  /** @param {Exports} core @param {Uint8Array[]} parts */
  function run(core, parts) {
    /** @type {number[]} */
    const held = []
    const [operation, request, bytes] = parts.map((part) => [lend(core, part, held), part.length])
    const answer = core.call(operation[0], operation[1], request[0], request[1], bytes[0], bytes[1])
    const [address, size] = new Uint32Array(core.memory.buffer, answer, 2)
    const text = new TextDecoder().decode(new Uint8Array(core.memory.buffer, address, size))
    core.release(answer)
    for (const lent of held) core.free(lent)
    return text
  }

  /**
   * @param {string} operation @param {string} [request] @param {Uint8Array} [bytes]
   * @returns {any}
   */
  return function call(operation, request = '', bytes = new Uint8Array(0)) {
    const encoder = new TextEncoder()
    let text = ''
    const core = live ?? grown?.deref() ?? start(module)
    live = grown = undefined // kept only if the call ends well
    try {
      text = run(core, [encoder.encode(operation), encoder.encode(request), bytes])
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) trapped(core.memory.buffer.byteLength)
      throw error
    }
    if (core.memory.buffer.byteLength <= keptMemory) live = core
    else grown = new WeakRef(core)
    const answer = JSON.parse(text)
    return answer.error ? fail(answer.error) : answer.ok
  }
}

/** @returns {Promise<import('./microfluence.d.mts').Microfluence>} */
export default async function load() {
  const call = bridge(await compile())
  return Object.freeze({
    version: call('version').version,
    /** @param {unknown} input @param {unknown} [hints] */
    read: (input, hints = {}) => call('read', requestText(hints ?? {}, 'hints'), inputBytes(input)),
    /** @param {unknown} request */
    analyze: (request) => call('analyze', requestText(request, 'request')),
    /** @param {unknown} request */
    simulate: (request) => call('simulate', requestText(request, 'request')),
    /** @param {unknown} request */
    pick: (request) => call('pick', ...pickArguments(request)),
    /** @param {unknown} input */
    table: (input) => call('table', '', inputBytes(input)),
    benchmarks: () => call('benchmarks'),
  })
}

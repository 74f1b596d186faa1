// @ts-check
// What the page fetches when somebody first gives it something to read: the readers (src/reader/program.cpp), the worker
// that runs them and the sample, in one classic script. A script can be added to a sandboxed frame of an unknown host,
// where a fetch would need headers of that host; for the same reason the worker is made of a text that is in the script.
// web/own-script.mjs adds it and takes over what it leaves in `microfluenceReader`.
//
// All that stands before this script as `microfluenceReaderAssets`, the program as packed.mjs says.

import { unpacked } from './packed.mjs'
import { createReading } from './reading.mjs'

/**
 * @typedef {object} Options
 * @property {string} [columns] what the person said of its columns
 * @property {(part: number) => void} [progress] told of how much of it is read, 0 to 1
 * @property {AbortSignal} [stopped]
 *
 * @typedef {object} Reader
 * @property {(name: string, content?: Blob | Uint8Array, options?: Options) => Promise<Uint8Array>} read what is read of
 *   it, as ingest::to_bytes writes it; of the sample without content. Rejects with a sentence.
 */

/** @type {{program: string, worker: string, sample: string}} */
// @ts-ignore put there by the build
const assets = microfluenceReaderAssets

const QUICK_BYTES = 2 ** 20 // read within a moment by a slow phone, too
const program = unpacked(assets.program)

/** @typedef {{name: string, content: Blob | Uint8Array, columns: string, progress?: (part: number) => void, resolve: (answer: Uint8Array) => void, reject: (reason: Error) => void}} Order */
/** @type {Map<number, Order>} given to the worker and not answered yet */
const orders = new Map()
let lastOrder = 0

/** @type {Promise<Worker | undefined> | undefined} */
let worker

/** A worker that has begun; undefined where the browser or the host's policy allows none. */
const startWorker = () =>
  new Promise((/** @type {(worker: Worker | undefined) => void} */ resolve) => {
    try {
      const address = URL.createObjectURL(new Blob([assets.worker], { type: 'text/javascript' }))
      const begun = new Worker(address)
      const none = () => (begun.terminate(), resolve(undefined))
      const late = setTimeout(none, 5000)
      begun.onerror = (event) => (event.preventDefault(), none())
      begun.onmessage = () => {
        clearTimeout(late)
        URL.revokeObjectURL(address)
        begun.onmessage = heard
        begun.onerror = () => {
          begun.terminate()
          worker = undefined
          for (const [id, { name, reject }] of orders) {
            orders.delete(id)
            reject(new Error(`${name} could not be read because of a fault in this page. Other files and texts can still be read.`))
          }
        }
        resolve(begun)
      }
      begun.postMessage({ program })
    } catch {
      resolve(undefined)
    }
  })

/** @param {MessageEvent<import('./reader-worker.mjs').Word>} event */
function heard({ data: { id, part, answer, sentence } }) {
  const order = orders.get(id)
  if (!order) return
  if (part !== undefined) return order.progress?.(part)
  orders.delete(id)
  if (answer) order.resolve(answer)
  else order.reject(new Error(sentence))
}

/** @type {import('./reading.mjs').Read | undefined} */
let readHere

/** In the page, which stands still meanwhile. @type {import('./reading.mjs').Read} */
async function readInPage(name, content, progress, columns) {
  if ((content instanceof Blob ? content.size : content.length) > QUICK_BYTES) {
    progress?.(0)
    await new Promise((shown) => setTimeout(shown, 50))
  }
  return (readHere ??= createReading(program))(name, content, undefined, columns)
}

/** What is being read cannot be asked to end: another worker goes on with the rest. @param {number} id */
async function stop(id) {
  const order = orders.get(id)
  if (!order) return
  orders.delete(id)
  order.reject(new Error(`The reading of ${order.name} was stopped.`))
  const busy = await worker
  busy?.terminate()
  worker = startWorker()
  const next = await worker
  for (const [id, { name, content, columns }] of orders) next?.postMessage({ id, name, content, columns })
}

/** @type {Reader['read']} */
async function read(name, content = new TextEncoder().encode(assets.sample), { columns = '', progress, stopped } = {}) {
  const reading = await (worker ??= startWorker())
  if (!reading) return readInPage(name, content, progress, columns)
  const id = ++lastOrder
  return new Promise((resolve, reject) => {
    orders.set(id, { name, content, columns, progress, resolve, reject })
    reading.postMessage({ id, name, content, columns })
    if (stopped?.aborted) stop(id)
    else stopped?.addEventListener('abort', () => stop(id))
  })
}

Object.assign(globalThis, { microfluenceReader: { read } })

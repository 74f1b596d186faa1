// @ts-check
// The reader's worker: reads one thing after the other. The first message brings the program.
import { createReading } from './reading.mjs'

/**
 * @typedef {{program: Uint8Array<ArrayBuffer>}} Start
 * @typedef {{id: number, name: string, content: Blob | Uint8Array, columns: string}} Order
 * @typedef {{id: number, answer?: Uint8Array, sentence?: string, part?: number}} Word
 */

/** @type {import('./reading.mjs').Read} */
let read

const say = (/** @type {Word} */ word) => postMessage(word)

addEventListener('message', async (/** @type {MessageEvent<Start | Order>} */ { data }) => {
  if ('program' in data) {
    read = createReading(data.program)
    say({ id: 0 })
    return
  }
  const { id, name, content, columns } = data
  try {
    say({ id, answer: await read(name, content, (part) => say({ id, part }), columns) })
  } catch (reason) {
    say({ id, sentence: /** @type {Error} */ (reason).message })
  }
})

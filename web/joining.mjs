// @ts-check
// Joins the later part of the program (later.mjs) to the first: one memory, one table of functions, one state.

import { QUICK } from './given.mjs'

const LATE = 0
const HERE = 1
const FAILED = 2

/**
 * @param {HTMLElement} twinRoot where the tabs are that lead to other tools
 * @param {any} module the first part, as Emscripten's factory gives it
 * @param {() => Promise<Uint8Array<ArrayBuffer>>} laterPart loads it at its first call
 * @param {() => void} wake asks for a frame
 */
export function createJoining(twinRoot, module, laterPart, wake) {
  // On the way to another tool it is fetched already.
  for (const kind of ['pointerover', 'focusin']) {
    twinRoot.addEventListener(kind, ({ target }) => {
      if (/** @type {Element} */ (target).closest('.tab:not([aria-current])')) laterPart().catch(() => {})
    })
  }

  return {
    /** Fetches it, and tells the tool what came of it. */
    async joinLaterPart() {
      const tell = (/** @type {number} */ outcome) => (module._mf_later_part(outcome), wake())
      const timer = setTimeout(() => tell(LATE), QUICK)
      let outcome = HERE
      try {
        await WebAssembly.instantiate(await laterPart(), { first: module.wasmExports })
      } catch (reason) {
        console.error(reason)
        outcome = FAILED
      }
      clearTimeout(timer)
      tell(outcome)
    },
  }
}

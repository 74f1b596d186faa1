// @ts-check
// Texts and bytes across the boundary: into the program's memory before a call, and out of it.

/** @typedef {ReturnType<typeof createMemory>} Memory */

/**
 * @param {any} module the program, as Emscripten's factory gives it
 * @param {() => void} wake asks for a frame
 */
export function createMemory(module, wake) {
  const encoder = new TextEncoder()
  const decoder = new TextDecoder()

  return {
    /**
     * False if there is no room for them.
     * @param {(string | Uint8Array)[]} values @param {(...pointersAndSizes: number[]) => void} call
     */
    withMemory(values, call) {
      /** @type {number[]} */
      const pairs = []
      try {
        for (const value of values) {
          const bytes = typeof value === 'string' ? encoder.encode(value) : value
          const pointer = module._mf_allocate(bytes.length + 1)
          if (!pointer) return false
          pairs.push(pointer, bytes.length)
          module.HEAPU8.set(bytes, pointer)
        }
        call(...pairs)
        return true
      } finally {
        for (let i = 0; i < pairs.length; i += 2) module._mf_release(pairs[i])
        wake()
      }
    },

    /** @param {number} pointer @param {number} size */
    textAt: (pointer, size) => decoder.decode(module.HEAPU8.subarray(pointer, pointer + size)),
  }
}

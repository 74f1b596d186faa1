// @ts-check
// The drawing context, and how to have it without standing still: where a processor stands in for the GPU, each answer
// of it takes long.

const LONGEST_WAIT = 1000 // milliseconds

/** @type {WebGLContextAttributes} */
export const DRAWING = {
  alpha: false,
  depth: false,
  antialias: false,
  powerPreference: 'low-power',
  preserveDrawingBuffer: true, // only what changed is drawn anew
}

/**
 * The first to ask for a context waits until the browser has its GPU ready. So a worker asks first and the page goes on
 * meanwhile.
 * @param {Window & typeof globalThis} window
 * @returns {Promise<Worker | undefined>} one that got a context and keeps it; nothing where none could be had like that
 */
export async function gpuReady(window) {
  const ask = `const gl = new OffscreenCanvas(1, 1).getContext('webgl2', ${JSON.stringify(DRAWING)}); gl?.finish(); postMessage(!!gl)`
  const address = URL.createObjectURL(new Blob([ask], { type: 'text/javascript' }))
  try {
    const worker = new Worker(address)
    const has = await new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data)
      worker.onerror = (event) => (event.preventDefault(), resolve(false))
      window.setTimeout(resolve, LONGEST_WAIT)
    })
    if (has) return worker
    worker.terminate()
  } catch {
    // A policy or a browser may allow no worker.
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** All that was asked of it is done, and the next question is answered at once. @param {WebGL2RenderingContext} gl */
export async function gpuIdle(gl) {
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0)
  if (!fence) return // the context is lost
  gl.flush()
  const until = performance.now() + LONGEST_WAIT
  while (gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.UNSIGNALED && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 4))
  }
  gl.deleteSync(fence)
}

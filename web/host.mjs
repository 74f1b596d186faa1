// @ts-check
// Runs the drawn tool in a page: starts the module, connects it with the canvas, the native elements and what people do,
// and describes and draws only when something happened. src/platform/boundary.h lists what crosses.

import { createGiven } from './given.mjs'
import { createGlyphs, fontsReady } from './glyphs.mjs'
import { DRAWING, gpuIdle, gpuReady } from './gpu.mjs'
import { createJoining } from './joining.mjs'
import { createMemory } from './memory.mjs'
import { createPointer } from './pointer.mjs'
import { createSlice, heightAtMost } from './slice.mjs'
import { createTwin } from './twin.mjs'

const NODES_CHANGED = 1
const HEIGHT_CHANGED = 2
const FRAME_WANTED = 4
const DESCRIBED = 8

const LONGEST_QUIET_WAIT = 100 // milliseconds
const LETTERS_AT_ONCE = 20 // a few milliseconds

/**
 * @typedef {object} Options
 * @property {HTMLElement} root the tool's place in the page
 * @property {string} query the state to start from, as in a query string
 * @property {'auto' | 'light' | 'dark'} theme
 * @property {boolean} plain show the native elements as an ordinary page; no canvas
 * @property {(link: string) => void} [onLink] told of the state whenever it settles
 * @property {() => void} [onHeight] told when the tool has another height
 * @property {(overrides: object) => Promise<any>} createModule Emscripten's factory
 * @property {string | Uint8Array} program the module's address, or the module itself
 * @property {() => Promise<import('./reader.mjs').Reader>} reader loads the reader's program at its first call
 * @property {() => Promise<Uint8Array<ArrayBuffer>>} laterPart loads the later part of the program at its first call
 */

/** @param {Options} options */
export async function startTool({ root, query, theme, plain, onLink, onHeight, createModule, program, reader, laterPart }) {
  const { ownerDocument: document } = root
  const window = /** @type {Window & typeof globalThis} */ (document.defaultView)
  const canvas = document.createElement('canvas')
  canvas.id = 'tool-canvas'
  canvas.setAttribute('aria-hidden', 'true')
  const twinRoot = document.createElement('div')
  twinRoot.className = 'twin'

  const asked = plain ? undefined : gpuReady(window)
  const glyphs = createGlyphs(document)
  const loaded = Promise.all([
    createModule(
      typeof program === 'string'
        ? { glyphs, locateFile: () => program }
        : { glyphs, wasmBinary: program, locateFile: (/** @type {string} */ name) => name },
    ),
    fontsReady(document),
  ])
  loaded.catch(() => {}) // it is awaited below
  const gpu = await asked
  const nextTask = () => new Promise((resolve) => window.setTimeout(resolve))
  const readsTrue = !plain && glyphs.readsTrue()
  await nextTask()
  // About as large as it will be: another size would cost the GPU another canvas.
  canvas.width = root.clientWidth * window.devicePixelRatio
  canvas.height = heightAtMost(window)
  const gl = readsTrue ? canvas.getContext('webgl2', DRAWING) : null
  gpu?.terminate()
  await nextTask()
  const [module, fonts] = await loaded
  const starting = [...root.childNodes] // seen until there is something else
  root.append(twinRoot)

  // [SECTION] What is around the program
  const memory = createMemory(module, wake)
  const { withMemory, textAt } = memory
  const slice = createSlice(window, root, canvas, module._mf_resize, wake)
  const given = createGiven(document, module, memory, reader, wake)
  const { joinLaterPart } = createJoining(twinRoot, module, laterPart, wake)
  const twin = createTwin(twinRoot, {
    input: (id, text, committed) => withMemory([id, text], (...at) => module._mf_input(...at, committed ? 1 : 0)),
    choose: (id, index) => withMemory([id], (...at) => module._mf_choose(...at, index)),
    press: (id) => withMemory([id], (...at) => module._mf_press(...at)),
    files: given.readFile,
  })
  createPointer(root, (kind, x, y, touch) => {
    if (plain) return
    module._mf_pointer(kind, x, y, touch)
    wake()
  })

  // [SECTION] Frames, on demand only
  let frameRequested = true // by the start, below
  let first = 0 // what the first description answered, and no frame has heard
  let isDrawing = false
  let lastLink = ''
  let settled = false // nothing was described anew since all was taken that a description asks for

  function wake() {
    if (frameRequested) return
    frameRequested = true
    window.requestAnimationFrame(frame)
  }

  function frame() {
    frameRequested = false
    slice.place(module._mf_height())
    let answer = module._mf_describe() | first
    first = 0
    // A new height may bring or take the page's scroll bar and with it a new width; a few rounds settle it.
    for (let round = 0; answer & HEIGHT_CHANGED && round < 3; ++round) {
      root.style.height = plain ? '' : `${module._mf_height()}px`
      answer &= ~HEIGHT_CHANGED
      if (slice.place(module._mf_height())) {
        if (answer & NODES_CHANGED) patch()
        answer = (answer & ~NODES_CHANGED) | module._mf_describe()
      }
      onHeight?.()
    }
    if (isDrawing) answer |= module._mf_draw() // before the twin: the GPU works beside it
    if (answer & FRAME_WANTED) wake()
    if (!settled || answer & DESCRIBED) {
      settled = !(answer & FRAME_WANTED)
      doAsAsked()
    }
    if (answer & NODES_CHANGED) patch()
  }

  /** What a description asks of the page: reading, fetching, saving, another address. */
  function doAsAsked() {
    given.readAsAsked()
    if (module._mf_wants_later_part()) joinLaterPart()
    given.saveAsAsked()
    const link = textAt(module._mf_link(), module._mf_link_size())
    // The page's heading is that of the tool and comes with it; all else can wait until nothing moves any more.
    if (link !== lastLink && (settled || toolIn(link) !== toolIn(lastLink))) {
      lastLink = link
      onLink?.(link)
    }
  }
  const toolIn = (/** @type {string} */ link) => new URLSearchParams(link).get('tool')

  const patch = () => twin.patch(textAt(module._mf_nodes(), module._mf_nodes_size()))

  // [SECTION] Drawn, or an ordinary page
  /** What was described first is on the screen, and nothing waits for the page. @param {() => void} act */
  function onceQuiet(act) {
    const idle = () =>
      'requestIdleCallback' in window ? window.requestIdleCallback(act, { timeout: LONGEST_QUIET_WAIT }) : nextTask().then(act)
    window.requestAnimationFrame(() => window.requestAnimationFrame(idle))
  }

  /** @param {WebGL2RenderingContext} gl */
  async function startDrawing(gl) {
    while (module._mf_letters(LETTERS_AT_ONCE)) await nextTask()
    await gpuIdle(gl)
    for (const child of starting) child.remove()
    root.prepend(canvas)
    if (!module._mf_canvas()) return stayPlain()
    isDrawing = true
    wake()
    slice.limit(Math.min(gl.getParameter(gl.MAX_RENDERBUFFER_SIZE), gl.getParameter(gl.MAX_VIEWPORT_DIMS)[1]))
  }

  function stayPlain() {
    plain = true
    lookOrdinary()
    root.style.height = ''
    for (const child of [...starting, canvas]) child.remove()
  }

  // In print and in forced colours the elements are an ordinary page as well, and the drawing is not to be seen.
  const ordinary = ['print', '(forced-colors: active)'].map((query) => window.matchMedia(query))
  function lookOrdinary() {
    root.classList.toggle('plain', plain || ordinary.some(({ matches }) => matches))
  }

  const darkWanted = window.matchMedia('(prefers-color-scheme: dark)')
  function applyTheme() {
    const dark = theme === 'dark' || (theme !== 'light' && darkWanted.matches)
    document.documentElement.dataset.theme = dark ? 'dark' : 'light'
    module._mf_theme(dark ? 1 : 0)
    wake()
  }

  // [SECTION] The first frame
  withMemory([query], (...at) => module._mf_start(...at))
  if (!gl) stayPlain()
  applyTheme()
  darkWanted.addEventListener('change', applyTheme)
  lookOrdinary()
  for (const media of ordinary) media.addEventListener('change', lookOrdinary)
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault()
    module._mf_context(0)
    wake()
  })
  canvas.addEventListener('webglcontextrestored', () => {
    module._mf_context(1)
    wake()
  })
  if (!fonts.early) {
    fonts.all.then((there) => {
      if (!there) return
      glyphs.forget()
      module._mf_fonts_changed()
      wake()
    })
  }
  // One after the other, so that nobody who comes early has to wait for all of it.
  await nextTask()
  slice.place(module._mf_height())
  first = module._mf_describe() & ~NODES_CHANGED
  await nextTask()
  patch()
  window.requestAnimationFrame(frame)
  if (gl) onceQuiet(() => startDrawing(gl))

  return {
    /** @param {string} changed */
    setQuery: (changed) => withMemory([changed], (...at) => module._mf_query(...at)),
  }
}

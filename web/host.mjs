// @ts-check
// Runs the drawn tool in a page: starts the module, keeps the canvas on exact device pixels under the part of the tool
// that is in view, hands over what people do, and draws only when something happened. src/platform/boundary.h lists
// what crosses.

import { createGlyphs, fontsReady } from './glyphs.mjs'
import { DRAWING, gpuIdle, gpuReady } from './gpu.mjs'
import { createSlice, heightAtMost } from './slice.mjs'
import { createTwin } from './twin.mjs'

const NODES_CHANGED = 1
const HEIGHT_CHANGED = 2
const FRAME_WANTED = 4
const DESCRIBED = 8

const MOST_PASTED_CHARACTERS = 100_000 // beyond this a paste is read like a file, not put into a text field
const QUICK = 300 // milliseconds: an answer that takes longer is announced
const PASTED = 'The pasted text'
const NO_READER =
  'The part of this page that reads did not load. Check the connection, then paste or choose it again. If that does ' +
  'not help, reload the page.'
const EXPORT_LESS = 'Choose a shorter time range when you export it.'
const LONGEST_QUIET_WAIT = 100 // milliseconds
const LETTERS_AT_ONCE = 20 // a few milliseconds

/** @param {string} sentence for the person @returns {never} */
const fail = (sentence) => {
  throw new Error(sentence)
}

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

  // [SECTION] Texts across the boundary
  const encoder = new TextEncoder()
  const decoder = new TextDecoder()

  /** @param {(string | Uint8Array)[]} values @param {(...pointersAndSizes: number[]) => void} call */
  function withMemory(values, call) {
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
  }
  const textAt = (/** @type {number} */ pointer, /** @type {number} */ size) =>
    decoder.decode(module.HEAPU8.subarray(pointer, pointer + size))

  const fingers = window.matchMedia('(pointer: coarse)')
  const slice = createSlice(window, root, canvas, (width, top, canvasWidth, canvasHeight, scale) =>
    module._mf_resize(width, top, canvasWidth, canvasHeight, scale, fingers.matches ? 1 : 0))

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
    for (let ticket = module._mf_to_read(); ticket; ticket = module._mf_to_read()) {
      const text = module._mf_to_read_text()
      const file = files.get(module._mf_to_read_file())
      const columns = module._mf_to_read_columns()
      read(ticket, file?.name ?? PASTED, text ? module.HEAPU8.slice(text, text + module._mf_to_read_size()) : file?.content,
        textAt(columns, module._mf_to_read_columns_size()))
    }
    for (const ticket of files.keys()) {
      if (!module._mf_is_kept(ticket)) files.delete(ticket)
    }
    for (const [ticket, controller] of announced) {
      if (!module._mf_is_awaited(ticket)) controller.abort()
    }
    if (module._mf_wants_later_part()) joinLaterPart()
    const name = module._mf_to_save()
    if (name) {
      save(textAt(name, module._mf_to_save_name_size()), textAt(module._mf_to_save_text(), module._mf_to_save_text_size()))
    }
    const link = textAt(module._mf_link(), module._mf_link_size())
    // The page's heading is that of the tool and comes with it; all else can wait until nothing moves any more.
    if (link !== lastLink && (settled || toolIn(link) !== toolIn(lastLink))) {
      lastLink = link
      onLink?.(link)
    }
  }
  const toolIn = (/** @type {string} */ link) => new URLSearchParams(link).get('tool')

  const patch = () => twin.patch(textAt(module._mf_nodes(), module._mf_nodes_size()))

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

  // [SECTION] Reading
  /** What is being read and has been announced: stopped once nobody waits for it. @type {Map<number, AbortController>} */
  const announced = new Map()

  /** What was given and may have to be read again. @type {Map<number, {name: string, content: Blob | Uint8Array}>} */
  const files = new Map()

  /**
   * Has it read and hands over the answer; of the sample without content.
   * @param {number} ticket @param {string} name @param {Blob | Uint8Array} [content] @param {string} [columns]
   */
  async function read(ticket, name, content, columns = '') {
    const controller = new AbortController()
    const takesLong = (part = 0) => {
      announced.set(ticket, controller)
      module._mf_takes_long(ticket, part)
      wake()
    }
    const timer = window.setTimeout(takesLong, QUICK)
    try {
      const { read } = await reader().catch(() => fail(NO_READER))
      if (!module._mf_is_awaited(ticket)) return
      const progress = (/** @type {number} */ part) => (part === 0 || announced.has(ticket)) && takesLong(part)
      const answer = await read(name, content, { columns, progress, stopped: controller.signal })
      if (!withMemory([answer], (...at) => module._mf_reading(ticket, ...at))) {
        fail(`${name} is too large for this device's memory. ${EXPORT_LESS}`)
      }
    } catch (reason) {
      withMemory([/** @type {Error} */ (reason).message], (...at) => module._mf_not_read(ticket, ...at))
    } finally {
      window.clearTimeout(timer)
      announced.delete(ticket)
    }
  }

  /** From here on its answer is awaited, in place of that of the file before. @param {string} name @param {Blob | Uint8Array} content */
  function readGiven(name, content) {
    let ticket = 0
    withMemory([name], (...at) => (ticket = module._mf_file(...at)))
    files.set(ticket, { name, content })
    read(ticket, name, content)
  }

  // [SECTION] The later part of the program: one memory, one table of functions, one state
  const LATE = 0
  const HERE = 1
  const FAILED = 2

  async function joinLaterPart() {
    const tell = (/** @type {number} */ outcome) => (module._mf_later_part(outcome), wake())
    const timer = window.setTimeout(() => tell(LATE), QUICK)
    let outcome = HERE
    try {
      await WebAssembly.instantiate(await laterPart(), { first: module.wasmExports })
    } catch (reason) {
      console.error(reason)
      outcome = FAILED
    }
    window.clearTimeout(timer)
    tell(outcome)
  }

  // On the way to another tool it is fetched already.
  for (const kind of ['pointerover', 'focusin']) {
    twinRoot.addEventListener(kind, ({ target }) => {
      if (/** @type {Element} */ (target).closest('.tab:not([aria-current])')) laterPart().catch(() => {})
    })
  }

  // [SECTION] Files and pastes
  /** Into the person's downloads; a frame may be forbidden to. @param {string} name @param {string} text */
  function save(name, text) {
    const link = document.createElement('a')
    link.download = name
    link.href = URL.createObjectURL(new Blob([text], { type: name.endsWith('.csv') ? 'text/csv' : 'text/plain' }))
    link.click()
    window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  }

  /** @param {FileList | null | undefined} files */
  function readFile(files) {
    const file = files?.[0]
    if (file) readGiven(file.name, file)
  }

  /** @param {ClipboardEvent} event */
  function pasted(event) {
    const data = event.clipboardData
    if (!data) return
    const text = data.getData('text/plain')
    const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
    if (data.files.length > 0 && !text) {
      event.preventDefault()
      readFile(data.files)
    } else if (text.length > MOST_PASTED_CHARACTERS) {
      event.preventDefault()
      readGiven(PASTED, encoder.encode(text))
    } else if (text && !inField) {
      event.preventDefault()
      withMemory(['paste', text], (...at) => module._mf_input(...at, 1))
    }
  }

  // [SECTION] What people do
  const twin = createTwin(twinRoot, {
    input: (id, text, committed) => withMemory([id, text], (...at) => module._mf_input(...at, committed ? 1 : 0)),
    choose: (id, index) => withMemory([id], (...at) => module._mf_choose(...at, index)),
    press: (id) => withMemory([id], (...at) => module._mf_press(...at)),
    files: readFile,
  })

  const MOVED = 0
  const PRESSED = 1
  const RELEASED = 2
  const GONE = 3
  /** @param {PointerEvent} event @param {number} kind */
  function pointer(event, kind) {
    if (plain) return
    if (kind === PRESSED && (event.button !== 0 || !event.isPrimary)) return
    const { left, top } = root.getBoundingClientRect()
    const touch = event.pointerType === 'touch' ? 1 : 0
    module._mf_pointer(kind, event.clientX - left, event.clientY - top, touch)
    wake()
  }

  /** What a picture said of the place under a pointer or a finger goes. */
  function pointAtNothing() {
    if (plain) return
    module._mf_pointer(GONE, 0, 0, 0)
    wake()
  }

  const darkWanted = window.matchMedia('(prefers-color-scheme: dark)')
  function applyTheme() {
    const dark = theme === 'dark' || (theme !== 'light' && darkWanted.matches)
    document.documentElement.dataset.theme = dark ? 'dark' : 'light'
    module._mf_theme(dark ? 1 : 0)
    wake()
  }

  withMemory([query], (...at) => module._mf_start(...at))
  if (!gl) stayPlain()
  applyTheme()
  darkWanted.addEventListener('change', applyTheme)
  lookOrdinary()
  for (const media of ordinary) media.addEventListener('change', lookOrdinary)
  fingers.addEventListener('change', () => (slice.forget(), wake()))
  root.addEventListener('pointermove', (event) => pointer(event, MOVED))
  root.addEventListener('pointerdown', (event) => pointer(event, PRESSED))
  root.addEventListener('pointerup', (event) => pointer(event, RELEASED))
  root.addEventListener('pointerleave', (event) => pointer(event, GONE))
  root.addEventListener('pointercancel', (event) => pointer(event, GONE))
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && pointAtNothing())
  document.addEventListener('pointerdown', ({ target }) => root.contains(/** @type {Element} */ (target)) || pointAtNothing())
  document.addEventListener('paste', pasted)
  document.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault() // text is dropped as the browser does it
  })
  document.addEventListener('drop', (event) => {
    if (!event.dataTransfer?.files.length) return
    event.preventDefault()
    readFile(event.dataTransfer.files)
  })
  new ResizeObserver(wake).observe(root)
  window.addEventListener('resize', wake)
  window.addEventListener('scroll', () => slice.runsOut() && wake(), { passive: true })
  watchPixelRatio()
  function watchPixelRatio() {
    const now = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`)
    now.addEventListener('change', () => (wake(), watchPixelRatio()), { once: true })
  }
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

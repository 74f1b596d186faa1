// @ts-check
// Which part of the tool the canvas shows: what is in view and some more on either side, on exact device pixels. It scrolls
// with the page; only when its end comes near is it moved and drawn anew.

const VIEWS = 1.5 // how many views high the canvas is: more would cost its time in every frame
const MOST_SIDE = 8192 // device pixels, if the GPU has as many

/** How many device pixels high the canvas is of a tool that is higher than that. @param {Window} window */
export const heightAtMost = (window) => Math.ceil(VIEWS * window.innerHeight * window.devicePixelRatio)

/**
 * @param {Window} window
 * @param {HTMLElement} root the tool's place in the page
 * @param {HTMLCanvasElement} canvas
 * @param {(width: number, top: number, canvasWidth: number, canvasHeight: number, scale: number, touch: number) => void} resized
 *   as mf_resize takes it: width of the tool and top of the slice in CSS pixels, size of the canvas in device pixels
 * @param {() => void} wake asks for a frame, which has it placed
 */
export function createSlice(window, root, canvas, resized, wake) {
  const fingers = window.matchMedia('(pointer: coarse)')
  let mostSide = 4096
  let placed = ''
  let moved = true // something may be elsewhere, or of another size, since it was placed
  let toolWas = 0 // CSS pixels high
  let slice = { top: 0, height: 0 } // device pixels
  let heading = 0 // where the page was scrolled last: -1 up, 1 down
  let scrolledTo = 0

  /** Where it should begin, all in device pixels. @param {number} height @param {number} tool @param {number} viewTop @param {number} view */
  function topFor(height, tool, viewTop, view) {
    const last = Math.max(0, tool - height)
    const room = Math.max(0, height - view) // above and below the part in view; more of it lies ahead
    const above = Math.max(0, viewTop) - slice.top
    const below = slice.top + height - Math.min(tool, viewTop + view)
    const runsOut = (above < (heading < 0 ? room / 2 : 0) && slice.top > 0) || (below < (heading > 0 ? room / 2 : 0) && slice.top < last)
    if (height === slice.height && slice.top <= last && !runsOut) return slice.top
    return Math.round(Math.min(last, Math.max(0, viewTop - (room * (2 - heading)) / 4)))
  }

  function scrolled() {
    const scale = window.devicePixelRatio
    const { top, height } = root.getBoundingClientRect()
    heading = Math.sign(window.scrollY - scrolledTo) || heading
    scrolledTo = window.scrollY
    if (topFor(slice.height, Math.ceil(height * scale), -top * scale, window.innerHeight * scale) !== slice.top) placeAnew()
  }

  function placeAnew() {
    moved = true
    wake()
  }

  function watchPixelRatio() {
    const now = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`)
    now.addEventListener('change', () => (placeAnew(), watchPixelRatio()), { once: true })
  }

  const sizes = new ResizeObserver(placeAnew)
  for (const element of [root, root.ownerDocument.body]) sizes.observe(element) // what is above it may push it down
  window.addEventListener('resize', placeAnew)
  window.addEventListener('scroll', scrolled, { passive: true })
  watchPixelRatio()
  fingers.addEventListener('change', () => ((placed = ''), placeAnew()))

  return {
    /** True if it was moved or resized. @param {number} toolHeight CSS pixels; 0 if nobody knows yet */
    place(toolHeight) {
      if (!moved && toolHeight === toolWas) return false
      moved = false
      toolWas = toolHeight
      const scale = window.devicePixelRatio
      const bounds = root.getBoundingClientRect()
      const snapX = Math.ceil(bounds.left * scale) / scale - bounds.left
      const pageTop = (bounds.top + window.scrollY) * scale
      const snapY = (Math.ceil(pageTop) - pageTop) / scale
      const width = Math.max(1, Math.floor((bounds.width - snapX) * scale))
      const tool = Math.max(1, Math.ceil((toolHeight || bounds.height) * scale))
      const height = Math.max(1, Math.min(tool, mostSide, heightAtMost(window)))
      const top = topFor(height, tool, -bounds.top * scale, window.innerHeight * scale)
      const place = `${width} ${height} ${top} ${scale} ${snapX} ${snapY} ${bounds.width}`
      if (place === placed) return false
      placed = place
      slice = { top, height }
      if (canvas.width !== width) canvas.width = width
      if (canvas.height !== height) canvas.height = height
      canvas.style.width = `${width / scale}px`
      canvas.style.height = `${height / scale}px`
      canvas.style.transform = `translate(${snapX}px, ${top / scale + snapY}px)`
      resized(bounds.width, top / scale, width, height, scale, fingers.matches ? 1 : 0)
      return true
    },

    /** What the GPU can hold. @param {number} side device pixels */
    limit(side) {
      mostSide = Math.min(MOST_SIDE, side)
    },
  }
}

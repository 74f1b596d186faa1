// @ts-check
// Tells the drawing where the pointer or a finger is, and when it is gone. All that can be pressed are native elements.

const MOVED = 0
const PRESSED = 1
const RELEASED = 2
const GONE = 3

/**
 * @param {HTMLElement} root the tool's place in the page
 * @param {(kind: number, x: number, y: number, touch: number) => void} pointed as mf_pointer takes it
 */
export function createPointer(root, pointed) {
  const { ownerDocument: document } = root

  /** @param {PointerEvent} event @param {number} kind */
  function pointer(event, kind) {
    if (kind === PRESSED && (event.button !== 0 || !event.isPrimary)) return
    const { left, top } = root.getBoundingClientRect()
    pointed(kind, event.clientX - left, event.clientY - top, event.pointerType === 'touch' ? 1 : 0)
  }

  /** What a picture said of the place under a pointer or a finger goes. */
  const pointAtNothing = () => pointed(GONE, 0, 0, 0)

  root.addEventListener('pointermove', (event) => pointer(event, MOVED))
  root.addEventListener('pointerdown', (event) => pointer(event, PRESSED))
  root.addEventListener('pointerup', (event) => pointer(event, RELEASED))
  root.addEventListener('pointerleave', (event) => pointer(event, GONE))
  root.addEventListener('pointercancel', (event) => pointer(event, GONE))
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && pointAtNothing())
  document.addEventListener('pointerdown', ({ target }) => root.contains(/** @type {Element} */ (target)) || pointAtNothing())
}

// @ts-check
// Glyphs for the drawn tool, measured and drawn by a 2D canvas (see src/platform/browser_fonts.cpp).

const FAMILY = '"Inter Tabular", system-ui, sans-serif'

/** @param {Document} document */
export function createGlyphs(document) {
  const canvas = document.createElement('canvas')
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }))

  let isSet = ''

  /** @param {number} weight @param {number} size */
  function setFont(weight, size) {
    const font = `${weight} ${size}px ${FAMILY}`
    if (font === isSet) return
    isSet = font
    context.font = font
    context.textBaseline = 'alphabetic'
    context.fillStyle = '#fff'
    if ('textRendering' in context) context.textRendering = 'geometricPrecision'
  }

  return {
    /**
     * Advance, left, right, ascent, descent of the glyph, then ascent and descent of the font; pixels.
     * @param {number} weight @param {number} size @param {number} codepoint
     */
    measure(weight, size, codepoint) {
      setFont(weight, size)
      const box = context.measureText(String.fromCodePoint(codepoint))
      return [
        box.width,
        box.actualBoundingBoxLeft,
        box.actualBoundingBoxRight,
        box.actualBoundingBoxAscent,
        box.actualBoundingBoxDescent,
        box.fontBoundingBoxAscent,
        box.fontBoundingBoxDescent,
      ]
    },

    /**
     * Coverage of the glyph, a byte a pixel, drawn with its pen at (x, y) and stretched sideways.
     * @param {number} weight @param {number} size @param {number} codepoint
     * @param {number} width @param {number} height @param {number} x @param {number} y @param {number} stretch
     */
    draw(weight, size, codepoint, width, height, x, y, stretch) {
      if (canvas.width < width || canvas.height < height) {
        canvas.width = Math.max(canvas.width, width)
        canvas.height = Math.max(canvas.height, height)
        isSet = '' // a canvas of another size forgets
      }
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.clearRect(0, 0, width, height)
      context.setTransform(stretch, 0, 0, 1, 0, 0)
      setFont(weight, size)
      context.fillText(String.fromCodePoint(codepoint), x, y)
      const { data } = context.getImageData(0, 0, width, height)
      const coverage = new Uint8Array(width * height)
      for (let i = 0; i < coverage.length; ++i) coverage[i] = /** @type {number} */ (data[i * 4 + 3])
      return coverage
    },

    /** The page's font came late: its name means other letters from now on. */
    forget() {
      isSet = ''
    },

    /** Some browsers answer a canvas' pixels with noise, against fingerprinting; letters would be noise too. */
    readsTrue() {
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.clearRect(0, 0, 8, 8)
      context.fillStyle = '#fff'
      context.fillRect(0, 0, 4, 8)
      isSet = ''
      const { data } = context.getImageData(0, 0, 8, 8)
      for (let i = 0; i < 64; ++i) {
        const alpha = /** @type {number} */ (data[i * 4 + 3])
        if (Math.abs(alpha - (i % 8 < 4 ? 255 : 0)) > 8) return false
      }
      return true
    },
  }
}

/** Resolves when the page's font is there, or when waiting longer would be worse than the system's font. */
export async function fontsReady(/** @type {Document} */ document) {
  const faces = [400, 600].map((weight) => document.fonts.load(`${weight} 16px "Inter Tabular"`))
  const all = Promise.all(faces).then(
    () => true,
    () => false,
  )
  return { early: await Promise.race([all, new Promise((resolve) => setTimeout(resolve, 1200, false))]), all }
}

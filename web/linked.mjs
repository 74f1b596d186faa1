// @ts-check
// A program as the linker left it (`--emit-relocs`): its functions and data, and which of them refer to which. The
// linker's own list (github.com/WebAssembly/tool-conventions, Linking.md), so nothing is guessed: a function whose
// address is taken, for a table of virtual functions, say, is referred to by whatever holds the address.

export const SECTION = { custom: 0, export: 7, element: 9, code: 10, data: 11, dataCount: 12 }
const EXTERNAL_FUNCTION = 0
const SYMBOL_TABLE = 8
const INIT_FUNCTIONS = 6
const SYMBOL = { function: 0, data: 1, section: 3 }
const UNDEFINED = 0x10
const EXPORTED = 0x20
const EXPLICIT_NAME = 0x40
const NO_STRIP = 0x80
// Kinds of reference: to a function, its place in the table, or an address; the others lead to neither code nor data.
const TO_CODE_OR_DATA = new Set([0, 1, 2, 3, 4, 5])
const WITH_ADDEND = new Set([3, 4, 5, 8, 9, 11, 14, 15, 16, 17, 21, 22, 23])

/**
 * @typedef {object} Part a function, or an object in memory
 * @property {'function' | 'data'} kind
 * @property {string} name as the linker has it
 * @property {Set<Part>} uses
 * @property {number} from of data: its first address
 * @property {number} to of data: the address after its last
 *
 * @typedef {{from: number, to: number}} Range
 * @typedef {Range & {address: number}} Segment of the data: where it is in the file, and in memory
 */

/** Reads what a module consists of, from a place on. @param {Uint8Array} bytes */
function cursor(bytes, at = 0) {
  const next = () => bytes[at++]
  const number = () => {
    let value = 0
    for (let shift = 1, byte = 0x80; byte & 0x80; shift *= 128) value += ((byte = next()) & 0x7f) * shift
    return value
  }
  return {
    get at() { return at },
    set at(place) { at = place },
    /** A byte. */
    next,
    number,
    /** A number with a sign. */
    signed() {
      let value = 0n
      let shift = 0n
      let byte = 0x80
      for (; byte & 0x80; shift += 7n) value |= BigInt((byte = next()) & 0x7f) << shift
      return Number(byte & 0x40 ? value - (1n << shift) : value)
    },
    text() {
      const size = number()
      at += size
      return new TextDecoder().decode(bytes.subarray(at - size, at))
    },
  }
}

/** @param {Uint8Array} bytes of a module */
export function sectionsOf(bytes) {
  const sections = []
  for (const read = cursor(bytes, 8); read.at < bytes.length;) {
    const start = read.at
    const id = read.next()
    const size = read.number()
    const content = read.at
    const to = content + size
    const name = id === SECTION.custom ? read.text() : ''
    sections.push({ id, name, start, content, from: read.at, to })
    read.at = to
  }
  return sections
}

/** @param {Uint8Array} bytes of a module @returns {Segment[]} */
export function segmentsOf(bytes) {
  const section = sectionsOf(bytes).find(({ id }) => id === SECTION.data)
  if (!section) return []
  const read = cursor(bytes, section.from)
  return Array.from({ length: read.number() }, () => {
    const passive = read.number() === 1
    let address = NaN
    if (!passive) {
      read.next() // i32.const
      address = read.signed()
      read.next() // end
    }
    const size = read.number()
    const from = read.at
    read.at += size
    return { address, from, to: read.at }
  })
}

/** @param {Uint8Array} bytes of a linked program */
export function linkedProgram(bytes) {
  const sections = sectionsOf(bytes)
  const sectionCalled = (/** @type {string} */ name) => {
    const section = sections.find((section) => section.id === SECTION.custom && section.name === name)
    if (!section) throw new Error(`the linked program has no "${name}": was it linked with --emit-relocs?`)
    return section
  }
  const sectionOf = (/** @type {number} */ wanted) => /** @type {typeof sections[number]} */ (sections.find(({ id }) => id === wanted))
  const segments = segmentsOf(bytes)

  // [SECTION] Functions: imported ones come first
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(/** @type {BufferSource} */ (bytes)))
  const imported = imports.filter(({ kind }) => kind === 'function').length
  const code = cursor(bytes, sectionOf(SECTION.code).from)
  /** @type {(Part & {body: Range})[]} */
  const functions = Array.from({ length: code.number() }, () => {
    const size = code.number()
    const body = { from: code.at, to: code.at + size }
    code.at = body.to
    return { kind: 'function', name: '', uses: new Set(), from: 0, to: 0, body }
  })

  // [SECTION] Symbols
  /** @type {(Part | undefined)[]} */
  const symbols = []
  /** @type {Part[]} */
  const data = []
  /** What runs or is seen though nothing in the program refers to it. @type {Set<Part | undefined>} */
  const roots = new Set()

  const linking = sectionCalled('linking')
  /** @type {number[]} */
  const initial = []
  const read = cursor(bytes, linking.from)
  read.number() // version
  while (read.at < linking.to) {
    const kind = read.next()
    const size = read.number()
    const to = read.at + size
    if (kind === SYMBOL_TABLE) {
      for (let left = read.number(); left > 0; left -= 1) symbols.push(symbol())
    } else if (kind === INIT_FUNCTIONS) {
      for (let left = read.number(); left > 0; left -= 1) {
        read.number() // priority
        initial.push(read.number())
      }
    }
    read.at = to
  }
  for (const at of initial) roots.add(symbols[at])

  /** @returns {Part | undefined} */
  function symbol() {
    const kind = read.next()
    const flags = read.number()
    /** @type {Part | undefined} */
    let part
    if (kind === SYMBOL.data) {
      const name = read.text()
      if (flags & UNDEFINED) return undefined
      const segment = segments[read.number()]
      const from = segment.address + read.number()
      part = { kind: 'data', name, uses: new Set(), from, to: from + read.number() }
      data.push(part)
    } else if (kind === SYMBOL.section) {
      read.number()
    } else {
      const index = read.number()
      const name = !(flags & UNDEFINED) || flags & EXPLICIT_NAME ? read.text() : ''
      if (kind === SYMBOL.function && index >= imported) {
        part = functions[index - imported]
        part.name ||= name
      }
    }
    if (flags & (EXPORTED | NO_STRIP)) roots.add(part)
    return part
  }

  // [SECTION] References
  /** Those of one section, in the order of their places. @param {string} name */
  function* references(name) {
    const section = sectionCalled(name)
    const read = cursor(bytes, section.from)
    const { content } = sections[read.number()]
    for (let left = read.number(); left > 0; left -= 1) {
      const kind = read.next()
      const at = content + read.number()
      const to = read.number()
      if (WITH_ADDEND.has(kind)) read.signed()
      const part = TO_CODE_OR_DATA.has(kind) ? symbols[to] : undefined
      if (part) yield { at, part }
    }
  }

  let holder = 0
  for (const { at, part } of references('reloc.CODE')) {
    while (functions[holder].body.to <= at) holder += 1
    functions[holder].uses.add(part)
  }
  data.sort((a, b) => a.from - b.from)
  for (const { at, part } of references('reloc.DATA')) {
    const segment = /** @type {Segment} */ (segments.find(({ from, to }) => from <= at && at < to))
    const address = segment.address + at - segment.from
    const holders = data.filter(({ from, to }) => from <= address && address < to)
    for (const { uses } of holders) uses.add(part)
    if (holders.length === 0) roots.add(part)
  }
  const exported = cursor(bytes, sectionOf(SECTION.export).from)
  for (let left = exported.number(); left > 0; left -= 1) {
    exported.text()
    const kind = exported.next()
    const index = exported.number()
    if (kind === EXTERNAL_FUNCTION) roots.add(functions[index - imported])
  }

  // [SECTION] The table
  /** @type {Map<number, Part>} */
  const table = new Map()
  const elements = cursor(bytes, sectionOf(SECTION.element).from)
  for (let left = elements.number(); left > 0; left -= 1) {
    const kind = elements.number()
    if (kind !== 0) throw new Error('the linked program has a list of functions of a kind that is not understood')
    elements.next() // i32.const
    const first = elements.signed()
    elements.next() // end
    const size = elements.number()
    for (let i = 0; i < size; i += 1) table.set(first + i, functions[elements.number() - imported])
  }

  return { functions: /** @type {Part[]} */ (functions), data, table, roots: [...roots].filter((part) => part !== undefined) }
}

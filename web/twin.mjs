// @ts-check
// The second face: native elements over the drawing, patched from the nodes that src/form/node.cpp serialises.
// They are what keyboards, screen readers, find-in-page, autofill and tests use; without a canvas they are the page.

const ROLES = /** @type {const} */ ([
  'region', 'heading', 'text', 'label', 'textbox', 'choices', 'option', 'button', 'file', 'link', 'image', 'table',
  'row', 'cell', 'tabs', 'tab', 'group', 'slider', 'select', 'said',
])

/** @type {Set<typeof ROLES[number]>} their elements may differ from what was last said of them */
const CHANGED_BY_PEOPLE = new Set(['textbox', 'slider', 'option', 'select'])
const SLIDER_STEPS = '200'
/** An answer that stays the same for as long has settled: it is announced once, and not for every letter typed. */
const SETTLED_AFTER = 800 // ms

const CHECKED = 1 << 0
const HAS_POPUP_STATE = 1 << 1
const EXPANDED = 1 << 2
const INVALID = 1 << 3
const STATUS = 1 << 4
const ALERT = 1 << 5
const COLUMN_HEADER = 1 << 6
const ROW_HEADER = 1 << 7
const READ_ONLY = 1 << 8
const RIGHT = 1 << 9
const MULTILINE = 1 << 10
const IN_PICTURE = 1 << 11
const CURRENT = 1 << 12

/**
 * @typedef {{role: typeof ROLES[number], depth: number, id: string, x: number, y: number, width: number,
 *   height: number, style: number, flags: number, text: string, value: string, describedBy: string,
 *   details: string}} Node
 * @typedef {{input(id: string, text: string, committed: boolean): void, choose(id: string, index: number): void,
 *   press(id: string): void, files(files: FileList): void}} Actions
 */

/** @param {string} record @returns {Node} */
function parseNode(record) {
  const field = record.split('\x1f')
  const number = (/** @type {number} */ i) => Number(field[i])
  const string = (/** @type {number} */ i) => field[i] ?? ''
  return {
    role: /** @type {typeof ROLES[number]} */ (ROLES[number(0)]),
    depth: number(1),
    id: string(2),
    x: number(3) / 100,
    y: number(4) / 100,
    width: number(5) / 100,
    height: number(6) / 100,
    style: number(7),
    flags: number(8),
    text: string(9),
    value: string(10),
    describedBy: string(11),
    details: string(12),
  }
}

const domId = (/** @type {string} */ id) => `mf-${id}`
const idsOf = (/** @type {string} */ ids) => ids.split(' ').map(domId).join(' ')

/** @param {Element} element @param {string} name @param {string | null} value */
function attribute(element, name, value) {
  if (value === null) element.removeAttribute(name)
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}

/** @param {Element} element @param {string} text */
function words(element, text) {
  if (element.textContent !== text) element.textContent = text
}

/** @param {HTMLElement} root @param {Actions} act */
export function createTwin(root, act) {
  const { ownerDocument: document } = root
  /** @type {Map<string, {element: HTMLElement, tag: string, node?: Node}>} */
  const known = new Map()
  /** @type {Map<string, Node>} of the last patch, by their records: a record that stays the same stays the same node */
  let last = new Map()
  /**
   * Announced regions that were just made. Nothing is said of a region that comes with its words in it, only of words that
   * come into it: so they follow a frame later. What is there from the start is not announced. @type {Set<string>}
   */
  const speechless = new Set()
  let begun = false
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let settling

  function speak() {
    for (const id of speechless) {
      const entry = known.get(id)
      if (entry?.node) words(entry.element, entry.node.text)
    }
    speechless.clear()
  }

  /** @param {Node} node */
  function tagOf({ role, flags, value }) {
    switch (role) {
      case 'region': return 'section'
      case 'heading': return `h${value}`
      case 'text': return 'p'
      case 'label': case 'option': case 'file': return 'label'
      case 'textbox': return flags & MULTILINE ? 'textarea' : 'input'
      case 'slider': return 'input'
      case 'select': return 'select'
      case 'said': return 'output'
      case 'choices': case 'image': case 'group': return 'div'
      case 'button': case 'tab': return 'button'
      case 'tabs': return 'nav'
      case 'link': return 'a'
      case 'table': return 'table'
      case 'row': return 'tr'
      case 'cell': return flags & (COLUMN_HEADER | ROW_HEADER) ? 'th' : 'td'
    }
  }

  /** @param {Node} node @param {string} tag */
  function create({ id, role }, tag) {
    const element = document.createElement(tag)
    element.id = domId(id)
    element.className = role
    if (element instanceof HTMLInputElement && role === 'slider') {
      element.type = 'range'
      element.max = SLIDER_STEPS
      element.addEventListener('input', () => act.input(id, element.value, false))
    } else if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
      element.autocomplete = 'off'
      element.spellcheck = false
      element.setAttribute('autocapitalize', 'off')
      element.addEventListener('input', (event) => {
        const kind = /** @type {InputEvent} */ (event).inputType
        act.input(id, element.value, kind === 'insertFromPaste' || kind === 'insertFromDrop')
      })
      element.addEventListener('change', () => act.input(id, element.value, true))
    } else if (element instanceof HTMLSelectElement) {
      element.addEventListener('change', () => act.choose(id, element.selectedIndex))
    } else if (element instanceof HTMLButtonElement) {
      element.type = 'button'
      element.addEventListener('click', () => act.press(id))
    } else if (element instanceof HTMLAnchorElement) {
      element.target = '_blank'
      element.rel = 'noopener noreferrer'
    } else if (role === 'option' || role === 'file') {
      const input = document.createElement('input')
      input.type = role === 'file' ? 'file' : 'radio'
      if (role === 'file') {
        element.removeAttribute('id') // whatever refers to it means the control
        input.id = domId(id)
      }
      element.append(input, document.createElement('span'))
      input.addEventListener('change', () => {
        if (role === 'option') {
          act.choose(input.name, Number(input.value))
        } else if (input.files) {
          act.files(input.files)
          input.value = '' // the same file can be chosen again
        }
      })
    }
    return element
  }

  /**
   * @param {HTMLElement} element @param {Node} node @param {Node | undefined} group
   * @param {Node | undefined} table that it is in: a placed element, so what is inside is placed from its corner
   */
  function update(element, node, group, table) {
    const { role, flags, text, value } = node
    const { style } = element
    if (role !== 'region' && role !== 'choices' && role !== 'row' && role !== 'tabs' && role !== 'group') {
      style.left = `${node.x - (table?.x ?? 0)}px`
      style.top = `${node.y - (table?.y ?? 0)}px`
      style.width = `${node.width}px`
      style.height = `${node.height}px`
    }
    element.className = `${role} t${node.style}${flags & RIGHT ? ' right' : ''}`
    switch (role) {
      case 'region':
      case 'group':
      case 'table':
      case 'image':
        attribute(element, 'role', role === 'image' ? 'img' : role)
        attribute(element, 'aria-label', text)
        attribute(element, 'aria-details', node.details ? domId(node.details) : null)
        break
      case 'tabs':
        attribute(element, 'aria-label', text)
        break
      case 'tab':
        attribute(element, 'aria-current', flags & CURRENT ? 'page' : null)
        words(element, text)
        break
      case 'heading':
      case 'text':
        attribute(element, 'role', flags & ALERT ? 'alert' : flags & STATUS ? 'status' : null)
        attribute(element, 'aria-live', flags & STATUS ? 'polite' : null)
        attribute(element, 'aria-hidden', flags & IN_PICTURE ? 'true' : null)
        if (!speechless.has(node.id)) words(element, text)
        break
      case 'said':
        clearTimeout(settling)
        attribute(element, 'aria-busy', begun ? 'true' : null)
        if (!begun) words(element, text)
        else settling = setTimeout(() => {
          attribute(element, 'aria-busy', null)
          words(element, text)
        }, SETTLED_AFTER)
        break
      case 'label':
        attribute(element, 'for', domId(value))
        words(element, text)
        break
      case 'textbox': {
        const field = /** @type {HTMLInputElement} */ (element)
        attribute(field, 'placeholder', text)
        attribute(field, 'aria-invalid', flags & INVALID ? 'true' : null)
        attribute(field, 'aria-describedby', node.describedBy ? idsOf(node.describedBy) : null)
        field.readOnly = Boolean(flags & READ_ONLY)
        // Right after a frame all that was typed has been taken: a difference is the tool's own doing.
        if (field.value !== value) field.value = value
        break
      }
      case 'slider': {
        const range = /** @type {HTMLInputElement} */ (element)
        attribute(range, 'aria-valuetext', text)
        if (range.value !== value) range.value = value
        break
      }
      case 'select': {
        const select = /** @type {HTMLSelectElement} */ (element)
        const names = value.split('\n')
        if (select.textContent !== names.join('')) select.replaceChildren(...names.map((name) => new Option(name, name)))
        attribute(select, 'aria-labelledby', idsOf(node.describedBy))
        select.value = text
        break
      }
      case 'choices':
        attribute(element, 'role', 'radiogroup')
        attribute(element, 'aria-labelledby', domId(`${node.id}-label`))
        break
      case 'option': {
        const input = /** @type {HTMLInputElement} */ (element.firstChild)
        input.name = group?.id ?? ''
        input.value = value
        input.checked = Boolean(flags & CHECKED)
        input.disabled = Boolean((group?.flags ?? 0) & READ_ONLY) && !input.checked
        words(/** @type {Element} */ (element.lastChild), text)
        break
      }
      case 'file':
        words(/** @type {Element} */ (element.lastChild), text)
        break
      case 'button':
        attribute(element, 'aria-expanded', flags & HAS_POPUP_STATE ? String(Boolean(flags & EXPANDED)) : null)
        words(element, text)
        break
      case 'link':
        attribute(element, 'href', value)
        words(element, text)
        break
      case 'row':
        attribute(element, 'role', 'row')
        break
      case 'cell':
        attribute(element, 'role', flags & COLUMN_HEADER ? 'columnheader' : flags & ROW_HEADER ? 'rowheader' : 'cell')
        attribute(element, 'scope', flags & COLUMN_HEADER ? 'col' : flags & ROW_HEADER ? 'row' : null)
        if (!element.firstElementChild) words(element, text)
        break
    }
  }

  return {
    /** @param {string} serialized */
    patch(serialized) {
      const records = serialized.split('\x1e').slice(0, -1)
      last = new Map(records.map((record) => [record, last.get(record) ?? parseNode(record)]))
      const nodes = [...last.values()]
      const tags = new Map(nodes.map((node) => [node.id, tagOf(node)]))
      let regrown = false
      for (const [id, { element, tag }] of known) {
        if (tags.get(id) === tag) continue
        element.remove()
        known.delete(id)
        regrown = true
      }
      /** @type {HTMLElement[]} */
      const parents = [root]
      /** @type {(ChildNode | null)[]} */
      const previous = [null]
      /** @type {(Node | undefined)[]} */
      const groups = []
      /** @type {(Node | undefined)[]} */
      const tables = []
      for (const node of nodes) {
        const tag = /** @type {string} */ (tags.get(node.id))
        let entry = known.get(node.id)
        if (!entry) {
          entry = { element: create(node, tag), tag }
          known.set(node.id, entry)
          if (begun && node.flags & (STATUS | ALERT)) speechless.add(node.id)
        }
        const { element } = entry
        const parent = /** @type {HTMLElement} */ (parents[node.depth])
        const before = previous[node.depth] ?? null
        const next = before ? before.nextSibling : parent.firstChild
        if (element !== next) parent.insertBefore(element, next)
        previous[node.depth] = element
        parents[node.depth + 1] = element
        previous[node.depth + 1] = null
        groups[node.depth + 1] = node
        tables[node.depth + 1] = node.role === 'table' ? node : tables[node.depth]
        if (entry.node !== node || regrown || CHANGED_BY_PEOPLE.has(node.role)) update(element, node, groups[node.depth], tables[node.depth])
        entry.node = node
      }
      if (speechless.size > 0) requestAnimationFrame(speak)
      begun = true
    },
  }
}

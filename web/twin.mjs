// @ts-check
// The second face: native elements over the drawing, patched from what src/form/node.h tells of the nodes.
// They are what keyboards, screen readers, find-in-page, autofill and tests use; without a canvas they are the page.

const ROLES = /** @type {const} */ ([
  'region', 'heading', 'text', 'label', 'textbox', 'choices', 'option', 'button', 'file', 'link', 'image', 'table',
  'row', 'cell', 'tabs', 'tab', 'group', 'slider', 'select', 'said',
])

/** @type {Set<typeof ROLES[number]>} their elements may differ from what was last said of them */
const CHANGED_BY_PEOPLE = new Set(['textbox', 'slider', 'option', 'select'])
const SLIDER_STEPS = '200'
const ALL_STAY = '='
/** An answer has settled when for as long it stays the same and nothing is typed: it is announced once, not for every letter. */
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
 *   details: string, follows: string}} Node
 * @typedef {{node: Node, inside: Map<string, Node>, fields: string[], retold: boolean,
 *   regrown?: boolean}} Part a node of depth 0 and, by their ids, those in it; the ids of those that people may change;
 *   whether all in it was told anew, and whether its element is another
 * @typedef {{element: HTMLElement, tag: string, node: Node, group?: Node}} Entry
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
    follows: string(13),
  }
}

const domId = (/** @type {string} */ id) => `mf-${id}`
const ownId = (/** @type {Element} */ { id }) => id.slice(domId('').length)
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

/** Words that nobody waits to hear: they become others in place, which is quicker. @param {Element} element @param {string} text */
function quietWords(element, text) {
  if (element.firstChild instanceof Text) element.firstChild.data = text
  else element.textContent = text
}

/** @param {HTMLElement} root @param {Actions} act */
export function createTwin(root, act) {
  const { ownerDocument: document } = root
  /** @type {Map<string, Entry>} */
  const known = new Map()
  /** @type {Map<string, Part>} of the last patch; a record that stays the same stays the same node */
  let parts = new Map()
  /**
   * Announced regions that were just made. Nothing is said of a region that comes with its words in it, only of words that
   * come into it: so they follow a frame later. What is there from the start is not announced. @type {Set<string>}
   */
  const speechless = new Set()
  let begun = false
  /** @type {{element: Element, text: string} | undefined} that has yet to settle */
  let answer
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let settling

  function settle() {
    clearTimeout(settling)
    settling = setTimeout(() => {
      if (!answer) return
      attribute(answer.element, 'aria-busy', null)
      words(answer.element, answer.text)
      answer = undefined
    }, SETTLED_AFTER)
  }
  /** Children of the root in which people changed something since the last patch. @type {Set<Element>} */
  const touched = new Set()
  for (const kind of ['input', 'change']) {
    root.addEventListener(kind, ({ target }) => {
      let element = /** @type {Element} */ (target)
      while (element.parentElement && element.parentElement !== root) element = element.parentElement
      touched.add(element)
      // Whoever goes on typing is not interrupted, also where it changes nothing.
      if (answer) settle()
    }, { capture: true })
  }

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

  /** What people may have changed. @param {Entry} entry */
  function restore({ element, node: { role, flags, text, value } }) {
    if (role === 'option') {
      const input = /** @type {HTMLInputElement} */ (element.firstChild)
      const checked = Boolean(flags & CHECKED)
      if (input.checked !== checked) input.checked = checked
    } else if (role === 'textbox' || role === 'slider' || role === 'select') {
      // Right after a frame all that was typed has been taken: a difference is the tool's own doing.
      const field = /** @type {HTMLInputElement} */ (element)
      const says = role === 'select' ? text : value
      if (field.value !== says) field.value = says
    }
  }

  /** @param {Entry} entry @param {Node} [before] what was said of it last, if it was said of this element */
  function update(entry, before) {
    const { element, node, group } = entry
    const { role, flags, text, value } = node
    if (!before || before.style !== node.style || before.flags !== flags) {
      element.className = `${role} t${node.style}${flags & RIGHT ? ' right' : ''}`
    }
    if (role !== 'choices' && role !== 'row' && role !== 'tabs' && role !== 'group') {
      const { style } = element
      if (before?.x !== node.x) style.left = `${node.x}px`
      if (before?.y !== node.y) style.top = `${node.y}px`
      if (before?.width !== node.width) style.width = `${node.width}px`
      if (before?.height !== node.height) style.height = `${node.height}px`
    }
    const isMovedOnly = before && before.flags === flags && before.text === text && before.value === value &&
      before.describedBy === node.describedBy && before.details === node.details
    if (isMovedOnly) return
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
        if (before?.flags !== flags) {
          attribute(element, 'role', flags & ALERT ? 'alert' : flags & STATUS ? 'status' : null)
          attribute(element, 'aria-live', flags & STATUS ? 'polite' : null)
          attribute(element, 'aria-hidden', flags & IN_PICTURE ? 'true' : null)
        }
        if (speechless.has(node.id)) break
        if (before && !(flags & (STATUS | ALERT))) quietWords(element, text)
        else words(element, text)
        break
      case 'said':
        attribute(element, 'aria-busy', begun ? 'true' : null)
        answer = begun ? { element, text } : undefined
        if (answer) settle()
        else words(element, text)
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
        break
      }
      case 'slider':
        attribute(element, 'aria-valuetext', text)
        break
      case 'select': {
        const select = /** @type {HTMLSelectElement} */ (element)
        const names = value.split('\n')
        if (select.textContent !== names.join('')) select.replaceChildren(...names.map((name) => new Option(name, name)))
        attribute(select, 'aria-labelledby', idsOf(node.describedBy))
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
        input.disabled = Boolean(flags & READ_ONLY) && !(flags & CHECKED)
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
        if (!element.firstElementChild) quietWords(element, text)
        break
    }
  }

  /** Removes what is no longer told of, or is another element now. @param {Map<string, Part>} before */
  function prune(before) {
    /** @type {Map<string, string>} */
    const tags = new Map()
    const note = (/** @type {Node} */ node) => tags.set(node.id, tagOf(node))
    for (const part of parts.values()) {
      if (part === before.get(part.node.id)) continue
      note(part.node)
      if (part.retold) part.inside.forEach(note)
    }
    for (const part of before.values()) {
      const { node, inside } = part
      const now = parts.get(node.id)
      if (now === part) continue
      for (const id of now && !now.retold ? [node.id] : [node.id, ...inside.keys()]) {
        const entry = known.get(id)
        if (!entry || tags.get(id) === entry.tag) continue
        entry.element.remove()
        known.delete(id)
        if (now) now.regrown = true
      }
    }
  }

  /**
   * Puts its element after `previous`, made anew if there is none, and says of it what has changed.
   * @param {Node} node @param {Element} parent @param {Element | null} previous
   * @param {{group?: Node, fully?: boolean}} [context]
   */
  function place(node, parent, previous, { group, fully } = {}) {
    let entry = known.get(node.id)
    if (!entry) {
      const tag = tagOf(node)
      entry = { element: create(node, tag), tag, node }
      fully = true
      known.set(node.id, entry)
      if (begun && node.flags & (STATUS | ALERT)) speechless.add(node.id)
    }
    const { element } = entry
    const next = previous ? previous.nextSibling : parent.firstChild
    if (element !== next) parent.insertBefore(element, next)
    if (fully || entry.node !== node) {
      const before = fully ? undefined : entry.node
      entry.node = node
      entry.group = group
      update(entry, before)
      restore(entry)
    }
    return element
  }

  /** @param {Part} part @param {HTMLElement} element */
  function placeInside({ node, inside, regrown }, element) {
    const parents = [root, element]
    /** @type {(HTMLElement | null)[]} */
    const previous = [element, null]
    /** @type {(Node | undefined)[]} */
    const groups = [undefined, node]
    for (const node of inside.values()) {
      const { depth } = node
      const element = place(node, /** @type {HTMLElement} */ (parents[depth]), previous[depth] ?? null, {
        group: groups[depth],
        fully: regrown,
      })
      previous[depth] = element
      previous[depth + 1] = null
      parents[depth + 1] = element
      groups[depth + 1] = node
    }
  }

  /** Nodes of which the elements stay, and where they stand. @param {Node[]} others */
  function change(others) {
    for (const node of others) {
      const entry = /** @type {Entry} */ (known.get(node.id))
      const before = entry.node
      entry.node = node
      update(entry, before)
      restore(entry)
    }
  }

  /** All elements stay where they are. @param {string[]} records */
  function changeInPlace(records) {
    /** @type {Part | undefined} */
    let part
    const nodes = records.map(parseNode)
    for (const node of nodes) {
      if (node.depth > 0) {
        part?.inside.set(node.id, node)
        continue
      }
      part = parts.get(node.id)
      if (part) part.node = node
    }
    change(nodes)
    for (const element of touched) {
      for (const id of parts.get(ownId(element))?.fields ?? []) restore(/** @type {Entry} */ (known.get(id)))
    }
    touched.clear()
  }

  return {
    /** @param {string} told */
    patch(told) {
      const records = told.split('\x1e').slice(0, -1)
      if (records[0] === ALL_STAY) return changeInPlace(records.slice(1))
      const before = parts
      parts = new Map()
      /** @type {Part | undefined} */
      let part
      /** @type {Map<Part, Node[]>} */
      const changed = new Map()
      for (const record of records) {
        const same = before.get(record)
        if (same) {
          same.retold = same.regrown = false
          parts.set(record, same)
          continue
        }
        const node = parseNode(record)
        if (node.depth === 0) {
          const old = node.follows === '!' ? undefined : before.get(node.id)
          part = { node, inside: old?.inside ?? new Map(), fields: old?.fields ?? [], retold: !old }
          parts.set(node.id, part)
          if (node.follows === '~') changed.set(part, [])
          continue
        }
        if (!part) continue
        part.inside.set(node.id, node)
        changed.get(part)?.push(node)
        if (part.retold && CHANGED_BY_PEOPLE.has(node.role)) part.fields.push(node.id)
      }
      prune(before)
      const places = before.keys()
      let stay = true // where they are, up to here
      /** @type {HTMLElement | null} */
      let last = null
      for (const part of parts.values()) {
        const { id } = part.node
        stay &&= places.next().value === id
        const entry = stay && part === before.get(id) ? known.get(id) : undefined
        last = entry?.element ?? place(part.node, root, last)
        if (part.retold || part.regrown) placeInside(part, last)
        else change(changed.get(part) ?? [])
        if (!touched.has(last)) continue
        for (const id of part.fields) restore(/** @type {Entry} */ (known.get(id)))
      }
      touched.clear()
      if (speechless.size > 0) requestAnimationFrame(speak)
      begun = true
    },
  }
}

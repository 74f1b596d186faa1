// The accessibility tree that Chromium computes, as text: what assistive technology is told, a line a node.

/**
 * @typedef {{nodeId: string, parentId?: string, childIds?: string[], ignored?: boolean, backendDOMNodeId?: number,
 *   role?: {value: string}, name?: {value: string}, value?: {value: string | number}, description?: {value: string},
 *   properties?: {name: string, value: {value?: any, relatedNodes?: {backendDOMNodeId: number}[]}}[]}} AxNode
 * @typedef {{backendNodeId: number, attributes?: string[]}} DomNode
 */

/**
 * All of a page's tree. Left out is what is told to nobody or twice: ignored nodes, boxes without a name, the lines that a
 * text is wrapped into, a text that is the name of its own control, and a field's value as texts below it.
 * @param {import('playwright-core').Page} page
 */
export const accessibilityTree = async (page) => {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  const { nodes } = /** @type {{nodes: AxNode[]}} */ (await session.send('Accessibility.getFullAXTree'))
  const { nodes: elements } = /** @type {{nodes: DomNode[]}} */ (await session.send('DOM.getFlattenedDocument', { depth: -1 }))
  await session.detach()
  return treeText(nodes, new Map(elements.map(({ backendNodeId, attributes = [] }) => [backendNodeId, attributes])))
}

/** @typedef {(node: AxNode, name: string) => string | undefined} Attribute what Chromium tells assistive technology, but not here */

/** @param {AxNode[]} nodes @param {Map<number, string[]>} attributes a name, its value, a name, … */
const treeText = (nodes, attributes) => {
  /** @type {Attribute} */
  const attribute = ({ backendDOMNodeId = 0 }, name) => {
    const all = attributes.get(backendDOMNodeId) ?? []
    const at = all.findIndex((part, index) => index % 2 === 0 && part === name)
    return at === -1 ? undefined : all[at + 1]
  }
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const byElement = new Map(nodes.map((node) => [node.backendDOMNodeId, node]))
  /** @type {string[]} */
  const lines = []

  /** @param {AxNode} node @returns {AxNode[]} */
  const children = ({ childIds = [] }) =>
    childIds.flatMap((id) => {
      const child = byId.get(id)
      if (!child || roleOf(child) === 'InlineTextBox') return []
      const unsaid = child.ignored || (['generic', 'none'].includes(roleOf(child)) && !nameOf(child))
      return unsaid ? children(child) : [child]
    })

  const line = (/** @type {AxNode} */ node) => describe(node, byElement, attribute)

  /** The text of a node that holds nothing else. @param {AxNode} node */
  const textIn = (node) => {
    const below = children(node)
    return below.every((child) => roleOf(child) === 'StaticText') ? below.map(nameOf).join('') : ''
  }

  /** What a cell says; its controls, if it has any. @param {AxNode} cell */
  const inCell = (cell) => (textIn(cell) || children(cell).length === 0 ? nameOf(cell) : children(cell).map(line).join(', '))

  /** @param {AxNode} node @param {number} depth */
  const print = (node, depth) => {
    const below = children(node)
    const indent = '  '.repeat(depth)
    const text = textIn(node)
    const [first, second] = below
    if (roleOf(node) === 'row') {
      lines.push(`${indent}${line(node)} | ${below.map((cell) => `${CELLS[roleOf(cell)] ?? roleOf(cell)}${inCell(cell)}`).join(' | ')}`)
    } else if (roleOf(node) === 'LabelText' && below.length === 2 && roleOf(second) === 'StaticText' && nameOf(first) === nameOf(second)) {
      lines.push(indent + line(first))
    } else if (text && !nameOf(node) && !node.value) {
      lines.push(`${indent}${line(node)}: ${text}`)
    } else if (roleOf(node) === 'textbox') {
      const value = String(node.value?.value ?? '').split('\n')
      lines.push(indent + line(node) + (value.length === 1 && value[0] ? ` = ${value[0]}` : ''))
      if (value.length > 1) lines.push(...value.map((part) => `${indent}  = ${part}`.trimEnd()))
    } else {
      lines.push(indent + line(node))
      const said = text && [nameOf(node), String(node.value?.value)].some((said) => tidy(said) === tidy(text))
      if (!said) for (const child of below) print(child, depth + 1)
    }
  }
  print(nodes[0], 0)
  return `${lines.join('\n')}\n`
}

/** In the line of a row: # heads a column, ## a row. @type {Record<string, string>} */
const CELLS = { columnheader: '# ', rowheader: '## ', cell: '' }

const roleOf = (/** @type {AxNode} */ node) => node.role?.value ?? ''
const nameOf = (/** @type {AxNode} */ node) => node.name?.value ?? ''
const tidy = (/** @type {string} */ text) => text.replace(/\s+/g, ' ').trim()

/**
 * One node: heading 2 "Yes: …", textbox "Followers" = "12300", radio "X" (not checked).
 * @param {AxNode} node
 * @param {Map<number | undefined, AxNode>} byElement
 * @param {Attribute} attribute
 */
const describe = (node, byElement, attribute) => {
  const role = roleOf(node)
  const properties = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value]))
  const is = (/** @type {string} */ name) => properties[name]?.value
  if (role === 'StaticText') return `text: ${nameOf(node)}`

  /** @type {string[]} */
  const states = []
  const say = (/** @type {unknown} */ condition, /** @type {string} */ words) => condition && states.push(words)
  say(attribute(node, 'aria-current'), `current ${attribute(node, 'aria-current')}`)
  say(is('checked') !== undefined, is('checked') === 'true' ? 'checked' : 'not checked')
  say(is('selected') !== undefined, is('selected') ? 'selected' : 'not selected')
  say(is('expanded') !== undefined && role !== 'combobox', is('expanded') ? 'expanded' : 'collapsed')
  say(is('invalid') && is('invalid') !== 'false', 'invalid')
  for (const state of ['required', 'readonly', 'disabled', 'multiline', 'busy', 'modal', 'hidden']) say(is(state), state)
  say(is('focused') && role !== 'RootWebArea', 'focused')
  say(is('live') && is('live') !== 'off', `live ${is('live')}`)
  say(attribute(node, 'aria-valuetext'), `said as ${JSON.stringify(attribute(node, 'aria-valuetext'))}`)
  say(attribute(node, 'placeholder') && !node.value?.value, `placeholder ${JSON.stringify(attribute(node, 'placeholder'))}`)
  say(is('roledescription'), `called ${JSON.stringify(is('roledescription'))}`)
  say(node.description?.value, `described as ${JSON.stringify(node.description?.value)}`)
  const details = properties.details?.relatedNodes?.map(({ backendDOMNodeId }) => nameOrRole(byElement.get(backendDOMNodeId))) ?? []
  say(details.length, `details: ${details.join(', ')}`)

  return [
    role === 'heading' ? `heading ${is('level')}` : role,
    nameOf(node) && JSON.stringify(nameOf(node)),
    node.value && role !== 'textbox' && `= ${JSON.stringify(node.value.value)}`,
    role === 'link' && `→ ${is('url')}`,
    states.length > 0 && `(${states.join('; ')})`,
  ].filter(Boolean).join(' ')
}

/** @param {AxNode | undefined} node */
const nameOrRole = (node) => (node ? [roleOf(node), nameOf(node) && JSON.stringify(nameOf(node))].filter(Boolean).join(' ') : 'nothing')

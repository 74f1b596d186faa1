// Every figure leads to its source in one step: in Chromium's own accessibility tree, each text with a digit in it lies
// within something whose details are a button, a link or a field that is there.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chromiumSite } from '../chromium-site.mjs'
import { chromiumPage } from '../engines/chromium.mjs'
import { postsFile, verdict } from '../journey.mjs'

const here = chromiumSite()

/** @typedef {{nodeId: string, parentId?: string, ignored?: boolean, backendDOMNodeId?: number, role?: {value: string}, name?: {value: string}, properties?: {name: string, value: {relatedNodes?: {backendDOMNodeId: number}[]}}[]}} AxNode */

/** The texts with digits inside the tool that lead nowhere. @param {ReturnType<typeof chromiumPage>} page */
const withoutSource = async (page) => {
  const session = await page.playwright().context().newCDPSession(page.playwright())
  const { nodes } = /** @type {{nodes: AxNode[]}} */ (await session.send('Accessibility.getFullAXTree'))
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const byElement = new Map(nodes.map((node) => [node.backendDOMNodeId, node]))
  const reachable = ['button', 'link', 'textbox', 'radiogroup', 'paragraph', 'LabelText']
  /** @param {AxNode} node */
  const leads = (node) =>
    node.properties?.some(
      ({ name, value }) =>
        name === 'details' &&
        value.relatedNodes?.some(({ backendDOMNodeId }) => reachable.includes(byElement.get(backendDOMNodeId)?.role?.value ?? '')),
    )
  /** @param {AxNode} node */
  const ancestors = function* (node) {
    for (let at = /** @type {AxNode | undefined} */ (node); at; at = at.parentId ? byId.get(at.parentId) : undefined) yield at
  }
  let figures = 0
  /** @type {string[]} */
  const lost = []
  for (const node of nodes) {
    const name = node.name?.value ?? ''
    if (node.ignored || node.role?.value !== 'StaticText' || !/\d/.test(name)) continue
    const above = [...ancestors(node)]
    // The page's own words around the tool, and what is pressed or typed into, are no results.
    if (!above.some((at) => at.role?.value === 'region')) continue
    if (above.some((at) => ['button', 'radio', 'textbox', 'link'].includes(at.role?.value ?? ''))) continue
    figures += 1
    if (!above.some(leads)) lost.push(name)
  }
  return { figures, lost }
}

for (const [tool, address, act, least] of /** @type {const} */ ([
  ['the empty tool', '', undefined, 2],
  ['a verdict', '#platform=instagram&followers=23400', verdict, 20],
  ['all results of a file', '#platform=instagram&followers=25000', 'file', 60],
  ['X', '#platform=x&followers=31000', verdict, 20],
  ['LinkedIn, where sources disagree', '#platform=linkedin&followers=31000', verdict, 10],
  ['a campaign', '#tool=campaign&orderValue=400&margin=50', undefined, 60],
  ['Numbers', '#tool=numbers', undefined, 40],
])) {
  test(`Every figure of ${tool} leads to its source`, async () => {
    const page = chromiumPage(here.browser)
    await page.open(new URL(address, here.site.url).href)
    await page.byRole('textbox', address.includes('numbers') ? 'Search' : address.includes('campaign') ? 'Order value' : 'Followers')
    if (act === 'file') {
      await (await page.byRole('button', /^Choose a file/)).setFiles([postsFile])
      await page.byRole('table', /engagement/i)
    } else {
      await act?.(page)
    }
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll('.twin button[aria-expanded="false"]')) /** @type {HTMLElement} */ (folded).click()
    })
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    const { figures, lost } = await withoutSource(page)
    assert.ok(figures >= least, `only ${figures} figures were found`)
    assert.deepEqual(lost, [])
    await page.close()
  })
}

// Every tool in every state that a person can meet, and how to get there. axe looks at them, ./dev shots takes their
// pictures, and of some the whole accessibility tree is held.
import { fileURLToPath } from 'node:url'
import { announces, complaint, postsFile, profile, settled, tidy, verdict } from './journey.mjs'

const partialFile = fileURLToPath(new URL('../data/browser/partial.csv', import.meta.url))

/** @typedef {ReturnType<typeof import('./engines/chromium.mjs').chromiumPage>} Page */

/**
 * @typedef {object} State
 * @property {string} called what a test's title says of it
 * @property {string} [address]
 * @property {string} [field] a text field that is there once the tool is
 * @property {(page: Page) => Promise<unknown>} [act] from the opened tool to the state
 */

/** Folds out all that is folded, and what shows up folded in there. @param {Page} page */
const foldOut = async (page) => {
  for (let rounds = 0; rounds < 2; rounds += 1) {
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll('.twin button[aria-expanded="false"]')) /** @type {HTMLElement} */ (folded).click()
    })
    await settled(page)
  }
}

/** What the page asks for by this name does not come. @param {Page} page @param {string} address */
const withhold = (page, address) => page.playwright().route(address, () => new Promise(() => {}))

/** @param {Page} page @param {string} file */
const give = async (page, file) => (await page.byRole('button', /^Choose a file/)).setFiles([file])

/** @param {Page} page */
const trySample = async (page) => (await page.byRole('button', 'Try a sample')).click()

/** @type {Record<string, State>} by the names of their pictures */
export const states = {
  'starting': {
    called: 'the page before its program is there',
    act: async (page) => {
      await withhold(page, '**/*.wasm')
      await page.playwright().reload({ waitUntil: 'commit' })
      await page.byRole('status')
    },
  },
  'micro-empty': { called: 'the empty page' },
  'micro': { called: 'a verdict', address: '#platform=instagram&followers=12300', act: verdict },
  'micro-pasted': {
    called: 'a pasted profile',
    act: async (page) => {
      await (await page.byRole('textbox', 'Paste your profile or stats')).click()
      await page.playwright().keyboard.insertText(profile)
      await verdict(page)
    },
  },
  'micro-reading': {
    called: 'a file that is being read',
    act: async (page) => {
      await withhold(page, '**/reader-*.js')
      await give(page, postsFile)
      await page.byRole('button', 'Stop reading')
    },
  },
  'micro-file': {
    called: 'engagement from a file',
    address: '#followers=25000',
    act: async (page) => {
      await give(page, postsFile)
      await page.byRole('table', /engagement/i)
    },
  },
  'micro-file-all': {
    called: 'engagement from a file, all folded out',
    address: '#followers=25000',
    act: async (page) => {
      await give(page, postsFile)
      await page.byRole('table', /engagement/i)
      await foldOut(page)
    },
  },
  'micro-partial': {
    called: 'a file of which a part could be read',
    address: '#followers=25000',
    act: async (page) => {
      await give(page, partialFile)
      await page.byRole('table', /engagement/i)
    },
  },
  'micro-error': {
    called: 'an error',
    act: async (page) => {
      await (await page.byRole('textbox', 'Followers')).type('-5')
      await page.press('Tab')
      await complaint(page)
    },
  },
  'campaign-empty': { called: 'a campaign before a sale is priced', address: '#tool=campaign', field: 'Order value' },
  'campaign': {
    called: 'a campaign beside a macro',
    address: '#tool=campaign',
    field: 'Order value',
    act: async (page) => {
      await trySample(page)
      await (await page.byRole('button', 'One macro instead')).click()
      await page.byRole('table', /side by side/)
    },
  },
  'campaign-all': {
    called: 'a campaign beside a macro, all folded out',
    address: '#tool=campaign&orderValue=400&margin=50&conversionRate=5%20to%202',
    field: 'Order value',
    act: async (page) => {
      await (await page.byRole('button', 'One macro instead')).click()
      await page.byRole('table', /side by side/)
      await foldOut(page)
    },
  },
  'pick-empty': { called: 'a pick before a list is there', address: '#tool=pick', field: 'Budget' },
  'pick': {
    called: 'creators picked',
    address: '#tool=pick',
    field: 'Budget',
    act: async (page) => {
      await trySample(page)
      await page.byRole('heading', /^Pick \d+ of 24/)
    },
  },
  'pick-all': {
    called: 'creators picked, all folded out',
    address: '#tool=pick',
    field: 'Budget',
    act: async (page) => {
      await trySample(page)
      await page.byRole('heading', /^Pick \d+ of 24/)
      await foldOut(page)
    },
  },
  'numbers-loading': {
    called: 'a tool on its way',
    act: async (page) => {
      await withhold(page, '**/later-*.js')
      await (await page.byRole('button', 'Numbers')).click()
      await announces(page, 'Loading this tool…')
    },
  },
  'numbers': { called: 'every published figure', address: '#tool=numbers', field: 'Search' },
  'numbers-filtered': {
    called: 'a figure being replaced',
    address: '#tool=numbers&figure=B0386-value-250',
    field: 'Search',
    act: async (page) => {
      await (await page.byRole('textbox', 'Search')).type('one cent')
      await (await page.byRole('button', 'Change my figure')).click()
      await page.byRole('button', 'Use mine')
    },
  },
  'numbers-nothing': {
    called: 'a search that finds no figure',
    address: '#tool=numbers',
    field: 'Search',
    act: async (page) => {
      await (await page.byRole('textbox', 'Search')).type('unicorns')
      await page.byRole('heading', /^(No|0) figures/)
    },
  },
  'claims': { called: 'the claims', address: '#tool=numbers', field: 'Search', act: async (page) => (await page.byRole('radio', 'Claims')).click() },
  'embed': { called: 'the embed', address: 'embed.html?platform=instagram&followers=12300', act: verdict },
  'plain': { called: 'the page without a canvas', address: '?view=plain#platform=instagram&followers=12300', act: verdict },
  'plain-campaign': {
    called: 'a campaign without a canvas',
    address: '?view=plain#tool=campaign&orderValue=40%20to%2060&margin=50',
    field: 'Order value',
    act: (page) => page.byRole('heading', /likely to make money/),
  },
  'forced-colours': {
    called: 'a verdict in colours of the system',
    address: '#platform=instagram&followers=12300',
    act: async (page) => {
      await page.playwright().emulateMedia({ forcedColors: 'active' })
      await verdict(page)
    },
  },
}

/**
 * Opens a state and waits until nothing is to be drawn any more.
 * @param {Page} page @param {string} siteUrl @param {State} state @param {import('./browser.mjs').View} [view]
 */
export const openState = async (page, siteUrl, { address = '', field = 'Followers', act }, view) => {
  await page.open(new URL(address, siteUrl).href, view)
  await page.byRole('textbox', field)
  await act?.(page)
  await page.evaluate(() => document.fonts.ready.then(() => {}))
  await settled(page)
}

// The site and Chromium for a test file that is about this engine alone.
import { after, before } from 'node:test'
import { launch } from './engines/chromium.mjs'
import { serveSite } from './site.mjs'

/** Call it once at the head of a test file; there is something in it once a test runs. */
export const chromiumSite = () => {
  const here = /** @type {{site: Awaited<ReturnType<typeof serveSite>>, browser: import('playwright-core').Browser}} */ ({})
  before(async () => {
    here.site = await serveSite()
    here.browser = await launch()
  })
  after(async () => {
    await here.browser?.close()
    await here.site?.close()
  })
  return here
}

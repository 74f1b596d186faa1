// @ts-check
// Adds the reader's script (reader.mjs) to the page when something is to be read.

/** @typedef {import('./reader.mjs').Reader} Reader */

/**
 * Loads at its first call. When that fails, the next call tries again.
 * @param {Document} document
 * @param {string} address of the script, as the page would write it
 * @returns {() => Promise<Reader>}
 */
export function readerScript(document, address) {
  /** @type {Promise<Reader> | undefined} */
  let loaded
  return () => (loaded ??= added(document, address).catch((reason) => {
    loaded = undefined
    throw reason
  }))
}

/** @param {Document} document @param {string} address @returns {Promise<Reader>} */
const added = (document, address) =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script')
    const failed = () => {
      script.remove()
      reject(new Error(`${script.src} did not load`))
    }
    script.onload = () => {
      const { microfluenceReader } = /** @type {{microfluenceReader?: Reader}} */ (globalThis)
      if (microfluenceReader) resolve(microfluenceReader)
      else failed() // some other page in its place
    }
    script.onerror = failed
    // WebKit says nothing else of a script that a policy of the host's refuses.
    document.addEventListener('securitypolicyviolation', ({ blockedURI }) => blockedURI === script.src && failed())
    script.src = address
    document.head.append(script)
  })

/**
 * From here on this page may add that one script and no other. The embed's own policy has to let its script add any,
 * since the page's address, which a policy would name, is known only here.
 * @param {Document} document
 * @param {string} address
 */
export function allowOnly(document, address) {
  if (!document.baseURI.startsWith('http')) return // a file on somebody's disk has no address that a policy could name
  const { origin, pathname } = new URL(address, document.baseURI)
  const policy = document.createElement('meta')
  policy.httpEquiv = 'Content-Security-Policy'
  policy.content = `script-src ${origin}${pathname.replaceAll(';', '%3B').replaceAll(',', '%2C')} 'wasm-unsafe-eval'`
  document.head.append(policy)
}

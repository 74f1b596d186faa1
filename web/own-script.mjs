// @ts-check
// Adds a script of this site to the page when it is first needed: the reader (reader.mjs), the later part (later.mjs).

/**
 * Loads at its first call. When that fails, the next call tries again.
 * @template T
 * @param {Document} document
 * @param {string} address of the script, as the page would write it
 * @param {string} left the global variable that it leaves
 * @returns {() => Promise<T>}
 */
export function ownScript(document, address, left) {
  /** @type {Promise<T> | undefined} */
  let loaded
  return () => (loaded ??= /** @type {Promise<T>} */ (added(document, address, left)).catch((reason) => {
    loaded = undefined
    throw reason
  }))
}

/** @param {Document} document @param {string} address @param {string} left @returns {Promise<any>} */
const added = (document, address, left) =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script')
    const failed = () => {
      script.remove()
      reject(new Error(`${script.src} did not load`))
    }
    script.onload = () => {
      const value = /** @type {Record<string, any>} */ (globalThis)[left]
      if (value) resolve(value)
      else failed() // some other page in its place
    }
    script.onerror = failed
    // WebKit says nothing else of a script that a policy of the host's refuses.
    document.addEventListener('securitypolicyviolation', ({ blockedURI }) => blockedURI === script.src && failed())
    script.src = address
    document.head.append(script)
  })

/**
 * From here on this page may add these scripts and no others. The embed's own policy has to let its script add any,
 * since the page's address, which a policy would name, is known only here.
 * @param {Document} document
 * @param {string[]} addresses
 */
export function allowOnly(document, addresses) {
  if (!document.baseURI.startsWith('http')) return // a file on somebody's disk has no address that a policy could name
  const sources = addresses.map((address) => {
    const { origin, pathname } = new URL(address, document.baseURI)
    return `${origin}${pathname.replaceAll(';', '%3B').replaceAll(',', '%2C')}`
  })
  const policy = document.createElement('meta')
  policy.httpEquiv = 'Content-Security-Policy'
  policy.content = `script-src ${sources.join(' ')} 'wasm-unsafe-eval'; worker-src blob:`
  document.head.append(policy)
}

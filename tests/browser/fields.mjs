// Fields of each kind: of several lines and of one, read as a number, as a list and as words to search for.
export const fields = [
  { title: 'a pasted text', address: '', name: 'Paste your profile or stats' },
  { title: 'a count', address: '', name: 'Followers' },
  { title: 'a list of names', address: '#tool=pick', name: 'Must be picked' },
  { title: 'a search', address: '#tool=numbers', name: 'Search' },
]

/** In the page: keeps in `__writes` what the page itself writes into its fields. */
export const watchWrites = () => {
  /** @type {string[]} */
  const writes = (globalThis.__writes = [])
  for (const { prototype } of [HTMLInputElement, HTMLTextAreaElement]) {
    const own = /** @type {PropertyDescriptor & {get(): string, set(value: string): void}} */ (Object.getOwnPropertyDescriptor(prototype, 'value'))
    Object.defineProperty(prototype, 'value', {
      ...own,
      set(value) {
        if (this === document.activeElement) writes.push(value)
        own.set.call(this, value)
      },
    })
  }
}

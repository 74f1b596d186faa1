// Runs in the page: a screen reader. It goes where its commands lead, and keeps what it says.
import { virtual } from '@guidepup/virtual-screen-reader'

/** What was said without being asked for, since it was started. @type {string[]} */
const announced = []

/** What was said since the last time, without announcements. */
const said = async () => {
  const phrases = (await virtual.spokenPhraseLog()).map((phrase) => phrase.replace(/\s+/g, ' '))
  await virtual.clearSpokenPhraseLog()
  const isAnnounced = (/** @type {string} */ phrase) => /^(polite|assertive): /.test(phrase)
  announced.push(...phrases.filter(isAnnounced))
  return phrases.filter((phrase) => !isAnnounced(phrase))
}

/** @typedef {{role: string, name: string | {source: string, flags: string}}} Wanted as it is spoken: "image", not "img" */

/** "heading, Verdict, level 2" is a heading called Verdict. @param {string} phrase @param {Wanted} wanted */
const isAbout = (phrase, { role, name }) => {
  if (role && !phrase.startsWith(`${role}, `)) return false
  const rest = phrase.slice(role ? role.length + 2 : 0).replace(/(, level \d+|, linked details)+$/, '')
  return typeof name === 'string' ? rest === name || rest.startsWith(`${name}, `) : new RegExp(name.source, name.flags).test(rest)
}

// Of an element that was taken out of the page it asks the topmost one, as if that were a document.
Object.assign(Element.prototype, { getElementById: () => null })

export const start = () => virtual.start({ container: document.body })

/**
 * Reads on, and from the page's end at its start, until it comes to this. Headings are jumped to.
 * @param {Wanted} wanted
 * @returns {Promise<string>} what it says there; nothing if it has been everywhere
 */
export const seek = async (wanted) => {
  let starts = 0
  const isHeading = wanted.role === 'heading'
  for (let steps = 0; steps < (isHeading ? 50 : 3000) && starts < 2; steps += 1) {
    if (isHeading) await virtual.perform(virtual.commands.moveToNextHeading)
    else await virtual.next()
    for (const phrase of await said()) {
      if (isAbout(phrase, wanted)) return phrase
      if (phrase === 'document') starts += 1
    }
  }
  return ''
}

/** Reads from where it is to the end of this. @param {Wanted} wanted */
export const readThrough = async (wanted) => {
  const phrases = []
  for (let steps = 0; steps < 1000; steps += 1) {
    await virtual.next()
    for (const phrase of await said()) {
      if (phrase.startsWith('end of ') && isAbout(phrase.slice('end of '.length), wanted)) return phrases.join(' ')
      phrases.push(phrase)
    }
  }
  return ''
}

export const act = () => virtual.act()

/** Only brings the focus there: a press would also set the page's selection, by the reader's own reckoning. */
export const enter = () => virtual.press('Shift')

/** In place of what is there. @param {string} text */
export const replace = async (text) => {
  await virtual.press('Control+a')
  await virtual.press('Delete')
  await virtual.type(text)
}

/** All that it said without being asked for. */
export const announcements = async () => {
  await said()
  return announced
}

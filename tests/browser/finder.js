// Runs in the page: finds elements as assistive technology does, by role and name.
import { computeAccessibleDescription, computeAccessibleName, getRole, isInaccessible } from 'dom-accessibility-api'

/** @param {string} text */
const tidy = (text) => text.replace(/\s+/g, ' ').trim()

/** @param {Element} element */
const roleOf = (element) => {
  if (element instanceof HTMLInputElement && element.type === 'file' && !element.hasAttribute('role')) return 'button'
  return getRole(element) ?? ''
}

/** @param {Element} element */
const levelOf = (element) => Number(element.getAttribute('aria-level') ?? /^H([1-6])$/.exec(element.tagName)?.[1] ?? 0)

/**
 * A name given as `{source, flags}` is a regular expression, a string is the whole name.
 * @param {{role: string, name?: string | {source: string, flags: string}, level?: number}} wanted
 * @param {ParentNode} [within]
 */
export const findAll = (wanted, within = document) => {
  const { role, name, level } = wanted
  const pattern = typeof name === 'object' ? new RegExp(name.source, name.flags) : undefined
  return [...within.querySelectorAll('*')].filter((element) => {
    if (roleOf(element) !== role || isInaccessible(element)) return false
    if (level !== undefined && levelOf(element) !== level) return false
    if (name === undefined) return true
    const found = tidy(computeAccessibleName(element))
    return pattern ? pattern.test(found) : found === name
  })
}

/**
 * @param {{role: string, name?: string | {source: string, flags: string}, level?: number}} wanted
 * @param {ParentNode} [within]
 */
export const find = (wanted, within) => findAll(wanted, within)[0] ?? null

/** What a screen reader would say of an element. @param {Element} element */
export const describe = (element) => ({
  role: roleOf(element),
  name: tidy(computeAccessibleName(element)),
  description: tidy(computeAccessibleDescription(element)),
  level: levelOf(element),
})

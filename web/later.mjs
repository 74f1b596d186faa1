// @ts-check
// The later part of the page's program (split.mjs), which the page fetches when somebody opens a tool that is in it. A
// classic script like the reader, for the same reason; joining.mjs joins what it leaves in `microfluenceLater` to the
// first part.
//
// The part stands before this script as `microfluenceLaterPart`, as packed.mjs says.

import { unpacked } from './packed.mjs'

/** @type {string} */
// @ts-ignore put there by the build
const part = microfluenceLaterPart

Object.assign(globalThis, { microfluenceLater: unpacked(part) })

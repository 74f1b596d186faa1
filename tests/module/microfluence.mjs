// The module under test: MF_MODULE, or the one in dist/.
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
export const address = pathToFileURL(path.resolve(root, process.env.MF_MODULE ?? 'dist/microfluence.mjs'))

/** @type {typeof import('../../web/microfluence.d.mts')} */
const module = await import(address.href)
export const load = module.default

// TypeScript looks here for the types of microfluence.mjs; they are written down in microfluence.d.ts.
import type { Microfluence } from './microfluence.d.ts'

export type * from './microfluence.d.ts'

/** Compiles and starts the core; `microfluence.wasm` must lie beside the module. Rejects with code `not-loaded` if it is missing. */
export default function load(): Promise<Microfluence>

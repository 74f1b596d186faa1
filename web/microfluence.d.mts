export { default } from './microfluence.d.ts'
export type * from './microfluence.d.ts'

// What finder.js leaves in a page under test.
declare var __mf: typeof import('./finder.js')
// What watchWrites of fields.mjs leaves there.
declare var __writes: string[]
// What reader.js leaves there.
declare var __reader: typeof import('./reader.js')
// What the page announced in its line of answers, kept by keyboard.test.mjs.
declare var __heard: string[]

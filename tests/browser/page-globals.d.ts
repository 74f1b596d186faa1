// What finder.js leaves in a page under test.
declare var __mf: typeof import('./finder.js')
// What reader.js leaves there.
declare var __reader: typeof import('./reader.js')

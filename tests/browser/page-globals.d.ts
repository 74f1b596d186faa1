// What finder.js leaves in a page under test.
declare var __mf: typeof import('./finder.js')

// The four journeys, told once: what is done, and what is learnt. How somebody does it, and how they learn it, is theirs:
// see people.mjs and screen-reader.mjs.
import { postsFile, profile } from './journey.mjs'

/**
 * @typedef {import('./browser.mjs').Name} Name
 *
 * @typedef {object} Person
 * @property {(button: Name) => Promise<void>} presses
 * @property {(field: Name, text: string) => Promise<void>} types     in place of what it holds
 * @property {(field: Name) => Promise<void>} pastes                  what is on the clipboard
 * @property {(button: Name, file: string) => Promise<void>} chooses  a file
 * @property {(option: Name) => Promise<void>} selects                one of several
 * @property {(words: RegExp) => Promise<void>} isTold                without looking for it
 * @property {(role: string, name: Name, words?: RegExp) => Promise<void>} finds    something that says so, and these words in it
 * @property {(field: Name, value: string) => Promise<void>} seesIn
 * @property {(field: Name, help: RegExp) => Promise<void>} isHelped  what a field is for
 * @property {(field: Name, complaint: RegExp) => Promise<void>} isCorrected        what is wrong with it
 *
 * @typedef {{title: string, clipboard?: string, take: (person: Person) => Promise<void>}} Journey
 */

export const creators =
  'handle\tfollowers\tER\tfee\n@ana\t20000\t5%\t$150\n@ben\t30000\t2%\t$200\n@cai\t12000\t6%\t$120\n@dee\t50000\t1%\t$400\n'

/** @type {Journey[]} */
export const journeys = [
  {
    title: 'a pasted profile tells whether it is micro',
    clipboard: profile,
    take: async (person) => {
      await person.isHelped('Paste your profile or stats', /The top of your profile, or rows of a spreadsheet/)
      await person.pastes('Paste your profile or stats')
      await person.isTold(/Read your text: 12\.3K followers/)
      await person.isTold(/Yes: micro for \d+ of \d+ publishers/)
      await person.finds('heading', /^Yes: micro for \d+ of \d+ publishers$/)
      await person.seesIn('Followers', '12.3K')
      await person.finds('region', 'What was read', /12\.3/)
      await person.selects('YouTube')
      await person.finds('region', 'Expected for your size', /among YouTube accounts with 12,300 followers/)
    },
  },
  {
    title: 'a file of posts tells whether it is micro, and its engagement',
    take: async (person) => {
      await person.types('Followers', '25000')
      await person.isTold(/Yes: micro for \d+ of \d+ publishers/)
      await person.chooses(/^Choose a file/, postsFile)
      await person.isTold(/Read posts\.csv: 12 posts/)
      await person.isTold(/engagement 7\.00 %/)
      await person.finds('region', 'Engagement', /7\.00 %.*90 % sure between 3\.80 % and 12\.40 %/)
      await person.finds('table', /^Engagement rate of a post/, /impressions.*8\.75/)
    },
  },
  {
    title: 'an order value and a margin tell how likely a campaign pays',
    take: async (person) => {
      await person.presses('Plan a campaign')
      await person.types('Order value', '40 to 60')
      await person.types('Margin', '50')
      await person.isTold(/\d+ % likely to make money/)
      await person.types('Conversion rate', '5 to 2')
      await person.isCorrected('Conversion rate', /not used/)
      await person.seesIn('Conversion rate', '5 to 2')
      await person.finds('heading', /^\d+ % likely to make money$/)
      await person.types('Conversion rate', '2 to 5')
      await person.finds('heading', /^\d+ % likely to make money$/)
      await person.finds('img', /How often each return on investment comes out/)
      await person.finds('table', /^What comes back: the median/, /Orders\D*\d/)
    },
  },
  {
    title: 'a list and a budget tell whom to pick',
    clipboard: creators,
    take: async (person) => {
      await person.presses('Pick creators')
      await person.isHelped('Paste a list of creators', /One row each, columns in any order/)
      await person.pastes('Paste a list of creators')
      await person.isTold(/Read your text: 4 creators/)
      await person.types('Budget', '300')
      await person.isTold(/Pick 2 of 4: \$270 of \$300/)
      await person.finds('heading', /^Pick 2 of 4: \$270 of \$300/)
      await person.finds('table', /^The creators picked/, /ana.*cai/s)
    },
  },
]

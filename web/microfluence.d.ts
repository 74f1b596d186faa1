/**
 * The core of Microfluence without its page: plain objects in, plain objects out, nothing sent anywhere.
 *
 * Rates are fractions (0.031 is 3.1 %), counts are whole numbers, dates are ISO 8601 text. A value that is not known is
 * `null`, never 0 and never left out, so that every answer of one kind has the same keys.
 *
 * Every function but `load` is synchronous. A failure throws an `Error` with a `code`, and with `field` and `row` where
 * they are known; see {@link MicrofluenceError}.
 */

/** Compiles and starts the core; `microfluence.wasm` must lie beside the module. Rejects with code `not-loaded` if it is missing. */
export default function load(): Promise<Microfluence>

export interface Microfluence {
  /** The version of the program, "0.1.0". */
  readonly version: string
  /**
   * Understands what a person has: a profile header, a table of posts, a list of creators, a follower history.
   * The content decides the format, never the file name.
   * @param input text, or the bytes of a file; at most 128 MB
   * @throws {MicrofluenceError} `bad-argument`, `too-large`, `empty-input`, `binary-input`, `no-usable-columns`, ...;
   *   for `columns` also `unknown-column`, `unknown-field`, `field-twice`
   */
  read(input: Input, hints?: ReadHints | null): Reading
  /**
   * What an account is called at its size, by whom, and how its posts do.
   * The `account` and `posts` of a reading can be spread into the request: `{...reading.account, posts: reading.posts}`.
   * @throws {MicrofluenceError} `bad-argument`, `missing`, `not-a-number`, `out-of-range`, `unknown-platform`, `wrong-type`;
   *   for followers as text also `negative`, `ambiguous`, `empty-input`
   */
  analyze(request: AnalyzeRequest): Analysis
  /**
   * What a campaign costs, what comes back and how likely it pays. The same request gives the same numbers everywhere.
   * Published figures stand in for what is left out, as far as there are any; `defaults` says which. A wrong value is refused with
   * its key in `field`, such as `clickRate` or `creators[3].fee` (from 0).
   * @throws {MicrofluenceError} `bad-argument`, `wrong-type`, `not-a-number`, `ambiguous`, `out-of-range`, `upside-down`,
   *   `other-currency`, `unknown-currency`, `unknown-platform`, `unknown-figure`
   */
  simulate(request: SimulateRequest): Simulation
  /**
   * The best set of creators under a budget, proven to be the best or with how far it may be from it.
   * @throws {MicrofluenceError} as for `simulate`, and `missing`, `unknown-objective`, `unknown-tier`, `not-a-roster`; with `roster`
   *   also as for `read`
   */
  pick(request: PickRequest): Pick
  /**
   * The cells of delimited text (comma, semicolon, tab, ...), quotes undone, nothing trimmed, the header row included.
   * @throws {MicrofluenceError} as for `read`
   */
  table(input: Input): Table
  /** Who calls what micro, every published figure in use with its source, and what the five articles claim. */
  benchmarks(): Benchmarks
}

/**
 * What every failure looks like. Of code `bad-argument` it is a `TypeError`. Beside the codes listed at each function there are
 * `out-of-memory` and `internal-error`; the module works on after both.
 */
export interface MicrofluenceError extends Error {
  /** Kebab-case and stable. */
  code: string
  /** One sentence for the person: what is wrong, where, and what to do about it. */
  message: string
  /** The key or column at fault, such as `followers` or `posts[3].likes` (from 0). */
  field?: string
  /** The record of the input at fault, from 1. */
  row?: number
  /** Of `no-usable-columns`: the columns of the table, of which you can say what they are (`ReadHints.columns`). */
  columns?: string[]
}

export type Input = string | Uint8Array | ArrayBuffer
export type Platform = 'any' | 'instagram' | 'tiktok' | 'youtube' | 'x' | 'linkedin' | 'facebook' | 'pinterest' | 'twitch'
/** What engagements are divided by. */
export type Denominator = 'followers' | 'reach' | 'impressions' | 'views'
export type Action = 'likes' | 'comments' | 'shares' | 'saves'
/**
 * How good a source is, from A (the publisher itself) to D (hearsay). S marks the five articles that the product grew out of.
 * A and S count in full, B by half, C and D are shown and not counted.
 */
export type Grade = 'A' | 'B' | 'C' | 'D' | 'S'

export interface ReadHints {
  /** Shown to nobody and trusted for nothing; a help where two formats look the same. */
  fileName?: string | null
  platform?: Platform | null
  /** Used where the input gives none: a whole number from 0 to 10,000,000,000, or text such as "12.3K". */
  followers?: number | string | null
  /** BCP 47, "de"; decides numbers such as "1.234" that the input leaves open. */
  locale?: string | null
  /**
   * What the columns of a table are, where you know better than their names say: `{'Abo-Stand': 'followers', Likes: null}`,
   * null for a column that is not to be used. A field that a column gets is taken from the column that had it; all others are
   * read as ever. The `mapping` of a reading can be given back, changed or not.
   */
  columns?: Columns | null
  /** `false` leaves `posts`, `creators` and `history` empty; `counts` still says how many there are. Default true. */
  rows?: boolean | null
}

/** Fields by the names of columns, or a list of both, as in the `mapping` of a reading. */
export type Columns = Record<string, ColumnField | null> | { column: string; field: ColumnField | string | null }[]
export type ColumnField =
  | 'followers' | 'likes' | 'comments' | 'shares' | 'saves' | 'views' | 'reach' | 'impressions' | 'handle' | 'publishedAt'
  | 'fee' | 'currency' | 'engagementRate' | 'platform' | 'niche' | 'country' | 'format' | 'caption' | 'url' | 'id'
  | 'following' | 'postCount' | 'follows' | 'unfollows' | 'netFollowers' | 'profileVisits' | 'interactions' | 'engagements'
  | 'clicks' | 'conversions' | 'purchases' | 'purchaseValue' | 'campaign' | 'from' | 'until' | 'spend'

export interface Reading {
  /** Which format it was taken for: "profile-text", "posts-csv", "roster-csv", "instagram-download", ... */
  format: string
  kind: 'account' | 'roster' | 'history' | 'results'
  account: Account
  /** How many rows of each kind there are. */
  counts: { posts: number; creators: number; history: number }
  posts: Post[]
  creators: Creator[]
  history: { date: string; followers: number }[]
  /** The length of a list of followers. Exports cut such lists short, so it is no total. */
  followersAtLeast: number | null
  /** What the input says of a stretch of days as a whole, such as "reach", "net_followers" or "spend". */
  period: { name: string; value: number; currency: string | null; from: string | null; until: string | null }[]
  /** Of an archive: its files, what each was read as, and why one was left shut. */
  parts: { name: string; what: string | null; note: string | null }[]
  /** Which column was taken for which field; `null` for a column that was not used. */
  mapping: { column: string; field: string | null }[]
  /** Rows left out, from 1 and with the header counted, and why. */
  skipped: { row: number; reason: string }[]
  /** Fields that the input lacks and an answer wants, such as "followers". */
  needs: string[]
  /** Sentences. */
  warnings: string[]
}

export interface Account {
  /** "any" if it is not known. */
  platform: Platform
  /** Without the leading @. */
  handle: string | null
  followers: number | null
  /** [low, high): what a rounded count stands for; "12.3K" is [12250, 12350). Both equal an exact count. */
  followersRange: [number, number] | null
  following: number | null
  postCount: number | null
}

export interface Post {
  id: string | null
  publishedAt: string | null
  /** "image", "video", "carousel", "story", "reel", "short", ... */
  format: string | null
  caption: string | null
  likes: number | null
  comments: number | null
  shares: number | null
  saves: number | null
  views: number | null
  reach: number | null
  impressions: number | null
}

/** One row of a list of creators; likes, comments and views are averages per post. */
export interface Creator {
  handle: string | null
  platform: Platform
  followers: number | null
  /** A fraction. */
  engagementRate: number | null
  likes: number | null
  comments: number | null
  views: number | null
  /** In `currency`. */
  fee: number | null
  /** ISO 4217. */
  currency: string | null
  niche: string | null
  country: string | null
}

/** Followers, posts, a follower history, or several of them. Unknown keys are ignored; `null` means not given, which is never the same as 0. */
export interface AnalyzeRequest {
  /** "any" if left out: then only definitions for any platform count. */
  platform?: Platform | null
  /** A whole number from 0 to 10,000,000,000, or text as people write it: "12,300", "12.3K". */
  followers?: number | string | null
  /** [low, high) around `followers`, as `read` gives it. Text such as "12.3K" brings its own. */
  followersRange?: [number, number] | null
  /** How numbers in text are written: BCP 47, "de". */
  locale?: string | null
  /** Each count from 0 to 1,000,000,000,000. */
  posts?: Partial<Post>[] | null
  /** Dated follower totals, in any order. */
  history?: { date: string; followers: number }[] | null
  /** What the account is about, as its owner would say it. */
  niche?: string | null
  /** The owner's own judgement of attributes that nothing given measures, by attribute id. */
  selfCheck?: Partial<Record<AttributeId, SelfAnswer>> | null
  /** Published figures to replace: `{id: 'B0386', statistic: 'value', value: 120}`. Codes: `unknown-figure`, `out-of-range`. */
  figures?: { id: string; statistic?: Statistic; value: number }[] | null
}

export interface Analysis {
  platform: Platform
  followers: number | null
  followersRange: [number, number] | null
  /** `null` without followers. */
  verdict: Verdict | null
  /** Every definition that applies to the platform; empty without followers. */
  schemes: SchemeAnswer[]
  /** Where the verdict's tier next changes, going up; `null` if it does not, or without followers. */
  next: { tier: string | null; followers: number; missing: number } | null
  /**
   * For each denominator that the posts allow, the platform's usual one first, up to three rates: likes + comments first, then
   * all actions that every post gives, then likes alone.
   */
  engagement: EngagementRate[]
  /** The first of `engagement` for each kind of post, and for posts that disclose payment against those that do not. */
  splits: Split[]
  /** What is usual at this size by the denominator to compare with; `null` where nothing is published by size, or without followers. */
  expected: Expectation | null
  /** The same for each denominator that has published figures by size. */
  expectedBy: Expectation[]
  /** A sentence on what is known, where the usual denominator has no answer. */
  notExpected: string | null
  /** `null` without followers. */
  fee: FeeEstimate | null
  /** Always the same five attributes; no score. */
  readiness: Attribute[]
  /** `null` without history. */
  growth: Growth | null
  /** What stands out; a question each, never a verdict. */
  flags: Flag[]
  /** Fields that would tell more: "followers", "posts", "likes", "comments", "reach", "views", "impressions". */
  needs: string[]
  /** Sentences. */
  warnings: string[]
}

export interface Verdict {
  /** Whether at least half of the weighted votes say micro. */
  isMicro: boolean
  /** Votes for micro; one publisher has one vote. */
  agree: number
  /** All votes. */
  of: number
  /** The votes for micro weighted by grade, from 0 to 1. */
  share: number
  /** The most frequent tier name among the votes, by weight; it may be "micro" without a majority. */
  tier: string | null
  /** How many of the five articles say micro. */
  articlesAgree: number
  articlesOf: number
  /** The nearest count at or below, and the nearest above, at which a voting publisher changes its answer. */
  lowerLine: number | null
  upperLine: number | null
  /** The count is rounded, and `isMicro` or `tier` differs within what it stands for. */
  uncertain: boolean
  /** Ids of the schemes whose own answer differs within what the count stands for. */
  flips: string[]
}

/** Where a definition comes from. */
export interface SchemeSource {
  /** Stable, "iab-uk". */
  id: string
  publisher: string
  /** Where it was read, if not with the publisher. */
  via: string | null
  title: string
  /** `null` if undated. */
  year: number | null
  /** `null` for the five articles. */
  url: string | null
  grade: Grade
  platform: Platform
  /** "000" to "004" for the five articles. */
  article: string | null
  note: string | null
}

export interface SchemeAnswer extends SchemeSource {
  /** `null` where the publisher has no name for this size. */
  tier: string | null
  /** The publisher's wording of the tier. */
  label: string | null
  /** `null` if the publisher never says where micro lies. */
  isMicro: boolean | null
  /** Whether the answer is a vote in the verdict. */
  counted: boolean
  /** Its micro range [min, max). `max: null` beside a `min` means no upper end; both are `null` without a micro range. */
  min: number | null
  max: number | null
}

export interface EngagementRate {
  by: Denominator
  /** What was added up. */
  actions: Action[]
  /** Fractions, per post. The median is the headline. */
  median: number
  mean: number
  /** Without the lowest and the highest fifth of the posts. */
  trimmedMean: number
  /** 90 % interval of the true median post, free of assumptions about its shape; `null` under four posts, their whole range (87.5 %) at four. */
  low: number | null
  high: number | null
  /** Posts used. */
  posts: number
  /** Posts not used: an action or the denominator is missing, or the denominator is 0. Stories are in neither number. */
  leftOut: number
}

export interface Split {
  kind: 'format' | 'disclosure'
  /** "reel", "image", ..., "" for no format given; "paid", "gift", "none". */
  id: string
  label: string
  rate: EngagementRate
  /** How it differs from the first of its kind, and whether that may be chance; `null` for the first. */
  note: string | null
}

/** Rates are fractions. `median`, `low`, `high` and `logSd` are `null` outside the sizes that the figures cover. */
export interface Expectation {
  by: Denominator
  /** What the published rates count; empty where the publisher does not say. */
  actions: Action[]
  median: number | null
  /** 80 % of the accounts of this size lie between. */
  low: number | null
  high: number | null
  /** Standard deviation of the natural logarithm of the rate between accounts. */
  logSd: number | null
  /** The share of accounts of this size with less; `low` and `high` carry the rate's own interval. */
  percentile: { low: number; mid: number; high: number } | null
  /** The account's own rate, drawn toward `median` as few posts as there are; `dataShare` of it comes from the posts. */
  own: { median: number; low: number; high: number; dataShare: number } | null
  /** Whether the account's rate counts the same actions as the published ones; without that there is no percentile. */
  countsAlike: boolean
  /** The weakest grade of the figures used. */
  grade: Grade
  caveat: string | null
  /** The follower counts that the figures cover; `to: null` means no upper end. */
  curve: { from: number; to: number | null }
  /** Ids of the records. */
  sources: string[]
}

/** What a sponsored post could cost. The ends are `null` where no method could be counted. */
export interface FeeEstimate {
  /** The lowest and the highest of the counted methods, and their median. */
  low: number | null
  typical: number | null
  high: number | null
  /** ISO 4217. */
  currency: string | null
  /** Why the ends differ in this case. */
  reason: string | null
  methods: FeeMethod[]
  /** The least that article 004 says is asked. */
  floor: { amount: number; currency: string; source: string } | null
  /** Published additions, fractions; not applied. */
  modifiers: { name: string; low: number; high: number; grade: Grade; source: string }[]
  needs: string[]
  note: string | null
}

export interface FeeMethod {
  id: string
  name: string
  /** With this account's numbers. */
  formula: string
  low: number | null
  typical: number | null
  high: number | null
  currency: string | null
  grade: Grade
  /** In the range: computed, grade A or B, US dollars, not our own derivation. */
  counted: boolean
  derived: boolean
  /** "a post", "a photo", "a story", ... */
  appliesTo: string | null
  needs: string[]
  note: string | null
  sources: string[]
}

export type AttributeId = 'relatable' | 'connections' | 'consistent' | 'quality' | 'niche'
export type SelfAnswer = 'no' | 'partly' | 'yes'

/** One thing that the articles ask of a micro-influencer. */
export interface Attribute {
  id: AttributeId
  name: string
  state: 'measured' | 'self-check' | 'missing'
  evidence: {
    id: string
    sentence: string
    value: number
    low: number | null
    high: number | null
    comparison: 'below' | 'near' | 'above' | null
    sources: string[]
  }[]
  /** What would give evidence. */
  needs: string[]
  advice: { sentence: string; articles: string[] }[]
  question: string | null
  answer: SelfAnswer | null
  /** The articles that ask for it, "000" to "004". */
  articles: string[]
}

export interface Growth {
  /** Fractions a month, with a 90 % interval. */
  monthlyRate: { low: number; mid: number; high: number; from: string; to: string; points: number } | null
  /** Why there is no rate. */
  reason: string | null
  /** When `followers` is reached, ISO 8601; `null` dates lie over 20 years ahead, or never come. */
  next: { followers: number; earliest: string | null; mid: string | null; latest: string | null; beyondTheHistory: boolean } | null
  /** What accounts of this size gained, as published. */
  published: { aMonth: number; inSixMonths: number; source: string } | null
}

export interface Flag {
  id: string
  sentence: string
  whyItMatters: string
  innocentExplanation: string
  evidence: Record<string, number>
  sources: string[]
}

/**
 * A number that is known, or the range [P5, P95] that holds the true one nine times in ten, rates as fractions: `0.02`,
 * `[0.01, 0.03]`. Or text as people type it, rates in percent: `"2"`, `"1 % to 3 %"`, `"$150-320"`, `"15K to 40K"`.
 */
export type Uncertain = number | [number, number] | string

/** What one creator can have of their own. */
export interface CreatorInputs {
  /** Text such as "12.3K" counts as 12,300. */
  followers?: Uncertain | null
  /** Pieces of content that each makes. */
  postsPerCreator?: Uncertain | null
  /** Money for one post of one creator. */
  fee?: Uncertain | null
  /** Engagements of a post, a fraction of followers or of reach: see `engagementBy`. */
  engagementRate?: Uncertain | null
  /** People reached by a post, a fraction of followers; it may exceed 1. */
  reachRate?: Uncertain | null
  /** Product and shipping, money for each creator. */
  productCost?: Uncertain | null
  /** Own work for each creator. */
  hoursPerCreator?: Uncertain | null
}

/** Every input of a campaign. Money is in the request's `currency`, rates are fractions. */
export interface CampaignInputs extends CreatorInputs {
  /** Impressions per person reached by a post, at least 1. */
  frequency?: Uncertain | null
  /** Of impressions. */
  clickRate?: Uncertain | null
  /** Of clicks. */
  conversionRate?: Uncertain | null
  /** What an order brings before discount, without tax. */
  orderValue?: Uncertain | null
  /** Of the order value. */
  discount?: Uncertain | null
  /** Of net revenue that is sent back. */
  returnRate?: Uncertain | null
  /** What is left of net revenue after the goods. */
  margin?: Uncertain | null
  /** Of orders that would not have come without the campaign. */
  incrementality?: Uncertain | null
  /** Contribution over a customer's life, in first orders; at least 1. */
  repeatFactor?: Uncertain | null
  /** Of creators who post what was agreed. */
  showRate?: Uncertain | null
  /** Money for an hour of own work. */
  hourlyCost?: Uncertain | null
  /** Of net revenue, paid to the creators. */
  commission?: Uncertain | null
  /** Money for usage rights and exclusivity, for the campaign. */
  rights?: Uncertain | null
  /** An agency's share, on top of the fees. */
  agencyRate?: Uncertain | null
  /** Money for tools and all else, for the campaign. */
  otherCosts?: Uncertain | null
  /** People who can be reached at all. Without it nobody knows how many are reached twice. */
  marketSize?: Uncertain | null
}
export type InputKey = keyof CampaignInputs

interface CampaignRequest extends CampaignInputs {
  platform?: Platform | null
  /** ISO 4217. */
  currency?: string | null
  /** How numbers in text are written: BCP 47, "de". */
  locale?: string | null
  /** Whether the fee of a creator who does not post is paid; true if left out. */
  paysNoShows?: boolean | null
  /** Any whole number from 0 to 2^53; 1 if left out. */
  seed?: number | null
  /** Published figures to replace: `{id: 'B0386', statistic: 'value', value: 120}`. */
  figures?: { id: string; statistic?: Statistic; value: number }[] | null
  /** The answer as a table too, in `csv`. */
  csv?: boolean | null
}

/** Unknown keys are ignored; `null` means not given, which is never the same as 0. */
export interface SimulateRequest extends CampaignRequest {
  /**
   * How many creators, all alike, or who: up to 1,000, each with what it has of its own; the rest is the request's. Rows of
   * `read` can be handed on as they are, as far as their fees are in the request's currency.
   */
  creators?: number | string | ({ handle?: string | null; currency?: string | null } & CreatorInputs)[] | null
  /** What `engagementRate` is a fraction of; followers if left out. */
  engagementBy?: 'followers' | 'reach' | null
  /** The chance for `breakEven.certainFee`, above 0 and below 1; 0.8 if left out. */
  certainty?: number | null
  /** From 1 to 1,048,576, rounded up to a power of two; 4,096 if left out. */
  draws?: number | null
  /** A price of 1,000 impressions in US dollars of your own, for methods of earned media value that publish none. */
  cpm?: number | null
}

/** A quantity over all draws: nine in ten lie between `p5` and `p95`. */
export interface Spread {
  p5: number
  p50: number
  p95: number
  mean: number
}

/** Each spread but those of cost is `null` where an input that it follows from is missing; `needs` names them. */
export interface Simulation {
  currency: string
  /** Money. */
  cost: { total: Spread; lines: Record<'fees' | 'product' | 'hours' | 'commission' | 'rights' | 'agency' | 'other', Spread> }
  /** People, posts added up. */
  reach: Spread | null
  /** People, each once. */
  uniqueReach: Spread | null
  impressions: Spread | null
  engagements: Spread | null
  clicks: Spread | null
  orders: Spread | null
  /** Money, after discounts and returns. */
  revenue: Spread | null
  /** Money: what is left of it after the goods, of orders that the campaign brought. */
  contribution: Spread | null
  /** Money: contribution less cost. */
  profit: Spread | null
  /** Profit / cost, a fraction. */
  roi: Spread | null
  /** Revenue / cost. */
  roas: Spread | null
  /** Cost of 1,000 impressions, of an engagement, a click, an order, over the draws that have any. */
  cpm: Spread | null
  cpe: Spread | null
  cpc: Spread | null
  cpa: Spread | null
  /** No market size is given: `uniqueReach` is the most that it can be. */
  uniqueReachIsUpperBound: boolean
  /** 0 to 1. */
  probabilityOfProfit: number | null
  /** What must be true for profit 0, the median over the draws; `null` where nothing does it. */
  breakEven: {
    orders: number | null
    conversionRate: number | null
    /** The highest fee of a post at which the median profit is not below 0. */
    fee: number | null
    /** The highest at which the campaign pays with the chance `certainty`. */
    certainFee: number | null
  }
  /** What publishers say that the attention would have cost as advertising. No cash, never part of profit. */
  emv: EarnedMediaValue
  /** What drives the risk, the widest first. */
  drivers: Driver[]
  /** Steps of ROI with their share of all draws, from about P1 to P99. */
  histogram: { from: number; to: number; share: number }[]
  /** Inputs without which the rest is not known, in the order of the funnel. */
  needs: InputKey[]
  /** What is not the request's own: published figures, and values that stand for "not part of this plan". */
  defaults: DefaultInput[]
  /** What was computed with: a request that gives the same answer. */
  plan: SimulateRequest
  draws: number
  seed: number
  /** With `csv: true`: inputs with their sources, results, edition and seed. */
  csv?: string
}

export interface EarnedMediaValue {
  /** Over the counted methods; `null` where none could be counted. */
  low: number | null
  high: number | null
  currency: string | null
  /** Why the ends differ. */
  reason: string | null
  methods: {
    id: string
    name: string
    formula: string
    low: number | null
    typical: number | null
    high: number | null
    currency: string | null
    grade: Grade
    counted: boolean
    sources: string[]
    needs: string[]
    note: string | null
  }[]
  note: string
}

export interface Driver {
  input: InputKey
  /** Median ROI with the input at its P10 and at its P90. */
  low: number
  high: number
  /** Of the variance of ROI, what the input explains alone: 0 to 1. */
  share: number
  /** Its P10 and P90; of what each creator has of its own, those of the average. */
  inputLow: number
  inputHigh: number
}

export interface DefaultInput {
  input: InputKey
  /** P5 and P95; equal if it is one number. */
  low: number
  high: number
  /** Ids of records; empty of a value that stands for "not part of this plan". */
  sources: string[]
  grade: Grade
  note: string | null
}

export type Objective = 'engagements' | 'orders' | 'uniqueReach' | 'profit'

/** `fee` and `engagementRate` stand in for rows without; `followers` are each row's own. */
export interface PickRequest extends CampaignRequest {
  /** Rows as `read` gives them. Either this or `roster`. */
  creators?: (Partial<Omit<Creator, 'followers'>> & { followers?: number | string | null })[] | null
  /** A list of creators as text or the bytes of a file, read in place: a million rows never become objects. */
  roster?: Input | null
  /** Shown to nobody; a help in reading `roster`. */
  fileName?: string | null
  /** What the columns of `roster` are; see `ReadHints`. */
  columns?: Columns | null
  /** Money, or text such as "$5,000". */
  budget: number | string
  /** "engagements" if left out. */
  objective?: Objective | null
  /** Handles that must be, or must not be, in the set; with or without @, in any case. */
  include?: string[] | null
  exclude?: string[] | null
  /** By tier ("nano", "micro", ...), by platform, and in all. */
  minPerTier?: Record<string, number> | null
  maxPerTier?: Record<string, number> | null
  minPerPlatform?: Partial<Record<Platform, number>> | null
  maxPerPlatform?: Partial<Record<Platform, number>> | null
  minCreators?: number | null
  maxCreators?: number | null
  /** Draws of the inputs for `stability`, to 10,000; 100 if left out, 0 for none. */
  stabilityDraws?: number | null
  /** false: do without these parts of the answer. */
  planB?: boolean | null
  nextDollar?: boolean | null
  /** How many rows `creators` lists beside those that the answer is about; 1,000 if left out. */
  listed?: number | null
}

/** A set of creators. `null` values: nothing fits, see `infeasible`. */
export interface Selection {
  /** Handles; `null` of a row without one. */
  picked: (string | null)[]
  /** Their rows, from 0. */
  pickedRows: number[]
  /** Of the budget, rights and other costs included. */
  spend: number | null
  /** Expected, of the objective. */
  value: number | null
  /** No set can be worth more. */
  bound: number | null
  /** (bound - value) / |value|; 0 if `optimal`. */
  gap: number | null
  /** Proven to be the best, to one part in 10^9. */
  optimal: boolean
  /** Why nothing fits, a sentence. */
  infeasible: string | null
}

export interface Pick extends Selection {
  objective: Objective
  currency: string
  budget: number
  /** Rights and other costs, spent whoever is picked. */
  fixedCost: number
  uniqueReachIsUpperBound: boolean
  /** The best without the creator who brings most. */
  planB: (Selection & { without: string | null; withoutRow: number }) | null
  /** What `step` more of money buys. */
  nextDollar: { step: number; gain: number; added: (string | null)[]; dropped: (string | null)[]; optimal: boolean } | null
  /** The best value at budgets around this one. */
  curve: { budget: number; value: number; creators: number }[]
  /** How often a creator is in the best set when the inputs vary, the most often first. */
  stability: { handle: string | null; row: number; share: number }[]
  stabilityDraws: number
  seed: number
  /** Rows of the list. */
  rows: number
  creators: VettedCreator[]
  /** Rows of the file left out, from 1 and with the header counted; at most as many as are `listed`. */
  skipped: { row: number; reason: string }[]
  /** How the file was read; `null` without one. */
  reading: { format: string; mapping: { column: string; field: string | null }[]; skipped: number; warnings: string[] } | null
  defaults: DefaultInput[]
  /** Sentences. */
  warnings: string[]
  /** With `csv: true`: every row with what was made of it, and what it was computed with. */
  csv?: string
}

/** A row of the list and what was made of it. */
export interface VettedCreator {
  /** From 0. */
  row: number
  handle: string | null
  platform: Platform
  followers: number | null
  /** As most publishers call its size. */
  tier: string | null
  picked: boolean
  /** Of the draws in which it is picked; `null` if none were made. */
  stability: number | null
  /** Why it cannot be picked, a sentence. */
  reason: string | null
  /** Against the budget. */
  cost: number
  /** Expected, of the objective, alone. */
  value: number
  /** Money for one post. */
  fee: number | null
  /** The row gives none: the request's own, or the middle of the published methods. */
  feeIsEstimate: boolean
  /** What the rates are fractions of. */
  by: Denominator
  ownRate: number | null
  /** The median of accounts of its size. */
  usualRate: number | null
  /** P5 and P95 of the true rate, and its mean; `dataShare` of it comes from the row, the rest from what is usual. */
  rate: [number, number] | null
  meanRate: number | null
  dataShare: number
  /** Among accounts of its size; `low` and `high` carry the rate's own interval. */
  percentile: { low: number; mid: number; high: number } | null
  /** What deserves a look; never a verdict. */
  flags: { id: string; sentence: string }[]
}

export interface Table {
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  delimiter: string
  rows: string[][]
}

export interface Benchmarks {
  /** The edition of the schemes. */
  version: string
  schemes: Scheme[]
  /** The edition of the records. */
  recordsVersion: string
  records: BenchmarkRecord[]
  claims: Claim[]
}

export type Metric =
  | 'engagement_rate'
  | 'reach_rate'
  | 'views_per_follower'
  | 'fee'
  | 'fee_rule'
  | 'fee_modifier'
  | 'cpm'
  | 'cpe'
  | 'posting_cadence'
  | 'follower_growth'
  | 'comments_per_like'
  | 'click_rate'
  | 'conversion_rate'
  | 'order_value'
  | 'show_rate'
  | 'earned_media_value'
  | 'return_on_spend'
  | 'revenue_per_follower'
  | 'effort'
  | 'finding'

/**
 * What a published number is. `unstated`: the publisher does not say whether it is a mean or a median. `low` and `high`: ends of a
 * range whose levels are not stated. The last four are the cut points of a publisher's five classes.
 */
export type Statistic =
  | 'value'
  | 'mean'
  | 'median'
  | 'unstated'
  | 'low'
  | 'high'
  | 'p10'
  | 'p25'
  | 'p75'
  | 'p90'
  | 'belowAverageFrom'
  | 'averageFrom'
  | 'averageTo'
  | 'aboveAverageTo'

/** One published result. */
export interface BenchmarkRecord {
  /** Stable, "B0197". */
  id: string
  metric: Metric
  platform: Platform
  /** The followers [min, max) of the accounts it is about; `max: null` means no upper end. */
  band: { min: number; max: number | null }
  /** What else they have in common: "story", "brands", "micro"; `null` if nothing. */
  group: string | null
  /** "fraction", "USD per post", "USD per 1,000 impressions", ... */
  unit: string
  /** What it is divided by: of every rate of engagement, and of a click rate where it is one of these. */
  by: Denominator | null
  /** What a rate of engagement counts, empty where the publisher does not say; `null` of everything else. */
  actions: Action[] | null
  /** What was measured or asked. */
  definition: string
  /** At least one. A rate is a fraction. */
  figures: Partial<Record<Statistic, number>>
  /** The id of its source; records of one page share it. */
  source: string
  publisher: string
  /** Where it was read, if not with the publisher. */
  via: string | null
  title: string
  /** `null` if undated. */
  year: number | null
  /** `null` for the five articles. */
  url: string | null
  grade: Grade
  note: string | null
}

/** Something that the five articles say, in other words, and what is known of it. None of these is a settled fact. */
export interface Claim {
  /** Stable, "claim-60-percent". */
  id: string
  /** "000" to "004". */
  articles: string[]
  says: string
  tracesTo: string
  status: 'traced' | 'misapplied' | 'source-not-found' | 'contradicted' | 'opinion' | 'advice'
  /** Ids of the records that speak of it. */
  records: string[]
}

export interface Scheme extends SchemeSource {
  bands: Band[]
}

/** The follower counts [min, max) that a publisher gives a name; `max: null` means no upper end. */
export interface Band {
  /** One spelling for all publishers. */
  tier: string
  /** The publisher's own wording. */
  label: string
  min: number
  max: number | null
  /** The benchmark record it came from. */
  record: string
}

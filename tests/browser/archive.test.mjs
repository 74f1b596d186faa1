// The download of an account as the platform hands it out: whatever its size, only the files that are of use are opened.
import assert from 'node:assert/strict'
import { mkdtemp, open as openFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { crc32 } from 'node:zlib'
import { alerted, journey, tidy, verdict } from './journey.mjs'

const { open } = journey()

/** @type {string} */
let folder
before(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'microfluence-'))))
after(() => rm(folder, { recursive: true }))

/**
 * Writes a zip of stored files. A number instead of a text stands for so many bytes of a film, of which the disk holds none.
 * @param {string} file
 * @param {Record<string, string | number>} entries
 */
const writeZip = async (file, entries) => {
  const handle = await openFile(file, 'w')
  let at = 0
  /** @type {Buffer[]} */
  const directory = []
  const write = async (/** @type {Buffer} */ bytes) => {
    await handle.write(bytes, 0, bytes.length, at)
    at += bytes.length
  }
  for (const [name, content] of Object.entries(entries)) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.alloc(0)
    const size = typeof content === 'string' ? bytes.length : content
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0) // version
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(size, 14)
    common.writeUInt32LE(size, 18)
    common.writeUInt16LE(name.length, 22)
    const begin = at
    await write(Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), bytes]))
    if (typeof content === 'number') at += content
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(begin, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), common, rest, Buffer.from(name)]))
  }
  const begin = at
  for (const entry of directory) await write(entry)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(at - begin, 12)
  end.writeUInt32LE(begin, 16)
  await write(end)
  await handle.close()
}

/** @param {number} likes @param {number} comments @param {number} day */
const post = (likes, comments, day) => ({
  media_map_data: { 'Media Thumbnail': { uri: 'media/posts/1.jpg', creation_timestamp: 0, title: `Post of day ${day}` } },
  string_map_data: {
    'Creation Timestamp': { href: '', value: '', timestamp: 1_735_689_600 + day * 86_400 },
    Likes: { href: '', value: String(likes), timestamp: 0 },
    Comments: { href: '', value: String(comments), timestamp: 0 },
  },
})

test("a gigabyte of Instagram's download: its insights are read, its films and messages stay shut", async () => {
  const file = path.join(folder, 'instagram-someone-2026.zip')
  const insights = 'logged_information/past_instagram_insights'
  await writeZip(file, {
    'media/posts/film.mp4': 2 ** 30,
    'your_instagram_activity/messages/inbox/message_1.json': '{"participants":[]}',
    [`${insights}/audience_insights.json`]: JSON.stringify({
      organic_insights_audience: [{ title: '', media_map_data: {}, string_map_data: { Followers: { href: '', value: '1,376', timestamp: 0 }, 'Overall followers': { value: '-19' } } }],
    }),
    [`${insights}/posts.json`]: JSON.stringify({ organic_insights_posts: [post(100, 10, 1), post(200, 20, 2), post(300, 30, 3)] }),
  })
  const page = await open()
  await (await page.byRole('button', /^Choose a file/)).setFiles([file])
  assert.match(await verdict(page), /^(Yes|No): .*\b\d+ of \d+\b/)
  assert.equal(await (await page.byRole('textbox', 'Followers')).value(), '1,376')
  const read = tidy(await (await page.byRole('region', 'What was read')).text())
  assert.match(read, /1,376 followers, 3 posts/)
  assert.match(read, /audience_insights\.json/)
  assert.doesNotMatch(read, /film\.mp4|message_1/)
})

test('an archive of nothing of use says what it must hold', async () => {
  const file = path.join(folder, 'holiday.zip')
  await writeZip(file, { 'beach.jpg': 'no picture', 'notes.txt': 'no numbers' })
  const page = await open('#followers=25000')
  await (await page.byRole('button', /^Choose a file/)).setFiles([file])
  assert.match(await alerted(page), /CSV|export|download/)
})

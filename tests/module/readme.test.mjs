// The example in README.md runs as it stands there, and prints what it says.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { address } from './microfluence.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('the example of the README runs and gives what its comments name', async () => {
  const readme = await readFile(path.join(root, 'README.md'), 'utf8')
  const [, example] = /```js\n(.*?)```/s.exec(readme) ?? []
  assert.ok(example, 'README.md has no example in JavaScript')
  const folder = await mkdtemp(path.join(tmpdir(), 'readme-'))
  try {
    const file = path.join(folder, 'example.mjs')
    await writeFile(file, example.replace("'./microfluence.mjs'", JSON.stringify(address.href)))
    const { stdout } = await promisify(execFile)(process.execPath, [file])
    assert.match(stdout, /^true \d+ of \d+\nfollowers \[ 'likes', 'comments' \] 0\.0336\n-0\.70 -0\.05 1\.95\n0\.47 151\n\[ 'ana', 'cai' \] true\n$/)
  } finally {
    await rm(folder, { recursive: true })
  }
})

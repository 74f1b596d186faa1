// @ts-check
// Bytes inside a script, as a string of the characters U+0000 to U+00FF: compresses far better than base64.
//
// A character from U+0080 on is two bytes of the script, and a few others have to be written as escapes. Where such a
// byte is frequent it changes places with a rare one that is cheap. The string begins with how many pairs did, then the
// pairs, then the bytes.

/** @param {string} characters @returns {Uint8Array<ArrayBuffer>} */
export function unpacked(characters) {
  const code = (/** @type {number} */ at) => characters.charCodeAt(at)
  const places = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  const start = 1 + 2 * code(0)
  for (let at = 1; at < start; at += 2) {
    places[code(at)] = code(at + 1)
    places[code(at + 1)] = code(at)
  }
  // By hand, since the page waits for it: Uint8Array.from with a function takes ten times as long.
  const bytes = new Uint8Array(characters.length - start)
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = places[characters.charCodeAt(start + at)]
  return bytes
}

const escapes = /** @type {Record<string, string>} */ ({ '\0': '\\x00', '\r': '\\r', '\n': '\\n', '"': '\\"', '\\': '\\\\', '<': '\\x3c' })
const worth = 1 / 500 // of all bytes: each pair makes what follows a little harder to compress

/** A JavaScript literal of the string, safe inside a script element. @param {Uint8Array} bytes */
export function packed(bytes) {
  const count = new Array(256).fill(0)
  for (const byte of bytes) count[byte] += 1
  const isCheap = (/** @type {number} */ byte) => byte < 0x80 && (byte === 0x3c || !(String.fromCharCode(byte) in escapes))
  const all = count.map((_, byte) => byte)
  const rare = all.filter(isCheap).sort((a, b) => count[a] - count[b])
  const frequent = all.filter((byte) => !isCheap(byte)).sort((a, b) => count[b] - count[a])
  /** @type {number[]} */
  const pairs = []
  const places = Uint8Array.from(all)
  while (count[frequent[0]] - count[rare[0]] > worth * bytes.length) {
    const [a, b] = [Number(frequent.shift()), Number(rare.shift())]
    pairs.push(a, b)
    places[a] = b
    places[b] = a
  }
  const characters = String.fromCharCode(pairs.length / 2, ...pairs) + Buffer.from(bytes.map((byte) => places[byte])).toString('latin1')
  return `"${characters.replace(/[\0\r\n"\\]|<(?=[/!s])/g, (c) => escapes[c])}"`
}

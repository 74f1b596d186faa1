// Zips and Excel workbooks, written as plainly as the formats allow.
import { crc32, deflateRawSync } from 'node:zlib'

/** @param {number} number @param {number} size @returns {Buffer} little-endian */
const bytesOf = (number, size) => {
  const bytes = Buffer.alloc(size)
  bytes.writeUIntLE(number, 0, size)
  return bytes
}

/** @param {Record<string, string | Uint8Array>} files by their paths; every other one is deflated */
export function zipOf(files) {
  const parts = []
  const directory = []
  let place = 0
  for (const [i, [path, content]] of Object.entries(files).entries()) {
    const [name, bytes] = [Buffer.from(path), Buffer.from(content)]
    const packed = i % 2 ? bytes : deflateRawSync(bytes)
    const common = [bytesOf(20, 2), bytesOf(0x800, 2), bytesOf(i % 2 ? 0 : 8, 2), bytesOf(0, 4), bytesOf(crc32(bytes), 4),
      bytesOf(packed.length, 4), bytesOf(bytes.length, 4), bytesOf(name.length, 2), bytesOf(0, 2)]
    directory.push(Buffer.from('PK\x01\x02'), bytesOf(20, 2), ...common, Buffer.alloc(10), bytesOf(place, 4), name)
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), ...common, name, packed])
    parts.push(file)
    place += file.length
  }
  const list = Buffer.concat(directory)
  const count = bytesOf(Object.keys(files).length, 2)
  return Buffer.concat([...parts, list, Buffer.from('PK\x05\x06'), bytesOf(0, 4), count, count, bytesOf(list.length, 4), bytesOf(place, 4), bytesOf(0, 2)])
}

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)

/** @param {Record<string, (string | number)[][]>} sheets rows of cells by the name of the sheet, up to column Z; "" is left out */
export function workbookOf(sheets) {
  const names = Object.keys(sheets)
  const place = 'http://schemas.openxmlformats.org/'
  /** @param {(string | number)[]} row @param {number} y */
  const rowOf = (row, y) => {
    const cells = row.map((cell, x) => {
      const at = `${String.fromCharCode(65 + x)}${y + 1}`
      if (cell === '') return ''
      return typeof cell === 'number' ? `<c r="${at}"><v>${cell}</v></c>` : `<c r="${at}" t="str"><v>${escaped(cell)}</v></c>`
    })
    return `<row r="${y + 1}">${cells.join('')}</row>`
  }
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${names.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, i) => `<Relationship Id="rId${i + 1}" Type="${place}officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`)
      .join('')}</Relationships>`,
    ...Object.fromEntries(names.map((name, i) => [
      `xl/worksheets/sheet${i + 1}.xml`,
      `<worksheet xmlns="${place}spreadsheetml/2006/main"><sheetData>${sheets[name].map(rowOf).join('')}</sheetData></worksheet>`,
    ])),
  })
}

// @ts-check
// What people give the tool to read (files, pastes and drops), the reader's answers, and what is saved as a file.

const MOST_PASTED_CHARACTERS = 100_000 // beyond this a paste is read like a file, not put into a text field
export const QUICK = 300 // milliseconds: an answer that takes longer is announced
const PASTED = 'The pasted text'
const NO_READER =
  'The part of this page that reads did not load. Check the connection, then paste or choose it again. If that does ' +
  'not help, reload the page.'
const EXPORT_LESS = 'Choose a shorter time range when you export it.'

/** @param {string} sentence for the person @returns {never} */
const fail = (sentence) => {
  throw new Error(sentence)
}

/**
 * @param {Document} document
 * @param {any} module the program, as Emscripten's factory gives it
 * @param {import('./memory.mjs').Memory} memory
 * @param {() => Promise<import('./reader.mjs').Reader>} reader loads the reader's program at its first call
 * @param {() => void} wake asks for a frame
 */
export function createGiven(document, module, { withMemory, textAt }, reader, wake) {
  /** What is being read and has been announced: stopped once nobody waits for it. @type {Map<number, AbortController>} */
  const announced = new Map()

  /** What was given and may have to be read again. @type {Map<number, {name: string, content: Blob | Uint8Array}>} */
  const files = new Map()

  /**
   * Has it read and hands over the answer; of the sample without content.
   * @param {number} ticket @param {string} name @param {Blob | Uint8Array} [content] @param {string} [columns]
   */
  async function read(ticket, name, content, columns = '') {
    const controller = new AbortController()
    const takesLong = (part = 0) => {
      announced.set(ticket, controller)
      module._mf_takes_long(ticket, part)
      wake()
    }
    const timer = setTimeout(takesLong, QUICK)
    try {
      const { read } = await reader().catch(() => fail(NO_READER))
      if (!module._mf_is_awaited(ticket)) return
      const progress = (/** @type {number} */ part) => (part === 0 || announced.has(ticket)) && takesLong(part)
      const answer = await read(name, content, { columns, progress, stopped: controller.signal })
      if (!withMemory([answer], (...at) => module._mf_reading(ticket, ...at))) {
        fail(`${name} is too large for this device's memory. ${EXPORT_LESS}`)
      }
    } catch (reason) {
      withMemory([/** @type {Error} */ (reason).message], (...at) => module._mf_not_read(ticket, ...at))
    } finally {
      clearTimeout(timer)
      announced.delete(ticket)
    }
  }

  /** From here on its answer is awaited, in place of that of the file before. @param {string} name @param {Blob | Uint8Array} content */
  function readGiven(name, content) {
    let ticket = 0
    withMemory([name], (...at) => (ticket = module._mf_file(...at)))
    files.set(ticket, { name, content })
    read(ticket, name, content)
  }

  /** @param {FileList | null | undefined} files */
  function readFile(files) {
    const file = files?.[0]
    if (file) readGiven(file.name, file)
  }

  /** @param {ClipboardEvent} event */
  function pasted(event) {
    const data = event.clipboardData
    if (!data) return
    const text = data.getData('text/plain')
    const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
    if (data.files.length > 0 && !text) {
      event.preventDefault()
      readFile(data.files)
    } else if (text.length > MOST_PASTED_CHARACTERS) {
      event.preventDefault()
      readGiven(PASTED, new TextEncoder().encode(text))
    } else if (text && !inField) {
      event.preventDefault()
      withMemory(['paste', text], (...at) => module._mf_input(...at, 1))
    }
  }

  document.addEventListener('paste', pasted)
  document.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault() // text is dropped as the browser does it
  })
  document.addEventListener('drop', (event) => {
    if (!event.dataTransfer?.files.length) return
    event.preventDefault()
    readFile(event.dataTransfer.files)
  })

  return {
    readFile,

    /** What a description asks to be read; what nobody waits for any more is let go. */
    readAsAsked() {
      for (let ticket = module._mf_to_read(); ticket; ticket = module._mf_to_read()) {
        const text = module._mf_to_read_text()
        const file = files.get(module._mf_to_read_file())
        const columns = module._mf_to_read_columns()
        read(ticket, file?.name ?? PASTED, text ? module.HEAPU8.slice(text, text + module._mf_to_read_size()) : file?.content,
          textAt(columns, module._mf_to_read_columns_size()))
      }
      for (const ticket of files.keys()) {
        if (!module._mf_is_kept(ticket)) files.delete(ticket)
      }
      for (const [ticket, controller] of announced) {
        if (!module._mf_is_awaited(ticket)) controller.abort()
      }
    },

    /** Into the person's downloads; a frame may be forbidden to. */
    saveAsAsked() {
      const nameAt = module._mf_to_save()
      if (!nameAt) return
      const name = textAt(nameAt, module._mf_to_save_name_size())
      const text = textAt(module._mf_to_save_text(), module._mf_to_save_text_size())
      const link = document.createElement('a')
      link.download = name
      link.href = URL.createObjectURL(new Blob([text], { type: name.endsWith('.csv') ? 'text/csv' : 'text/plain' }))
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    },
  }
}

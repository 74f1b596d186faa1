// One X server in memory, for the engines that draw WebGL only into a window.
import { spawn } from 'node:child_process'

/**
 * Starts Xvfb on a display number that is free (it chooses one itself) and ends exactly this process on close.
 * @returns {Promise<{name: string, close: () => Promise<void>}>}
 */
export const openDisplay = async () => {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const kill = () => server.kill()
  process.once('exit', kill) // also when a test run is cut short
  const number = await new Promise((resolve, reject) => {
    let text = ''
    server.stdio[3]?.on('data', (chunk) => {
      text += chunk
      if (text.endsWith('\n')) resolve(Number(text))
    })
    server.once('error', () => reject(new Error('Xvfb could not be started')))
    server.once('exit', (code) => reject(new Error(`Xvfb ended at its start with ${code}`)))
  })
  return {
    name: `:${number}`,
    close: async () => {
      process.off('exit', kill)
      if (server.exitCode !== null || server.signalCode !== null) return
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill()
      await ended
    },
  }
}

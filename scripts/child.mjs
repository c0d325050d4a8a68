import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const forwarded = ['SIGTERM', 'SIGINT', 'SIGHUP']

/** The exit code a shell would report. */
const exitCode = (code, signal) => code ?? 128 + (constants.signals[signal] ?? 0)

/** Ends a child when the npm that started this process has died without a signal reaching this process. */
function endWithParent(child) {
  if (!process.env.npm_lifecycle_event) return undefined
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 500)
  return watch
}

/** Passes the signals that reach this process on to a child, until released. */
function follow(child) {
  let received
  const watch = endWithParent(child)
  const handlers = forwarded.map((signal) => {
    const handler = () => {
      received = signal
      // Ctrl-C at a terminal reaches the whole foreground group by itself; passing it on would deliver it twice.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    }
    process.on(signal, handler)
    return [signal, handler]
  })
  return () => {
    clearInterval(watch)
    for (const [signal, handler] of handlers) process.off(signal, handler)
    return received
  }
}

/** Runs a program in the foreground until it ends. Resolves to its exit code and the signal that was passed on, if any. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    const release = follow(child)
    child.on('error', (error) => (release(), reject(error)))
    child.on('close', (code, signal) => resolve({ code: exitCode(code, signal), interrupted: release() }))
  })
}

/** Runs a program silently until it ends. Resolves to its exit code and everything it printed; a signal ends this process after the child. */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    const release = follow(child)
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => (release(), reject(error)))
    child.on('close', (code, signal) => {
      const interrupted = release()
      if (interrupted) process.exit(exitCode(null, interrupted))
      resolve({ code: exitCode(code, signal), output })
    })
  })
}

/** A failure whose sentence is meant for the person at the terminal: it is printed without a stack trace. */
export class Failure extends Error {}

const unreachable =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|dns error|error sending request|network/i
const noSpace = /ENOSPC|No space left/i
const notAllowed = /EACCES|EPERM|EROFS/

/** Why an installation failed, as a sentence that says what to do. */
export function explainInstall({ zh, en }, output) {
  if (noSpace.test(output)) return `磁盘空间不足，无法安装${zh}。The disk is full: free about 2 GB, then run the command again.`
  if (/ERR_PNPM_OUTDATED_LOCKFILE|ERR_PNPM_FROZEN_LOCKFILE|ERR_PNPM_NO_LOCKFILE/.test(output)) {
    return `依赖清单与锁定文件不一致。pnpm-lock.yaml does not fit the package.json files: run .tools/node_modules/.bin/pnpm install and commit the lock file.`
  }
  if (unreachable.test(output)) {
    return (
      `无法连接 npm 软件源，因此无法安装${zh}。请检查网络或代理后重试。\n` +
      `The npm registry cannot be reached, so ${en} cannot be installed. Check the network or the proxy ` +
      `(npm config get registry; npm config set registry <your mirror>), then run the command again.`
    )
  }
  if (notAllowed.test(output)) {
    return `没有写入权限，无法安装${zh}。This folder (or npm's cache) cannot be written by the current user: change its owner, then run the command again.`
  }
  return `安装${zh}失败，原因见上。Installing ${en} failed; the reason is printed above.`
}

/** Runs a command-line program's main function: a Failure prints its sentence, anything else its stack, and both end with exit code 1. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    console.error(error instanceof Failure ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}

#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'

// What was compiled at one start need not be compiled at the next.
enableCompileCache()

const source = new URL('../src/index.ts', import.meta.url)
const { main } = await import(existsSync(source) ? source.href : new URL('../dist/index.js', import.meta.url).href)
process.exitCode = await main(process.argv.slice(2))

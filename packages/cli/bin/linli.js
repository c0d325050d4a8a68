#!/usr/bin/env node
import { existsSync } from 'node:fs'

const source = new URL('../src/index.ts', import.meta.url)
const { main } = await import(existsSync(source) ? source.href : new URL('../dist/index.js', import.meta.url).href)
process.exitCode = await main(process.argv.slice(2))

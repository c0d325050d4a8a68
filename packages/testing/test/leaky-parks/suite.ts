import { fileURLToPath } from 'node:url'
import { contractSuite } from '../../src/index.ts'
import { leaky } from './index.ts'
import { leakyServer } from './server.ts'

contractSuite({ plugin: leaky, server: leakyServer }, { root: fileURLToPath(new URL('.', import.meta.url)) })

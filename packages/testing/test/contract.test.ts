import { contractSuite } from '../src/index.ts'
import { parks } from './parks/index.ts'
import { parksServer } from './parks/server.ts'

contractSuite({ plugin: parks, server: parksServer }, { root: new URL('./parks', import.meta.url).pathname })

import { demo } from './src/demo/index.ts'
import { street } from './src/index.ts'

/** What the `linli` command reads: the street, its demo data, and where `npm start` keeps them. */
export default { streets: [street], demo, dataDir: '.linli' }

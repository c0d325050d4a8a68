import { lockFolder } from '../src/connection/folder-lock.ts'

lockFolder(process.argv[2] ?? '')
process.stdout.write('held\n')
setInterval(() => undefined, 1000)

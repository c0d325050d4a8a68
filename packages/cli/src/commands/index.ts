import type { Command } from '../command.ts'
import { backup } from './backup.ts'
import { clean } from './clean.ts'
import { doctor } from './doctor.ts'
import { exportSheet } from './export.ts'
import { importSheet } from './import.ts'
import { keyRotate } from './key.ts'
import { migrate } from './migrate.ts'
import { pluginNew, pluginSqlCommand } from './plugin.ts'
import { restore } from './restore.ts'
import { retry } from './retry.ts'
import { seed } from './seed.ts'
import { start } from './start.ts'
import { streetNew } from './street.ts'

/** In the order of the help. */
export const COMMANDS: readonly Command[] = [
  start,
  migrate,
  seed,
  importSheet,
  exportSheet,
  backup,
  restore,
  keyRotate,
  clean,
  doctor,
  retry,
  pluginNew,
  pluginSqlCommand,
  streetNew,
]

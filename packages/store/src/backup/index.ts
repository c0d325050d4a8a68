export { checkArchive } from './archive.ts'
export type { BackupManifest } from './manifest.ts'
export { restoreBackup, type Restored, type RestoreOptions } from './restore-backup.ts'
export { writeBackup, type BackupOptions } from './write-backup.ts'

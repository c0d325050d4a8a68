export { JobProgress } from './job-progress.tsx'
export { useJob } from './use-job.ts'
export type { Job } from './use-job.ts'

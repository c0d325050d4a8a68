import { useQuery } from '@tanstack/react-query'
import { request } from '../http/index.ts'

/** Work that goes on in the server. */
export interface Job {
  readonly id: string
  readonly title: string
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  readonly done: number
  readonly total: number | null
  readonly message: string | null
  /** The id of the file that it made. */
  readonly file: string | null
  /** What a long action answered. */
  readonly answer?: unknown
}

/** Follows a job until it has ended. */
export function useJob(id: string | null): Job | undefined {
  const { data } = useQuery({
    queryKey: ['linli', 'job', id],
    queryFn: ({ signal }) => request<Job>(`/platform/jobs/${id ?? ''}`, { signal }),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data?.state === 'done' || state.data?.state === 'failed' ? false : 1000),
  })
  return data
}

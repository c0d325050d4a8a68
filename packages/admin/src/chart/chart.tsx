import { Skeleton } from '@mui/material'
import { lazy, Suspense, type ReactElement } from 'react'
import type { ChartData } from './chart-options.ts'

const ChartCanvas = lazy(() => import('./chart-canvas.tsx'))

/** A chart. Its figures always stand beside it as text too; nobody has to read a picture. */
export function Chart({ data, label }: { readonly data: ChartData; readonly label: string }): ReactElement {
  return (
    <Suspense fallback={<Skeleton variant="rounded" height={260} />}>
      <ChartCanvas data={data} label={label} />
    </Suspense>
  )
}

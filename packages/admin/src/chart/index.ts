export { Chart } from './chart.tsx'
export { chartOption } from './chart-options.ts'
export type { ChartData, ChartSeries } from './chart-options.ts'

import { useTheme } from '@mui/material'
import { BarChart, LineChart, PieChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use as register } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef, type ReactElement } from 'react'
import { chartOption, type ChartData } from './chart-options.ts'

register([BarChart, LineChart, PieChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer])

/** The drawing; fetched only where there is a chart. */
export default function ChartCanvas({ data, label }: { readonly data: ChartData; readonly label: string }): ReactElement {
  const box = useRef<HTMLDivElement>(null)
  const { palette } = useTheme()
  useEffect(() => {
    if (!box.current) return undefined
    const chart = init(box.current)
    chart.setOption({ ...chartOption(data, { text: palette.text.primary, line: palette.divider }), animation: false })
    const observer = new ResizeObserver(() => chart.resize())
    observer.observe(box.current)
    return () => {
      observer.disconnect()
      chart.dispose()
    }
  }, [data, palette])
  return <div ref={box} role="img" aria-label={label} style={{ width: '100%', height: 260 }} />
}

import type { ReportChart } from '@linli/kit'

export interface ChartSeries {
  readonly name: string
  readonly values: readonly number[]
}

export interface ChartData {
  readonly type: ReportChart['type']
  readonly labels: readonly string[]
  readonly series: readonly ChartSeries[]
}

/** A canvas does not inherit the fonts of the page. */
const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'

/** Colours that keep apart for most colour-blind eyes, readable on light and dark. */
const COLOURS = ['#1b8a77', '#c46a1b', '#4a6fb5', '#a8476f', '#7d8a2e', '#6b5ca5']

/** What ECharts draws; apart from the drawing, so that it can be tested without a canvas. */
export function chartOption(data: ChartData, colours: { readonly text: string; readonly line: string }): Readonly<Record<string, unknown>> {
  const shared = { color: COLOURS, textStyle: { fontFamily: FONT, fontSize: 14, color: colours.text }, tooltip: { confine: true } }
  const legend = data.series.length > 1 ? { legend: { top: 0, textStyle: { color: colours.text, fontSize: 14 } } } : {}
  if (data.type === 'pie') {
    const values = data.series[0]?.values ?? []
    return {
      ...shared,
      legend: { bottom: 0, type: 'scroll', textStyle: { color: colours.text, fontSize: 14 } },
      series: [
        {
          type: 'pie',
          radius: ['45%', '75%'],
          center: ['50%', '44%'],
          label: { show: false },
          data: data.labels.map((name, index) => ({ name, value: values[index] ?? 0 })),
        },
      ],
    }
  }
  const axis = { axisLabel: { color: colours.text, fontSize: 14 }, axisLine: { lineStyle: { color: colours.line } } }
  return {
    ...shared,
    ...legend,
    tooltip: { trigger: 'axis', confine: true },
    grid: { left: 8, right: 8, top: data.series.length > 1 ? 40 : 16, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: data.labels, ...axis },
    yAxis: { type: 'value', minInterval: 1, ...axis, splitLine: { lineStyle: { color: colours.line } } },
    series: data.series.map(({ name, values }) => ({ type: data.type, name, data: values, barMaxWidth: 48 })),
  }
}

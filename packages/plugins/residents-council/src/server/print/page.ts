/** Text made safe for a page. */
export function escaped(text: string | number | null | undefined): string {
  return String(text ?? '').replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
}

const STYLE = `@page{size:A4;margin:14mm}body{font:12pt/1.5 SimSun,"Noto Serif CJK SC",serif;color:#000;max-width:190mm;margin:0 auto}
h1{font-size:18pt;text-align:center;margin:0 0 4mm}h2{font-size:12pt;margin:3mm 0 1mm}p{margin:1mm 0;white-space:pre-wrap}
table{width:100%;border-collapse:collapse;margin:1mm 0 3mm}th,td{border:1px solid #000;padding:1.2mm 2mm;text-align:left;vertical-align:top;white-space:pre-line}
th{width:22mm;font-weight:600;background:#f2f2f2}.wide th{width:auto}.note{font-size:10pt}.sign{display:flex;justify-content:space-between;margin-top:8mm}`

/** How a form lies on its paper: dense, so that what has to be one page is one page; wide, for tables of many columns. */
const SHAPES = {
  plain: '',
  wide: '@page{size:A4 landscape;margin:12mm}body{max-width:273mm;font-size:11pt}',
  dense: `@page{size:A4;margin:9mm 11mm}body{font-size:9pt;line-height:1.3}h1{font-size:14pt;margin:0 0 1mm}h2{font-size:9.5pt;margin:1.2mm 0 .6mm}
table{margin:.6mm 0 1mm}th,td{padding:.6mm 1.2mm}th{width:19mm}.note{font-size:8pt;margin:0}`,
} as const

/** A text as far as there is room for it. */
export function cut(text: string | null | undefined, length: number): string {
  const whole = text ?? ''
  return whole.length > length ? `${whole.slice(0, length - 1)}…` : whole
}

/** A whole page with its print style; nothing is fetched from elsewhere. */
export function page(title: string, office: string, body: string, shape: keyof typeof SHAPES = 'plain'): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}${SHAPES[shape]}</style></head><body>
<p class="note">${escaped(office)}</p><h1>${escaped(title)}</h1>${body}</body></html>`
}

/** Rows of a heading and its text. */
export function facts(rows: readonly (readonly [string, string | number | null | undefined])[]): string {
  return `<table>${rows.map(([name, value]) => `<tr><th>${escaped(name)}</th><td>${escaped(value) || '—'}</td></tr>`).join('')}</table>`
}

/** A table with headings above. */
export function grid(heads: readonly string[], rows: readonly (readonly (string | number | null | undefined)[])[]): string {
  const line = (cells: readonly (string | number | null | undefined)[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`
  return `<table class="wide">${line(heads, 'th')}${rows.map((row) => line(row, 'td')).join('')}</table>`
}

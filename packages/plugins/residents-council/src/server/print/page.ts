/** Text made safe for a page. */
export function escaped(text: string | number | null | undefined): string {
  return String(text ?? '').replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
}

const STYLE = `@page{size:A4;margin:14mm}body{font:12pt/1.5 SimSun,"Noto Serif CJK SC",serif;color:#000;max-width:190mm;margin:0 auto}
h1{font-size:18pt;text-align:center;margin:0 0 4mm}h2{font-size:12pt;margin:3mm 0 1mm}p{margin:1mm 0;white-space:pre-wrap}
table{width:100%;border-collapse:collapse;margin:1mm 0 3mm}th,td{border:1px solid #000;padding:1.2mm 2mm;text-align:left;vertical-align:top}
th{width:22mm;font-weight:600;background:#f2f2f2}.wide th{width:auto}.note{font-size:10pt}.sign{display:flex;justify-content:space-between;margin-top:8mm}`

/** A whole page with its print style; nothing is fetched from elsewhere. */
export function page(title: string, office: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style></head><body>
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

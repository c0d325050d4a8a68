import type { PrintedForm } from '../actions/index.ts'
import { qrSource, ratingAddress } from './qr.tsx'
import { call } from './use-action.ts'

const STYLE = `@page { size: A4; margin: 18mm } body { font: 12pt/1.7 "SimSun", "Noto Serif CJK SC", serif; color: #000; max-width: 180mm; margin: 0 auto }
h1 { font-size: 20pt; text-align: center; margin: 4mm 0 } .sub { text-align: center } .no { text-align: right }
table { width: 100%; border-collapse: collapse; margin: 3mm 0 } th, td { border: 1px solid #000; padding: 2mm; text-align: left; vertical-align: top } th { font-weight: 600; white-space: nowrap }
.signs { display: flex; justify-content: space-between; gap: 8mm; margin-top: 14mm } .qr { text-align: center }`

/** Opens a form in a window of its own, on one page, and prints it. */
export async function printForm(form: string, id: string): Promise<void> {
  const opened = window.open('', '_blank')
  const printed = await call<PrintedForm>('print', { form, id })
  if (!opened) return
  opened.document.write(await pageOf(printed))
  opened.document.close()
  opened.print()
}

async function pageOf(form: PrintedForm): Promise<string> {
  const lines = form.lines.map(([label, value]) => `<tr><th>${safe(label)}</th><td>${safe(value)}</td></tr>`).join('')
  const tables = form.tables
    .map(({ title, head, rows }) => {
      const top = head.map((cell) => `<th>${safe(cell)}</th>`).join('')
      const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${safe(cell) || '&nbsp;'}</td>`).join('')}</tr>`).join('')
      return `${title ? `<h3>${safe(title)}</h3>` : ''}<table><thead><tr>${top}</tr></thead><tbody>${body}</tbody></table>`
    })
    .join('')
  const qr = form.code
    ? `<p class="qr"><img alt="" width="150" src="${await qrSource(ratingAddress(form.code))}"><br>扫码查进度、评价</p>`
    : ''
  const signs = form.signatures.map((who) => `<span>${safe(who)}：__________</span>`).join('')
  const paragraphs = form.paragraphs.map((text) => `<p>${safe(text)}</p>`).join('')
  return `<!doctype html><html lang="zh"><meta charset="utf-8"><title>${safe(form.title)}</title><style>${STYLE}</style>
<p class="sub">${safe(form.subtitle)}</p><h1>${safe(form.title)}</h1><p class="no">编号：${safe(form.no)}</p>
${lines ? `<table>${lines}</table>` : ''}${tables}${paragraphs}${qr}<div class="signs">${signs}</div>`
}

function safe(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

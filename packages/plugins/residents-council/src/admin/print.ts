import { request } from '@linli/admin'

/** Opens a form in a window of its own and prints it. */
export async function printForm(form: 'slip' | 'resolution' | 'meeting' | 'sheet', id: string): Promise<void> {
  const { html } = await request<{ html: string }>('/council/actions/print', { method: 'POST', body: { form, id } })
  const address = URL.createObjectURL(new Blob([html], { type: 'text/html' }))
  const opened = window.open(address, '_blank')
  opened?.addEventListener('load', () => opened.print())
}

import { Problem, smallerPhoto, streetInAddress } from '@linli/portal'

/** A photo of a paper, and the pre-check that it belongs to. */
export interface PhotoToSend {
  readonly no: string
  readonly fileKey: string
  readonly material: string
  readonly photo: File
}

/** Sends one, pictures made smaller on the phone. @throws Problem with a sentence for whoever waits */
export async function sendPhoto({ no, fileKey, material, photo }: PhotoToSend): Promise<void> {
  const form = new FormData()
  const content = photo.type.startsWith('image/') ? await smallerPhoto(photo) : photo
  form.append('file', content, content instanceof File ? content.name : 'photo.jpg')
  const street = streetInAddress(window.location.search)
  const query = new URLSearchParams({ no, material, ...(street === undefined ? {} : { street }) })
  const response = await fetch(`/api/counter/precheck-photos?${query}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'x-file-key': fileKey },
    body: form,
  }).catch(() => {
    throw new Problem(0, 'network.unreachable', '网络不通，请检查手机网络后重试')
  })
  if (response.ok) return
  const answer = (await response.json().catch(() => null)) as { code?: string; zh?: string } | null
  throw new Problem(response.status, answer?.code ?? 'server.unreadable', answer?.zh ?? '照片没有传上去，请稍后再试')
}

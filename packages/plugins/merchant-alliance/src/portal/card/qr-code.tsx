import { toString as drawn } from 'qrcode'
import { type ReactElement, useEffect, useState } from 'react'

/** A QR code as a picture that scales without blur. */
export function QrCode({ text, label }: { text: string; label: string }): ReactElement {
  const [source, setSource] = useState('')
  useEffect(() => {
    let here = true
    void drawn(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }).then((svg) => {
      if (here) setSource(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`)
    })
    return () => {
      here = false
    }
  }, [text])
  return source ? (
    <img src={source} alt={label} width="260" height="260" />
  ) : (
    <div style={{ height: 260 }} role="status" aria-label="正在生成二维码" />
  )
}

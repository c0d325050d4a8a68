import { toString as drawn } from 'qrcode'
import { type ReactElement, useEffect, useState } from 'react'

interface QrCodeProps {
  readonly text: string
  /** What it is for, to whoever hears the page. */
  readonly label: string
}

/** A QR code, drawn here: what it says leaves the browser for nobody. Loaded by itself, because few ever need it. */
export default function QrCode({ text, label }: QrCodeProps): ReactElement | null {
  const [source, setSource] = useState('')
  useEffect(() => {
    let isHere = true
    void drawn(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }).then((svg) => {
      if (isHere) setSource(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`)
    })
    return () => {
      isHere = false
    }
  }, [text])
  return source ? <img src={source} alt={label} width="200" height="200" /> : null
}

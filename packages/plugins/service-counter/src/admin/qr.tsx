import { publicPage } from '@linli/admin'
import { toString as drawn } from 'qrcode'
import { type ReactElement, useEffect, useState } from 'react'

/** Where a slip's QR leads: the client's own page on the phone. */
export function ratingAddress(code: string): string {
  return publicPage(`counter/rate/${code}`)
}

export async function qrSource(text: string): Promise<string> {
  return `data:image/svg+xml;utf8,${encodeURIComponent(await drawn(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 1 }))}`
}

/** A QR code. */
export function Qr({ text, label }: { readonly text: string; readonly label: string }): ReactElement | null {
  const [source, setSource] = useState('')
  useEffect(() => {
    let here = true
    void qrSource(text).then((made) => here && setSource(made))
    return () => {
      here = false
    }
  }, [text])
  return source ? <img src={source} alt={label} width="180" height="180" /> : null
}

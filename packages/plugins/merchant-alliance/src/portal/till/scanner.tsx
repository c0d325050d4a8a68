import Button from 'antd-mobile/es/components/button'
import readQr from 'jsqr'
import { type ChangeEvent, type ReactElement, useEffect, useRef, useState } from 'react'

const WIDTH = 640

/** Reads a QR code with the camera; where a browser gives no live picture (some WeChat versions), from a photo. */
export default function Scanner({ onRead, onCancel }: { onRead: (text: string) => void; onCancel: () => void }): ReactElement {
  const video = useRef<HTMLVideoElement>(null)
  const [live, setLive] = useState(Boolean(navigator.mediaDevices?.getUserMedia))
  const [fault, setFault] = useState('')

  useEffect(() => {
    if (!live) return
    let stream: MediaStream | undefined
    let frame = 0
    let stopped = false
    const look = (): void => {
      const text =
        video.current && video.current.videoWidth > 0
          ? readFrom(video.current, video.current.videoWidth, video.current.videoHeight)
          : undefined
      if (text) onRead(text)
      else frame = requestAnimationFrame(look)
    }
    navigator.mediaDevices
      .getUserMedia({ video: { facingMode: 'environment' } })
      .then(async (opened) => {
        stream = opened
        if (stopped || !video.current) return opened.getTracks().forEach((track) => track.stop())
        video.current.srcObject = opened
        await video.current.play()
        look()
      })
      .catch(() => setLive(false))
    return () => {
      stopped = true
      cancelAnimationFrame(frame)
      stream?.getTracks().forEach((track) => track.stop())
    }
  }, [live, onRead])

  async function photo(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const file = event.target.files?.[0]
    if (!file) return
    const picture = await createImageBitmap(file)
    const text = readFrom(picture, picture.width, picture.height)
    if (text) onRead(text)
    else setFault('照片里没有找到二维码，请靠近些再拍，或输入卡号')
  }

  return (
    <div>
      {live ? (
        <video
          ref={video}
          playsInline
          muted
          style={{ width: '100%', borderRadius: 8, background: '#000' }}
          aria-label="相机画面，请对准爱心卡二维码"
        />
      ) : (
        <label className="portal-form">
          请对准爱心卡二维码拍一张照片
          <input type="file" accept="image/*" capture="environment" onChange={(event) => void photo(event)} />
        </label>
      )}
      {fault && (
        <p role="alert" className="portal-fault">
          {fault}
        </p>
      )}
      <Button block size="large" onClick={onCancel} style={{ marginTop: 12 }}>
        取消扫码
      </Button>
    </div>
  )
}

function readFrom(source: CanvasImageSource, width: number, height: number): string | undefined {
  const scale = Math.min(1, WIDTH / width)
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale))
  const context = canvas.getContext('2d')
  if (!context) return undefined
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height)
  return readQr(pixels.data, pixels.width, pixels.height)?.data
}

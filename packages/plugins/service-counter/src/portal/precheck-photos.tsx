import { Problem, sentenceOf } from '@linli/portal'
import { type ReactElement, useCallback, useEffect, useRef, useState } from 'react'
import type { precheck } from '../actions/index.ts'
import { sendPhoto } from './send-photo.ts'

/** A paper and what its sender photographed of it. */
export interface Photographed {
  readonly material: string
  readonly photo: File
}

interface PrecheckPhotosProps {
  readonly sent: (typeof precheck)['example']
  readonly photos: readonly Photographed[]
}

/** Sends the photos one after the other; what the network drops is tried again, what is refused is named and left out. */
export function PrecheckPhotos({ sent: { no, fileKey }, photos }: PrecheckPhotosProps): ReactElement | null {
  const [done, setDone] = useState(0)
  const [refused, setRefused] = useState<readonly string[]>([])
  const [fault, setFault] = useState('')
  const isBegun = useRef(false)
  const next = useRef(0)
  const send = useCallback(async (): Promise<void> => {
    setFault('')
    for (; next.current < photos.length; next.current += 1) {
      const one = photos[next.current]
      if (!one) return
      try {
        await sendPhoto({ no, fileKey, ...one })
      } catch (error) {
        if (!(error instanceof Problem) || error.status < 400 || error.status >= 500) return setFault(sentenceOf(error))
        setRefused((before) => [...before, `${one.material}：${error.message}`])
      }
      setDone(next.current + 1)
    }
  }, [no, fileKey, photos])
  useEffect(() => {
    if (isBegun.current) return
    isBegun.current = true
    void send()
  }, [send])
  if (photos.length === 0) return null
  return (
    <div role="status">
      <p>
        {done < photos.length
          ? `正在上传照片 ${done + 1} / ${photos.length}，请不要关掉这一页。`
          : `照片传完了，收下 ${photos.length - refused.length} 张。`}
      </p>
      {refused.map((line) => (
        <p key={line} className="portal-fault">
          {line}
        </p>
      ))}
      {fault ? (
        <>
          <p className="portal-fault" role="alert">
            {fault}
          </p>
          <button type="button" style={{ minHeight: 48 }} onClick={() => void send()}>
            接着上传
          </button>
        </>
      ) : null}
    </div>
  )
}

import type { GeoPointValue } from '@linli/kit'
import { type Drafts, smallerPhoto } from '@linli/portal'
import Button from 'antd-mobile/es/components/button'
import { type FormEvent, type ReactElement, useState } from 'react'
import type { MyArea } from '../../actions/index.ts'
import { EVENT_LEVELS, EVENT_TYPES } from '../../rules/options.ts'
import { Choose, Photo, Where } from '../shared/fields.tsx'

/** A report from the street in a minute. */
export function QuickEvent({ cells, drafts }: { readonly cells: MyArea['cells']; readonly drafts: Drafts }): ReactElement {
  const [spot, setSpot] = useState<GeoPointValue | null>(null)
  const [told, setTold] = useState('')
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    const text = (name: string): string | null => given.get(name)?.toString().trim() || null
    const photo = given.get('photo')
    await drafts.add({
      action: 'grid.quick-event',
      title: `上报：${text('title') ?? ''}`,
      input: {
        title: text('title'),
        type: text('type'),
        level: text('level'),
        place: text('place'),
        description: text('description'),
        gridCode: text('gridCode') ?? cells[0]?.code ?? null,
        spot,
      },
      files: { photo: photo instanceof File && photo.size > 0 ? await smallerPhoto(photo) : null },
    })
    form.reset()
    setSpot(null)
    setTold(navigator.onLine ? '已保存，正在发送。' : '已存在手机里，联网后自动发送。')
  }
  return (
    <section className="portal-card">
      <form className="portal-form" onSubmit={(event) => void submit(event)} onInput={() => setTold('')}>
        <label>
          什么事
          <input name="title" required maxLength={60} placeholder="例如：3 号楼前路灯不亮" />
        </label>
        <Choose label="类别" name="type" options={EVENT_TYPES} />
        <Choose label="等级" name="level" options={EVENT_LEVELS} first="normal" />
        {cells.length > 1 ? (
          <Choose label="网格" name="gridCode" options={Object.fromEntries(cells.map(({ code, name }) => [code, name]))} />
        ) : null}
        <label>
          地点
          <input name="place" maxLength={120} placeholder="例如：前程花园 3 号楼北侧" />
        </label>
        <Where onFound={setSpot} />
        <label>
          详细情况
          <textarea name="description" maxLength={2000} />
        </label>
        <Photo label="现场照片" />
        <Button type="submit" block color="primary" size="large">
          上报
        </Button>
        {told && (
          <p role="status" className="portal-good">
            {told}
          </p>
        )}
      </form>
    </section>
  )
}

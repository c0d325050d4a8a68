import { RESIDENCE_OPTIONS, SEX_OPTIONS } from '@linli/plugin-registry'
import type { ReactElement } from 'react'
import type { MyArea } from '../../actions/index.ts'
import type { Target } from '../../rules/form-fields.ts'
import { Choose, Find } from '../shared/fields.tsx'

/** Somebody or a home that no list knows: what the office needs to decide on it. */
export function NewSubject({
  target,
  area: { homes, buildings },
  onChosen,
}: {
  readonly target: Target
  readonly area: MyArea
  readonly onChosen: (id: string | null) => void
}): ReactElement {
  if (target === 'home')
    return (
      <>
        <Find key="building" label="在哪栋楼、哪个单元" name="building" items={buildings} onChosen={onChosen} />
        <label>
          房号
          <input name="newRoom" required maxLength={60} placeholder="例如 502" />
        </label>
      </>
    )
  return (
    <>
      <label>
        姓名
        <input name="newName" required maxLength={60} autoComplete="off" />
      </label>
      <Find key="home" label="住在哪处房屋" name="home" items={homes} onChosen={onChosen} />
      <Choose label="居住情况" name="newResidence" options={RESIDENCE_OPTIONS} />
      <Choose label="性别" name="newSex" options={SEX_OPTIONS} />
      <label>
        出生日期（可不填）
        <input name="newBirthDate" type="date" />
      </label>
      <label>
        身份证号（本人愿意才填）
        <input name="newIdNumber" maxLength={18} autoComplete="off" />
      </label>
      <small>交社区核实后建档。已经在册的，不会重复建。</small>
    </>
  )
}

/** What a new subject adds to a submission. */
export function newSubjectOf(target: Target, chosen: string, given: FormData): Readonly<Record<string, string | null>> {
  const said = (name: string): string | null => {
    const value = given.get(name)
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
  }
  if (target === 'home') return { newParentId: chosen, newRoom: said('newRoom') }
  return {
    newHomeId: chosen,
    newName: said('newName'),
    newResidence: said('newResidence'),
    newSex: said('newSex'),
    newBirthDate: said('newBirthDate'),
    newIdNumber: said('newIdNumber'),
  }
}

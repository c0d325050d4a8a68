import type { ScopeLevel } from '@linli/core/access'
import { useEffect, type ReactElement } from 'react'
import { SelectInput } from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { useWords } from '../messages/index.ts'
import { useAdminInfo, useMay } from '../model/index.ts'
import { chosenPlace } from '../place/index.ts'
import type { MyPlace } from '../session/index.ts'

interface PlaceInputsProps {
  readonly level: ScopeLevel
  /** The permission with which a row is written; a street-wide one may also leave the place open. */
  readonly permission: string
}

/** Where a row belongs. Asked only of those who have more than one place to choose from. */
export function PlaceInputs({ level, permission }: PlaceInputsProps): ReactElement | null {
  const { me } = useAdminInfo()
  const words = useWords()
  const may = useMay()
  const { setValue } = useFormContext()
  const community: unknown = useWatch({ name: 'communityId' })
  const communities = me.places.filter(({ kind }) => kind === 'community')
  const grids = me.places.filter(({ kind, parentCode }) => kind === 'grid' && parentCode === community)
  const isStreetWide = me.permissions[permission]?.kind === 'street'
  const preset = chosenPlace()?.slice(0, 12) ?? (communities.length === 1 && !isStreetWide ? communities[0]?.code : undefined)

  useEffect(() => {
    if (level !== 'street' && !community && preset) setValue('communityId', preset)
  }, [level, community, preset, setValue])

  if (level === 'street' || !may(permission) || (communities.length < 2 && grids.length === 0)) return null
  return (
    <>
      {communities.length > 1 ? (
        <SelectInput
          source="communityId"
          label={words('form.choosePlace')}
          choices={choicesOf(communities)}
          translateChoice={false}
          isRequired={!isStreetWide}
          fullWidth
          helperText={false}
        />
      ) : null}
      {level === 'grid' && grids.length > 0 ? (
        <SelectInput
          source="gridId"
          label={words('form.chooseGrid')}
          choices={choicesOf(grids)}
          translateChoice={false}
          fullWidth
          helperText={false}
        />
      ) : null}
    </>
  )
}

function choicesOf(places: readonly MyPlace[]): { id: string; name: string }[] {
  return places.map(({ code, name }) => ({ id: code, name }))
}

import { useAdminInfo } from '../model/index.ts'
import { useWords } from '../messages/index.ts'

/** Names of communities and grids by their codes; a place outside the person's own is shown by its code. */
export function usePlaceNames(): (code: string | null | undefined) => string {
  const { me } = useAdminInfo()
  const words = useWords()
  return (code) => {
    if (!code) return words('common.street')
    return me.places.find((place) => place.code === code)?.name ?? code
  }
}

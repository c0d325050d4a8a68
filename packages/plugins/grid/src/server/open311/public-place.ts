/**
 * A place as everybody may read it: the building, not the home. Numbers of rooms are left out.
 *
 * @example
 * publicPlace('前程花园3号楼2单元501室门口') // '前程花园3号楼2单元门口'
 */
export function publicPlace(place: string): string {
  return place
    .replaceAll(/\d{1,4}\s*[室户房]/gu, '')
    .replaceAll(/(号楼|单元|栋|幢|座)\s*[-—]?\s*\d{2,4}(?!\d|号|栋|幢|单元|米)/gu, '$1')
    .trim()
}

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const CONTENTS: Readonly<Record<string, { readonly name: string; readonly content: Buffer }>> = {
  'image/png': { name: 'sample.png', content: Buffer.from(PIXEL, 'base64') },
  'application/pdf': {
    name: 'sample.pdf',
    content: Buffer.from('%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n'),
  },
  'image/jpeg': { name: 'sample.jpg', content: Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex') },
  'text/plain': { name: 'sample.txt', content: Buffer.from('样张\n') },
  'text/csv': { name: 'sample.csv', content: Buffer.from('姓名,电话\n') },
}

/** A small file of the first media type accepted. @throws Error when none of them has a sample */
export function sampleFile(accept: readonly string[] = ['image/png']): { readonly name: string; readonly content: Buffer } {
  const type = accept.find((one) => Object.hasOwn(CONTENTS, one))
  const found = type === undefined ? undefined : CONTENTS[type]
  if (!found) throw new Error(`There is no sample file of ${accept.join(', ')}: put one there yourself and give its id in "samples".`)
  return found
}

export { sampleCreditCode, sampleIdNumber, samplePhone } from './identifiers.ts'
export { sampleValue } from './sample-value.ts'
export { makeSampler } from './sampler.ts'
export type { Sample, SamplePlace, Sampler, Samples, Sampling } from './sampler.ts'

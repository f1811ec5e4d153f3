/**
 * What comes after the first step, as one chunk: it arrives while somebody chooses the place, so that the first screen
 * does not wait for it.
 */
export { KlaarScherm } from './KlaarScherm.tsx'
export { StapVersturen } from './StapVersturen.tsx'
export { StapWat } from './StapWat.tsx'

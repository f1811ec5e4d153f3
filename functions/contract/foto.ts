/** A photo with a melding: uploaded apart, cleaned, and only then to be seen by who handles or follows it. */
import * as z from 'zod'
import { Instant } from './common.ts'

/** 128 random bits, base64url: who does not know it cannot find the photo. */
export const FotoCode = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22}$/, 'Dit is geen code van een foto.')
  .meta({ id: 'FotoCode' })

/** Where in the object store a photo is as it came in, and cleaned. */
export const fotoMap = { ruw: 'ruw/', schoon: 'schoon/' } as const

/** At most, of one photo as it comes from a camera. */
export const maxFotoBytes = 20 * 1024 * 1024
export const maxFotoPixels = 40_000_000

export const NieuweFoto = z
  .strictObject({
    bytes: z
      .int('bytes moet een geheel getal zijn.')
      .min(1, 'Deze foto is leeg.')
      .max(maxFotoBytes, 'Deze foto is te groot: maximaal 20 MB.'),
  })
  .meta({ id: 'NieuweFoto' })

/** Send `velden` and then the file as `file`, as a form (`multipart/form-data`), to `url` before `geldigTot`. */
export const FotoUpload = z
  .object({
    foto: FotoCode,
    upload: z.object({ url: z.string(), velden: z.record(z.string(), z.string()) }),
    geldigTot: Instant,
  })
  .meta({ id: 'FotoUpload' })
export type FotoUpload = z.infer<typeof FotoUpload>

/** `wacht`: not uploaded or not cleaned yet. `geweigerd`: it could not be cleaned and is gone; `uitleg` says why. */
const fotostaten = ['wacht', 'schoon', 'geweigerd'] as const
export const FotoStaat = z
  .object({ foto: FotoCode, staat: z.enum(fotostaten), uitleg: z.string().optional() })
  .meta({ id: 'FotoStaat' })
export type FotoStaat = z.infer<typeof FotoStaat>

/** For who may see it: `url` shows the cleaned picture for some minutes. */
export const Foto = FotoStaat.extend({
  url: z.string().optional(),
  breedte: z.int().optional(),
  hoogte: z.int().optional(),
}).meta({ id: 'Foto' })
export type Foto = z.infer<typeof Foto>

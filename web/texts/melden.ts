/** The catalogue of reporting in the chosen language. */
import { computed } from '@preact/signals'
import { enMelden } from './enMelden.ts'
import { nlMelden } from './nlMelden.ts'
import { taal } from './taal.ts'

export const meldenTeksten = computed(() => (taal.value === 'en' ? enMelden : nlMelden))

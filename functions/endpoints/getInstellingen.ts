import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'

/** What a browser must know before it can show anything. */
export const getInstellingen: Endpoint<Routes['getInstellingen']> = (_call, { gemeente, dienst }) => ({
  body: {
    gemeente: { code: gemeente.code, naam: gemeente.naam },
    kaart: gemeente.kaart,
    werkkalender: gemeente.werkkalender,
    bronvermelding: gemeente.bronvermelding,
    contact: gemeente.contact,
    bewaartermijnDagen: gemeente.bewaartermijnDagen,
    voorbeeldgegevens: dienst.voorbeeldgegevens,
    aanmelden: dienst.aanmelden,
    versie: dienst.versie,
  },
})

/**
 * What the rules need from outside: small stores, facts about the gemeente, time and ids. The stores in
 * `store/` implement these on DynamoDB; tests implement them in memory without casts.
 */

import type { Contactdoel, Werkinstellingen } from '../contract/behandeling.ts'
import type { Initiatief } from '../contract/initiatief.ts'
import type { Categorie, Instellingen } from '../contract/instellingen.ts'
import type { Kern } from '../contract/kern.ts'
import type { Status } from '../contract/melding.ts'
import type { Bewijzen, BudgetStore, Meldbudget } from './afzender.ts'
import type { Signaalgrenzen } from './deadline.ts'
import type { Werkkalender } from './feestdagen.ts'
import type { Fotokluis, FotoStore } from './foto/ports.ts'
import type { Indelingen, KernCijfer, KernindelingStore } from './kernindeling/ports.ts'
import type { Bladzijde, LijstVraag, MeldingStore, Toevoeging, VernietigingStore } from './meldingPorts.ts'
import type { BerichtStore } from './post/ports.ts'
import type { Routeregel } from './routering.ts'
import type { Overdrachtsregel } from './wijkbudget/overdracht.ts'
import type { BevolkingStore, GrootboekStore, ScenarioStore, WijkbudgetStore } from './wijkbudget/ports.ts'

export type {
  Bladzijde,
  Gebeurtenis,
  LijstVraag,
  MeldingRecord,
  MeldingRegel,
  MeldingStore,
  OpenWerk,
  Toevoeging,
  VernietigingStore,
  VolgerRecord,
} from './meldingPorts.ts'

export type {
  BevolkingRecord,
  BevolkingStore,
  GrootboekSleutel,
  GrootboekStore,
  RegelRecord,
  ScenarioRecord,
  ScenarioStore,
  StandRecord,
  VerdelingRecord,
  WijkbudgetStore,
} from './wijkbudget/ports.ts'

/** `[lon, lat]` in degrees, WGS84. */
export type Positie = readonly [lon: number, lat: number]

/** Where a point lies. `binnen`: in the closed polygon of the kern with the lowest code that covers it. */
export type PlaatsOordeel =
  | { soort: 'binnen'; kern: string }
  | { soort: 'afgeleid'; kern: string; afstandMeter: number }
  | {
      soort: 'buiten'
      afstandMeter: number
      /** The same numbers the other way round do lie in the gemeente. */
      omgewisseld: boolean
      /** The numbers look like RD metres (EPSG:28992), not degrees. */
      rd: boolean
    }

/** `email` is for mail about late work, never for the public. */
export type Team = { readonly naam: string; readonly email: string }
/** With the name of the team that handles it, which the public does not see. */
export type Werkcategorie = Categorie & { readonly team: string }

/** The facts of one gemeente; `geodata/gemeente.ts` reads them from its validated files. */
export type GemeenteFeiten = {
  readonly code: string
  readonly naam: string
  /** In the order of the kernindeling. */
  readonly kernen: readonly Kern[]
  /** The version that holds today, and since which instant it does. */
  readonly indeling: { readonly versie: number; readonly geldigVanafDatum: string; readonly sindsOp: string }
  /** Of earlier versions and no longer there; what was closed then still belongs to them. */
  readonly vroegereKernen: readonly KernCijfer[]
  readonly categorieen: readonly Werkcategorie[]
  /** Who works on meldingen; each categorie has one of them. */
  readonly teams: readonly Team[]
  readonly standaardteksten: readonly Werkinstellingen['standaardteksten'][number][]
  /** Who gets what comes in, where that is not the team of the categorie: `domain/routering.ts`. */
  readonly routering: readonly Routeregel[]
  readonly kaart: Instellingen['kaart']
  /** To show on every map. */
  readonly bronvermelding: string
  /** Who answers for the service; goes into the OpenAPI document. */
  readonly contact: { readonly naam: string; readonly email: string; readonly url: string }
  /** For who cannot or may not send a form now. */
  readonly telefoonnummers: readonly { readonly naam: string; readonly nummer: string }[]
  /** How much one sender may send in an hour. */
  readonly meldbudget: Meldbudget
  /** Days after closing that contact data is kept. */
  readonly bewaartermijnDagen: number
  /** For whom computes dates elsewhere; here ask `isWerkdag`. */
  readonly werkkalender: Werkkalender
  readonly signaalgrenzen: Signaalgrenzen
  isWerkdag(dag: string): boolean
  /** What happens at the end of a year to a kern's money that was not spent. */
  readonly overdracht: Overdrachtsregel
  /** How far outside every kern a place can lie that still belongs to the nearest one, metres. */
  readonly afgeleidBinnenMeter: number
  findKern(lon: number, lat: number): PlaatsOordeel
}

export type InitiatiefRecord = Omit<Initiatief, 'geometrie'> & {
  positie: Positie
  versie: number
  sleutel?: string
  inhoud?: string
}

export type InitiatiefStore = {
  add(initiatief: InitiatiefRecord): Promise<Toevoeging<InitiatiefRecord>>
  /** Strongly consistent. */
  find(nummer: string): Promise<InitiatiefRecord | undefined>
  list(
    vraag: Pick<LijstVraag, 'kernen' | 'bbox' | 'vanaf' | 'voor' | 'limiet' | 'cursor'>,
  ): Promise<Bladzijde<InitiatiefRecord>>
}

/** Days `YYYY-MM-DD`, Europe/Amsterdam, both included. */
export type DagPeriode = { van?: string; tot?: string }

/** How often something was registered in a calendar month `YYYY-MM`, as far as that month lies in the period. */
export type Telling = {
  soort: 'melding' | 'initiatief'
  kern: string
  maand: string
  /** Of an initiatief: empty. */
  categorie: string
  status: Status | 'ingediend'
  aantal: number
}
/** Meldingen per cell (`domain/cel.ts`) and kern, summed over the period. */
export type CelTelling = { kern: string; cel: number; aantal: number }

export type ActiviteitStore = {
  /** By the kern that each melding and initiatief has. */
  listTellingen(periode: DagPeriode): Promise<Telling[]>
  /**
   * By the kern that each place lies in under a version of the kernindeling; `undefined` while the counts are being
   * made for it.
   */
  listTellingenNu(periode: DagPeriode, indeling: number): Promise<Telling[] | undefined>
  listCellen(periode: DagPeriode): Promise<CelTelling[]>
}

export type Stores = {
  meldingen: MeldingStore
  initiatieven: InitiatiefStore
  activiteit: ActiviteitStore
  wijkbudgetten: WijkbudgetStore
  bevolking: BevolkingStore
  scenarios: ScenarioStore
  grootboeken: GrootboekStore
  kernindelingen: KernindelingStore
  fotos: FotoStore
  budgetten: BudgetStore
  berichten: BerichtStore
  vernietigingen: VernietigingStore
}

/** Everything an endpoint may use. */
/** A look at the contact data of a melding; `door` is the id of a member of staff. */
export type Inzage = { nummer: string; doel: Contactdoel; door: string; op: string }

export type Deps = {
  /** As divided at the moment of the call; `http/` asks `indelingen` for it before each one. */
  gemeente: GemeenteFeiten
  indelingen: Indelingen
  stores: Stores
  fotokluis: Fotokluis
  bewijzen: Bewijzen
  dienst: {
    /** Where the web lives, without trailing slash: `https://kernpunt.voorbeeld.nl`. */
    webadres: string
    aanmelden: Instellingen['aanmelden']
    voorbeeldgegevens: boolean
    versie: string
    /** What our own edge sends along with every request; without it, what a request says of its sender is not believed. */
    rand?: string
  }
  now(): Date
  /** `n` random bytes from a cryptographic source. */
  randomBytes(n: number): Uint8Array
  /** SHA-256, hex. */
  sha256(text: string): string
  /** HMAC-SHA-256 with a secret of this service, hex: nobody else can make it or guess what was in it. */
  sign(text: string): string
  /** Keeps that somebody looked at contact data (domain rule 7); never what they saw. */
  logInzage(inzage: Inzage): void
}
